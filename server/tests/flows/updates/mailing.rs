//! The mailing: to whom it goes, how often, and how it is paused and ended.

use super::{NEWS, TITLE, act, approved, crowd, keys, queue, reader, submitted, writer};
use crate::helpers::{CAMPAIGN, On, Site};
use server::signatures::{pause_mail, resume_mail};
use std::collections::BTreeSet;

const DONE: &str = "SELECT count(*) FROM mailings WHERE state = 'done'";

async fn it_goes_to_those_who_asked_for_it_and_to_nobody_else(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    reader(&site, "ben@example.org").await;
    site.signed_and_confirmed("Eva", "eva@example.org").await;
    let withdrawn = reader(&site, "gone@example.org").await;
    let mut browser = site.browser();
    let mine = browser.get(&withdrawn).await;
    let forms = browser.follow(&mine).await.forms();
    browser.send(forms.iter().find(|form| form.value("decision") == "withdraw").unwrap()).await.expect(303);
    reader(&site, "forged@example.org").await;
    site.execute(
        "UPDATE signatures SET state = 'invalidated' WHERE id = (SELECT id FROM signatures WHERE state = 'confirmed' AND wants_updates = 1 \
         ORDER BY id LIMIT 1)",
    )
    .await;
    let mut pending = site.browser();
    let form = pending.sign_form("Lea", "lea@example.org").await.set("updates", "on");
    pending.send(&form).await.expect(303);
    site.mail().await;

    let waiting = submitted(&mut ana).await;
    act(&mut ana, &waiting, "mail").await.expect(303);
    assert_eq!(
        site.number("SELECT count(*) FROM mailings").await,
        0,
        "nobody is written to before a moderator has read it"
    );
    let update = approved(&site, &mut ana).await;
    ana.get(&update).await.expect(200).says("Fewer than 10 signers").says("3 more updates");
    act(&mut ana, &update, "mail").await.expect(303);
    site.wait_for("the mailing", DONE, 1).await;
    let mails = site.mails().await;
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert!(
        ["ben@example.org", "forged@example.org"].contains(&mail.to.as_str()),
        "one of two is invalidated: {mail:?}"
    );
    let (subject, first) = (mail.subject.to_lowercase(), mail.text.lines().next().unwrap().to_lowercase());
    for word in ["deport", "committee", "campaign"] {
        assert!(!subject.contains(word) && !first.contains(word), "{word} in {mail:?}");
    }
    for part in [&mail.text, &mail.html] {
        assert!(part.contains(TITLE) && part.contains("next: 4 March") && part.contains(NEWS), "{part}");
    }
    assert!(mail.html.contains("<strong>Monday</strong>"), "{}", mail.html);
    let stop = mail.unsubscribe.as_deref().unwrap();
    assert!(mail.text.contains(stop) && stop.contains(&format!("{CAMPAIGN}/unsubscribe/")), "{stop}");

    // Once, whatever is pressed.
    for action in ["mail", "resume", "cancel"] {
        act(&mut ana, &update, action).await.expect(303);
    }
    ana.get(&update).await.expect(200).says("The mailing is done.").says("Fewer than 10 mails");
    tokio::time::sleep(std::time::Duration::from_millis(1_200)).await;
    site.no_mail().await;
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'update_mailed'").await, 1);
    let cleared = "SELECT count(*) FROM mailings WHERE length(done_to) = 0 AND made = 1";
    assert_eq!(site.number(cleared).await, 1, "no signer is named where the mailing is over");
    site.close().await;
}

async fn three_go_out_in_seven_days(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    let mut updates = Vec::new();
    for _ in 0..5 {
        let update = approved(&site, &mut ana).await;
        if updates.len() < 3 {
            act(&mut ana, &update, "mail").await.expect(303);
        }
        updates.push(update);
        site.clock.hours(3);
    }
    act(&mut ana, &updates[3], "mail").await.expect(422).says("seven days");
    ana.get(&updates[3]).await.expect(200).says("seven days").says_nothing_of("Yes, mail it now");
    assert_eq!(site.number("SELECT count(*) FROM mailings").await, 3);
    // A week after the first there is room for one.
    site.clock.hours(7 * 24 - 15 + 1);
    let (mut one, mut two) = (ana.clone(), ana.clone());
    let (first, second) = tokio::join!(act(&mut one, &updates[3], "mail"), act(&mut two, &updates[4], "mail"));
    let statuses = [first.status.as_u16(), second.status.as_u16()];
    assert!(statuses.contains(&303) && statuses.contains(&422), "{statuses:?}");
    assert_eq!(site.number("SELECT count(*) FROM mailings").await, 4);
    site.close().await;
}

async fn it_is_paused_resumed_and_ended(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    let ids = crowd(&site.db, &keys(&site.config.keys_folder()), 230).await;
    let update = approved(&site, &mut ana).await;
    ana.get(&update).await.expect(200).says("At least 230 signers");
    // While the house's mail waits, mailings wait as well.
    pause_mail(&site.writer).await.unwrap();
    act(&mut ana, &update, "mail").await.expect(303);
    act(&mut ana, &update, "pause").await.expect(303);
    resume_mail(&site.writer).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
    site.no_mail().await;
    ana.get(&update).await.expect(200).says("The mailing is paused.");
    act(&mut ana, &update, "resume").await.expect(303);
    site.wait_for("the mailing", DONE, 1).await;
    let mails = site.mails().await;
    assert_eq!(mails.len(), 230);
    assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<BTreeSet<_>>().len(), 230, "nobody twice");
    ana.get(&update).await.expect(200).says("At least 230 mails").says("100 %");

    // Ended while its mails wait: they go, and nobody else is written to.
    site.clock.minutes(1);
    let second = approved(&site, &mut ana).await;
    pause_mail(&site.writer).await.unwrap();
    act(&mut ana, &second, "mail").await.expect(303);
    queue(&site, ids[0], "reader0@example.org").await;
    act(&mut ana, &second, "cancel").await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM outbox").await, 0);
    // One that was queued in the same moment is not sent either.
    queue(&site, ids[1], "reader1@example.org").await;
    resume_mail(&site.writer).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
    site.no_mail().await;
    act(&mut ana, &second, "mail").await.expect(303);
    act(&mut ana, &second, "resume").await.expect(303);
    ana.get(&second).await.expect(200).says("ended early");
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'mailing_cancelled'").await, 1);
    site.close().await;
}

async fn a_confirmation_goes_out_before_many_updates(on: On) {
    // One after the other, so that they arrive in the order in which they went out.
    let site = Site::with(on, |config| config.mail.concurrency = 1).await;
    let mut ana = writer(&site).await;
    let ids = crowd(&site.db, &keys(&site.config.keys_folder()), 150).await;
    approved(&site, &mut ana).await;
    pause_mail(&site.writer).await.unwrap();
    for (n, id) in ids.iter().enumerate() {
        queue(&site, *id, &format!("reader{n}@example.org")).await;
    }
    site.browser().sign("Ben", "ben@example.org").await;
    let paused = "INSERT INTO mailings (update_id, campaign_id, state, done_to, created_at) SELECT id, campaign_id, 'paused', id, 0 FROM updates";
    site.execute(paused).await;
    resume_mail(&site.writer).await.unwrap();
    let mails = site.mails().await;
    assert_eq!(mails.len(), 151);
    let place = mails.iter().position(|mail| mail.to == "ben@example.org").unwrap();
    assert!(place < 10, "{place} went out before it");
    site.close().await;
}

flows!(
    it_goes_to_those_who_asked_for_it_and_to_nobody_else,
    three_go_out_in_seven_days,
    it_is_paused_resumed_and_ended,
    a_confirmation_goes_out_before_many_updates,
);
