//! Writing, review, and who may do either.

use super::{LIST, NEWS, TEXT, TITLE, act, approved, body, send, submitted, writer};
use crate::helpers::{CAMPAIGN, On, Site};
use app::accounts::Role;
use server::clock::{Clock, SystemClock};

async fn an_update_is_written_reviewed_and_shown(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    ana.get("/en/account").await.expect(200).says("Updates");
    ana.get(LIST).await.expect(200).says("The updates that you write will be listed here.");
    let update = ana.post(LIST, String::new()).await.expect(303).location().to_owned();
    let page = ana.get(&update).await.expect(200);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.forms().remove(0).value("version"), "1");

    // What is unfinished is kept; what is not sound is not submitted.
    send(&mut ana, &update, 1, "save", "", "Half a sen").await.expect(303);
    let refused = send(&mut ana, &update, 2, "submit", "", TEXT).await.expect(422);
    assert_eq!(refused.forms().remove(0).value("version"), "3");
    refused.says("Say in one line what has happened.");
    assert_eq!(site.number("SELECT count(*) FROM updates WHERE state = 'draft'").await, 1);

    // Two tabs do not write over each other unseen.
    send(&mut ana, &update, 3, "save", "From the first tab", TEXT).await.expect(303);
    let second = send(&mut ana, &update, 3, "save", "From the second tab", TEXT).await.expect(422);
    assert_eq!(second.forms().remove(0).value("version"), "4");
    ana.get(&update).await.expect(200).says("From the first tab");
    send(&mut ana, &update, 4, "submit", TITLE, TEXT).await.expect(303);
    ana.get(&format!("{update}/preview")).await.expect(200).says(TITLE).says("Monday");
    site.browser().get(CAMPAIGN).await.expect(200).says_nothing_of(TITLE);
    site.browser().get(NEWS).await.expect(200).says("There are no updates on this campaign.");

    // A moderator sends it back, then approves what came of it.
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    moderator.get("/en/review/updates").await.expect(200).says(TITLE);
    let decision = format!("/en/review/updates/{}", update.rsplit('/').next().unwrap());
    let page = moderator.get(&decision).await.expect(200).says("Monday");
    assert_eq!(page.form().value("version"), "5");
    moderator.post(&decision, body(&[("version", "5"), ("decision", "send_back")])).await.expect(422);
    let back = [("version", "5"), ("decision", "send_back"), ("remark", "Say <b>which</b> Monday.")];
    moderator.post(&decision, body(&back)).await.expect(303);
    let told = site.mails().await.pop().unwrap();
    assert_eq!((told.to.as_str(), told.link()), ("ana@example.org", update.as_str()));
    assert!(!told.text.contains("committee") && !told.subject.contains("committee"), "{told:?}");
    ana.get(LIST).await.expect(200).says("sent back to you");
    ana.get(&update).await.expect(200).says("Say <b>which</b> Monday.");
    send(&mut ana, &update, 5, "submit", TITLE, TEXT).await.expect(303);
    // What was taken back and changed meanwhile is not approved unread.
    act(&mut ana, &update, "take_back").await.expect(303);
    send(&mut ana, &update, 6, "submit", "Something else entirely", TEXT).await.expect(303);
    let late = moderator.post(&decision, body(&[("version", "6"), ("decision", "approve")])).await.expect(303);
    assert_eq!(late.location(), "/en/review/updates?saved=late");
    assert_eq!(site.number("SELECT count(*) FROM updates WHERE state = 'submitted' AND version = 7").await, 1);
    moderator.post(&decision, body(&[("version", "7"), ("decision", "approve")])).await.expect(303);
    let entries =
        "SELECT count(*) FROM audit_log WHERE action IN ('update_approved', 'update_sent_back') AND actor IS NOT NULL";
    assert_eq!(site.number(entries).await, 2);
    for page in [CAMPAIGN, NEWS] {
        let page = site.browser().get(page).await.expect(200).says("Something else entirely").says("2 March 2026");
        assert!(page.body.contains("<strong>Monday</strong>"), "{}", page.body);
        assert_ne!(page.header("cache-control"), Some("no-store"), "it is public");
    }
    // It stays as it is.
    send(&mut ana, &update, 7, "save", "Changed", TEXT).await.expect(303);
    act(&mut ana, &update, "take_back").await.expect(303);
    ana.post(&update, body(&[("action", "delete"), ("sure", "on")])).await.expect(303);
    ana.get(&update).await.expect(200).says("Something else entirely").says("It is public");
    site.close().await;
}

async fn only_the_team_writes_and_only_moderators_decide(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    let update = submitted(&mut ana).await;
    let decision = format!("/en/review/updates/{}", update.rsplit('/').next().unwrap());
    let mut stranger = site.signed_in("eve@example.org").await;
    site.clock.minutes(1);
    let mut analyst = site.signed_in("lea@example.org").await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, s.account_id, 'analyst' FROM campaigns c, sessions s \
         WHERE c.slug = 'halt-deportations' AND s.account_id NOT IN (SELECT account_id FROM team_members) \
         AND s.created_at = (SELECT max(created_at) FROM sessions) ORDER BY s.id LIMIT 1",
    )
    .await;
    let mut nobody = site.browser();
    for path in [LIST.to_owned(), update.clone(), format!("{update}/preview")] {
        assert_eq!(nobody.get(&path).await.location(), "/en/sign-in", "{path}");
        stranger.get(&path).await.expect(404);
        analyst.get(&path).await.expect(404);
    }
    let sure = |action| body(&[("action", action), ("version", "2"), ("title", "x"), ("text", "x"), ("sure", "on")]);
    for action in ["save", "submit", "take_back", "delete", "test", "mail", "pause", "resume", "cancel"] {
        nobody.post(&update, sure(action)).await.expect(401);
        stranger.post(&update, sure(action)).await.expect(404);
        analyst.post(&update, sure(action)).await.expect(404);
    }
    assert_eq!(nobody.post(LIST, String::new()).await.location(), "/en/sign-in");
    stranger.post(LIST, String::new()).await.expect(404);
    // Another campaign's address does not open it either.
    let other = update.replace("halt-deportations", "library-sundays");
    ana.get(&other).await.expect(404);
    ana.post(&other, sure("take_back")).await.expect(404);

    let approve = body(&[("version", "2"), ("decision", "approve")]);
    for path in ["/en/review/updates", &decision] {
        assert_eq!(nobody.get(path).await.location(), "/en/sign-in");
        ana.get(path).await.expect(404);
    }
    assert_eq!(nobody.post(&decision, approve.clone()).await.location(), "/en/sign-in");
    ana.post(&decision, approve.clone()).await.expect(404);
    let mut late = site.signed_in_as("mod@example.org", Role::Moderator).await;
    site.clock.hours(13);
    assert!(late.get("/en/review/updates").await.location().starts_with("/en/account/proof"));
    assert!(late.post(&decision, approve).await.location().starts_with("/en/account/proof"));
    assert_eq!(site.number("SELECT count(*) FROM updates WHERE state = 'submitted' AND version = 2").await, 1);
    assert_eq!(site.number("SELECT count(*) FROM updates").await, 1);
    site.close().await;
}

async fn the_command_line_decides_too(on: On) {
    let site = Site::open(on).await;
    site.clock.set(&SystemClock.now().to_string());
    let mut ana = writer(&site).await;
    let update = submitted(&mut ana).await;
    let number = update.rsplit('/').next().unwrap();
    let listed = site.run(&["updates", "list"]).succeeds();
    assert!(listed.out.contains(&format!("{number}\t")) && listed.out.contains(TITLE), "{}", listed.out);
    let shown = site.run(&["updates", "show", number]).succeeds();
    assert!(shown.out.contains("next: 4 March") && !shown.out.contains("ana@"), "{}", shown.out);
    assert!(!site.run(&["updates", "send-back", number, "--remark", " "]).err.is_empty());
    site.run(&["updates", "send-back", number, "--remark", "Which Monday?"]).succeeds();
    ana.get(&update).await.expect(200).says("Which Monday?");
    site.run(&["updates", "approve", number]).fails().tells("waits for review");
    send(&mut ana, &update, 2, "submit", TITLE, TEXT).await.expect(303);
    site.run(&["updates", "approve", number]).succeeds();
    assert_eq!(site.number("SELECT count(*) FROM updates WHERE state = 'approved' AND html IS NOT NULL").await, 1);
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE actor IS NULL").await, 2);
    site.close().await;
}

async fn older_updates_stand_behind_a_link_and_drafts_are_bounded(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    for n in 0..12 {
        let update = ana.post(LIST, String::new()).await.expect(303).location().to_owned();
        send(&mut ana, &update, 1, "save", &format!("News number {n:02}"), TEXT).await.expect(303);
    }
    for _ in 12..20 {
        ana.post(LIST, String::new()).await.expect(303);
    }
    ana.post(LIST, String::new()).await.expect(422).says("20");
    site.execute(
        "UPDATE updates SET state = 'approved', html = '<p>x</p>', approved_at = CAST(SUBSTR(title, 13) AS BIGINT) WHERE title <> ''",
    )
    .await;
    // What pages show is two seconds old at most.
    tokio::time::sleep(std::time::Duration::from_millis(2_100)).await;
    let page = site.browser().get(CAMPAIGN).await.expect(200).says("News number 11").says("News number 02");
    assert!(page.text().find("News number 11") < page.text().find("News number 10"), "the newest first");
    let page = page.says_nothing_of("News number 01");
    assert!(page.links().contains(&format!("{NEWS}?page=2")), "{:?}", page.links());
    let second = site.browser().get(&format!("{NEWS}?page=2")).await.expect(200);
    second.says("News number 01").says("News number 00").says_nothing_of("News number 02");
    site.browser().get(&format!("{NEWS}?page=3")).await.expect(200).says("There are no updates");
    site.close().await;
}

async fn a_test_mail_goes_to_its_writer_alone(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    super::reader(&site, "ben@example.org").await;
    let update = submitted(&mut ana).await;
    act(&mut ana, &update, "test").await.expect(303);
    let mail = site.mail().await;
    assert_eq!((mail.to.as_str(), mail.unsubscribe), ("ana@example.org", None));
    assert!(mail.text.contains("This is a test") && mail.text.contains(TITLE), "{}", mail.text);
    assert!(!mail.subject.contains("committee"), "{}", mail.subject);
    site.execute("UPDATE updates SET tests = 19").await;
    act(&mut ana, &update, "test").await.expect(303);
    act(&mut ana, &update, "test").await.expect(422).says("20 test mails");
    site.mail().await;
    // The public sees one that was approved alone.
    let update = approved(&site, &mut ana).await;
    assert!(site.number("SELECT count(*) FROM mailings").await == 0, "{update}");
    site.no_mail().await;
    site.close().await;
}

flows!(
    an_update_is_written_reviewed_and_shown,
    only_the_team_writes_and_only_moderators_decide,
    the_command_line_decides_too,
    older_updates_stand_behind_a_link_and_drafts_are_bounded,
    a_test_mail_goes_to_its_writer_alone,
);
