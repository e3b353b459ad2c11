//! What a server does not start with.

use crate::helpers::{House, run};
use std::fs;

/// Settings of a house that others can reach, through a proxy.
const PUBLIC: [(&str, &str); 5] = [
    ("UNDERSIGNED_PUBLIC_URL", "https://sign.example.org"),
    ("UNDERSIGNED_MAIL_FROM", "no-reply@sign.example.org"),
    ("UNDERSIGNED_MAIL_SMTP_HOST", "localhost"),
    ("UNDERSIGNED_MAIL_SMTP_TLS", "none"),
    ("UNDERSIGNED_PROXIES_TRUSTED_HOPS", "1"),
];
const SERVE: [&str; 3] = ["serve", "--addr", "127.0.0.1:0"];

#[test]
fn no_public_server_starts_over_a_campaigns_private_key() {
    let folder = tempfile::tempdir().unwrap();
    House::start(folder.path(), &[]).kill();
    let keys = folder.path().join("keys/demo");
    fs::remove_file(keys.join("halt-deportations.key")).unwrap();
    fs::remove_file(keys.join("safe-crossing.key")).unwrap();

    let refused = run(folder.path(), &SERVE, &PUBLIC);
    assert_eq!(refused.code, Some(1), "{}", refused.complained);
    let lines = refused.complained.lines().collect::<Vec<_>>();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("keys/demo/library-sundays.key is a campaign's private key"), "{lines:?}");
    assert!(lines[0].ends_with("Move it to its holder's own machine."), "{lines:?}");
    let checked = run(folder.path(), &["config", "check"], &PUBLIC);
    assert_eq!(checked.code, Some(1));
    assert!(checked.said.contains("error: ") && checked.said.contains("library-sundays.key"), "{}", checked.said);

    fs::remove_file(keys.join("library-sundays.key")).unwrap();
    assert_eq!(run(folder.path(), &["config", "check"], &PUBLIC).code, Some(0));
    House::start(folder.path(), &PUBLIC).kill();
}
