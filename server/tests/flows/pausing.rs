//! Mail waits while somebody wants it to.

use crate::helpers::{On, Site};
use std::time::Duration;

/// Longer than a server takes to look whether mail is paused.
async fn a_while() {
    tokio::time::sleep(Duration::from_millis(1_500)).await;
}

async fn mails_wait_while_paused_and_none_is_lost(on: On) {
    let site = Site::open(on).await;
    site.browser().sign("Ana", "ana@example.org").await;
    let early = site.mail().await;
    let paused = site.run(&["mail", "pause"]).succeeds();
    assert!(paused.out.contains("`undersigned mail resume`") && paused.out.contains("72 hours"), "{}", paused.out);
    site.run(&["mail", "pause"]).succeeds();
    a_while().await;

    for name in ["Ben", "Cleo"] {
        site.browser().sign(name, &format!("{name}@example.org")).await;
    }
    site.browser().press(early.link()).await.expect(303);
    a_while().await;
    // An hour before the links stop working.
    site.clock.hours(71);
    site.sweep().await;
    assert_eq!((site.sent(), site.rows().await, site.count().await), (1, (2, 1), 1));
    assert_eq!(site.number("SELECT count(*) FROM outbox WHERE state = 'queued' AND attempts = 0").await, 2);
    let status = site.run(&["mail", "status"]).succeeds();
    let lines = [
        "Mail is paused; `undersigned mail resume` ends that.",
        "Mails that wait to be sent: 2",
        "Mails that were given up: 0",
    ];
    assert_eq!(status.out.lines().collect::<Vec<_>>(), lines);
    let check = site.run(&["config", "check"]).succeeds();
    assert!(check.out.contains("warning: Mail is paused") && check.out.contains("mail resume"), "{}", check.out);

    let resumed = site.run(&["mail", "resume"]).succeeds();
    assert_eq!(resumed.out, "Mail goes out again. Mails that wait to be sent: 2\n");
    let letters = site.mails().await;
    assert_eq!(letters.len(), 2, "{letters:?}");
    for letter in letters {
        site.browser().press(letter.link()).await.expect(303);
    }
    assert_eq!(site.count().await, 3);
    let again = site.run(&["mail", "resume"]).succeeds();
    assert_eq!(again.out, "Mail was not paused. Mails that wait to be sent: 0\n");
    let check = site.run(&["config", "check"]).succeeds();
    assert!(!check.out.contains("paused"), "{}", check.out);
    site.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_of_one_database_pause_together() {
    let one = Site::open(On::Postgres).await;
    one.run(&["mail", "pause"]).succeeds();
    // One that was there before, and one that starts into the pause.
    let two = one.beside().await;
    a_while().await;
    for (site, name) in [(&one, "ana"), (&two, "ben")] {
        site.browser().sign("Ana", &format!("{name}@example.org")).await;
    }
    a_while().await;
    assert_eq!((one.sent(), two.sent(), one.number("SELECT count(*) FROM outbox").await), (0, 0, 2));
    two.run(&["mail", "resume"]).succeeds();
    assert_eq!(one.mails().await.len() + two.mails().await.len(), 2);
    two.close().await;
    one.close().await;
}

flows!(mails_wait_while_paused_and_none_is_lost);
