//! Key holders read their signers: sealed by the server, opened on another machine or in one go.

use crate::helpers::{Form, On, Site, command};
use std::{fs, io::Write, process::Stdio, thread, time::Duration};

const SLUG: &str = "halt-deportations";
const HEAD: &str = "name,email,country,postcode,region,source,locale";

/// Three who may be read; one lets the team write.
async fn three_signers(site: &Site) {
    for (n, (name, email, contact)) in
        [("Ana Núñez", "ana@example.org", "on"), ("Ben", "ben@example.org", ""), ("Cleo", "cleo@example.org", "")]
            .into_iter()
            .enumerate()
    {
        let mut browser = site.browser();
        let form: Form = browser.sign_form(name, email).await.set("postcode", "60614").set("contact", contact);
        browser.send(&form).await.expect(303);
        let letter = site.mail().await;
        browser.press(letter.link()).await.expect(303);
        assert_eq!(site.count().await, n as i64 + 1);
    }
    // Pending ones are nobody's to read.
    site.browser().sign("Dan", "dan@example.org").await;
}

fn sorted(csv: &str) -> Vec<&str> {
    let mut lines = csv.lines().collect::<Vec<_>>();
    lines[1..].sort_unstable();
    lines
}

async fn sealed_and_opened_is_what_was_signed(on: On) {
    let site = Site::open(on).await;
    three_signers(&site).await;
    let (file, csv) = (site.path("signers.sealed"), site.path("signers.csv"));
    let (file, csv) = (file.to_str().unwrap(), csv.to_str().unwrap());
    site.run(&["export", "sealed", "--campaign", SLUG, "--out", file]).succeeds();
    let sealed = fs::read(file).unwrap();
    for secret in ["Ana", "Ben", "Cleo", "example.org"] {
        assert!(!sealed.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret} in the sealed file");
    }

    let key = site.key(SLUG);
    // On a key holder's machine there is no database, nor a data folder.
    let elsewhere = tempfile::tempdir().unwrap();
    let open = ["open", "--key", &key, file, "--out", csv];
    let opened = command(elsewhere.path(), None, &open).env_remove("UNDERSIGNED_DATA").output().unwrap();
    assert!(opened.status.success() && opened.stderr.is_empty(), "{opened:?}");
    let opened = fs::read_to_string(csv).unwrap();
    let rows = [
        HEAD,
        "Ana Núñez,ana@example.org,US,60614,606,none,en",
        "Ben,,US,60614,606,none,en",
        "Cleo,,US,60614,606,none,en",
    ];
    assert_eq!(sorted(&opened), rows);
    let signers = site.run(&["export", "signers", "--campaign", SLUG, "--key", &key]).succeeds();
    assert_eq!((signers.out.as_str(), signers.err.as_str()), (opened.as_str(), ""));
    site.close().await;
}

async fn a_wrong_key_is_told_and_leaves_no_file(on: On) {
    let site = Site::open(on).await;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).into_os_string().into_string().unwrap();
    let (csv, sealed) = (path("signers.csv"), path("sealed"));
    let wrong = site.key("library-sundays");
    let signers = ["export", "signers", "--campaign", SLUG, "--key", &wrong, "--out", &csv];
    // Nobody has signed yet.
    site.run(&signers).fails().tells("wrong key").tells("Nothing was written");
    three_signers(&site).await;
    site.run(&signers).fails().tells("wrong key").tells("Nothing was written");
    let no_key = ["export", "signers", "--campaign", SLUG, "--key", "no-such.key", "--out", &csv];
    site.run(&no_key).fails().tells("no-such.key cannot be read");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);

    site.run(&["export", "sealed", "--campaign", SLUG, "--out", &sealed]).succeeds();
    site.run(&["open", "--key", &wrong, &sealed, "--out", &csv]).fails().tells("wrong key");
    let mut cut = fs::read(&sealed).unwrap();
    cut.truncate(cut.len() - 9);
    fs::write(&sealed, cut).unwrap();
    site.run(&["open", "--key", &site.key(SLUG), &sealed, "--out", &csv]).fails().tells("cut off");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the sealed file alone");
    site.close().await;
}

async fn a_row_that_does_not_open_is_counted_and_the_others_are_read(on: On) {
    let site = Site::open(on).await;
    three_signers(&site).await;
    let key = site.key(SLUG);
    let signers = ["export", "signers", "--campaign", SLUG, "--key", &key];
    let damage = match on {
        On::Sqlite => {
            "UPDATE signatures SET sealed = sealed || x'00' WHERE id = (SELECT min(id) FROM signatures WHERE state = 'confirmed')"
        }
        On::Postgres => {
            "UPDATE signatures SET sealed = sealed || '\\x00'::bytea WHERE id = (SELECT id FROM signatures WHERE state = 'confirmed' \
             ORDER BY id LIMIT 1)"
        }
    };
    site.execute(damage).await;
    let ran = site.run(&signers).succeeds().tells("1 of 3 signers could not be opened").tells("1 is damaged");
    assert_eq!(ran.table(',').len(), 3, "{}", ran.out);

    // An hour whose secret was sealed for somebody else.
    site.clock.hours(1);
    let mut browser = site.browser();
    browser.sign("Eve", "eve@example.org").await;
    let letter = site.mails().await.pop().unwrap();
    browser.press(letter.link()).await.expect(303);
    let other = match on {
        On::Sqlite => {
            "UPDATE epoch_keys SET key_id = x'0102030405060708' WHERE epoch <> (SELECT epoch FROM signatures WHERE state = 'pending')"
        }
        On::Postgres => {
            "UPDATE epoch_keys SET key_id = '\\x0102030405060708'::bytea \
             WHERE epoch <> (SELECT epoch FROM signatures WHERE state = 'pending')"
        }
    };
    site.execute(other).await;
    let ran = site.run(&signers).succeeds().tells("2 of 4 signers could not be opened");
    ran.tells("1 was sealed for other keys").tells("1 is damaged");

    site.execute("UPDATE signatures SET sealed = substr(sealed, 2) WHERE state = 'confirmed'").await;
    site.run(&signers).fails().tells("None of the 4 signers could be opened").tells("Nothing was written");
    site.close().await;
}

#[tokio::test]
async fn ctrl_c_leaves_nothing_half_made() {
    let site = Site::open(On::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    let names = || fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for signal in ["-INT", "-TERM"] {
        let (key, out) = (site.key(SLUG), folder.path().join("signers.csv"));
        let open = ["open", "--key", &key, pipe.to_str().unwrap(), "--out", out.to_str().unwrap()];
        let mut child = command(folder.path(), None, &open).stderr(Stdio::piped()).spawn().unwrap();
        // The export never ends, so the command is in the middle of it.
        let mut sealed = fs::OpenOptions::new().write(true).open(&pipe).unwrap();
        sealed.write_all(b"undersigned sealed export\n\x01").unwrap();
        while names().len() < 2 {
            assert_eq!(child.try_wait().unwrap(), None);
            thread::sleep(Duration::from_millis(10));
        }
        let id = child.id().to_string();
        assert!(std::process::Command::new("kill").args([signal, &id]).status().unwrap().success());
        let output = child.wait_with_output().unwrap();
        assert!(!output.status.success() && names() == ["pipe"], "{output:?} {:?}", names());
    }
    site.close().await;
}

flows!(
    sealed_and_opened_is_what_was_signed,
    a_wrong_key_is_told_and_leaves_no_file,
    a_row_that_does_not_open_is_counted_and_the_others_are_read,
);
