//! Mail waits while somebody wants it to, and what was given up can be tried again.

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

async fn what_was_given_up_is_tried_again_if_it_can_be_read(on: On) {
    let site = Site::open(on).await;
    site.run(&["mail", "pause"]).succeeds();
    a_while().await;
    site.browser().sign("Ana", "ana@example.org").await;
    site.clock.hours(24);
    for name in ["Ben", "Cleo"] {
        site.browser().sign(name, &format!("{name}@example.org")).await;
    }
    // The last one waits as before.
    let refused = "UPDATE outbox SET state = 'dead', attempts = 15, code = 550, not_before = 9000000000000000 \
        WHERE created_at < (SELECT max(created_at) FROM outbox)";
    site.execute(refused).await;
    let given_up = "UPDATE outbox SET state = 'dead', attempts = 14 WHERE id = (SELECT id FROM outbox WHERE state = 'queued' LIMIT 1)";
    site.execute(given_up).await;
    site.execute("DELETE FROM day_keys WHERE day = (SELECT min(day) FROM day_keys)").await;
    let status = site.run(&["mail", "status"]).succeeds();
    assert!(status.out.contains("wait to be sent: 1\n"), "{}", status.out);
    assert!(status.out.ends_with("given up: 2; `undersigned mail retry` puts them back\n"), "{}", status.out);

    let retried = site.run(&["mail", "retry"]).succeeds();
    let lines = retried.out.lines().collect::<Vec<_>>();
    assert_eq!(lines[0], "Mails that go back into the outbox: 1");
    assert!(lines[1].contains("can no longer be read") && lines[1].contains(": 1. They were removed"), "{lines:?}");
    assert!(lines[2].contains("Mail is paused") && lines.len() == 3, "{lines:?}");
    let fresh = "SELECT count(*) FROM outbox WHERE state = 'queued' AND attempts = 0 AND code IS NULL";
    assert_eq!((site.number(fresh).await, site.number("SELECT count(*) FROM outbox").await), (2, 2));
    a_while().await;
    assert_eq!(site.sent(), 0, "retrying does not end a pause");

    site.run(&["mail", "resume"]).succeeds();
    let mut to = site.mails().await.into_iter().map(|letter| letter.to).collect::<Vec<_>>();
    to.sort();
    assert_eq!(to, ["Ben@example.org", "Cleo@example.org"]);
    let nothing = site.run(&["mail", "retry"]).succeeds();
    assert_eq!(nothing.out, "Mails that go back into the outbox: 0\n");
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

flows!(mails_wait_while_paused_and_none_is_lost, what_was_given_up_is_tried_again_if_it_can_be_read);
