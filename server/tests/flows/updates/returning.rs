//! An update that comes back for good is the last that its reader is sent.

use super::{act, approved, reader, writer};
use crate::bounces::{hard, open, take};
use crate::helpers::On;

async fn an_update_that_comes_back_ends_updates_and_not_the_signature(on: On) {
    let site = open(on).await;
    let mut ana = writer(&site).await;
    for email in ["ben@example.org", "cleo@example.org"] {
        reader(&site, email).await;
    }
    let update = approved(&site, &mut ana).await;
    act(&mut ana, &update, "mail").await.expect(303);
    site.wait_for("the mailing", "SELECT count(*) FROM mailings WHERE state = 'done'", 1).await;
    let mails = site.mails().await;
    let ben = mails.iter().find(|mail| mail.to == "ben@example.org").unwrap();
    assert_eq!(take(&site, &hard(ben)).await.counted, 1);
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE wants_updates = 1 AND contact IS NOT NULL").await, 1);
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE wants_updates = 0 AND contact IS NULL").await, 1);
    assert_eq!(site.count().await, 2, "both signatures count");

    site.clock.minutes(1);
    let next = approved(&site, &mut ana).await;
    act(&mut ana, &next, "mail").await.expect(303);
    site.wait_for("the mailing", "SELECT count(*) FROM mailings WHERE state = 'done'", 2).await;
    assert_eq!(site.mail().await.to, "cleo@example.org");
    site.close().await;
}

flows!(an_update_that_comes_back_ends_updates_and_not_the_signature);
