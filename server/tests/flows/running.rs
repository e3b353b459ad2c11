//! A public campaign is closed, opened again and archived; its team hears what it has reached, and the public what was answered.

use crate::helpers::{Browser, On, Page, Site};
use app::accounts::Role;
use app::paths::encode;

const RUN: &str = "/en/account/campaigns/run/library-sundays";
const CAMPAIGN: &str = "/en/campaigns/library-sundays";
const REPLIES: &str = "/en/review/replies";

async fn send(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    let body = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&");
    browser.post(path, body).await
}

/// Somebody of the campaign's team.
async fn member(site: &Site, email: &str) -> Browser {
    let browser = site.signed_in(email).await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, a.id, 'editor' FROM campaigns c, accounts a \
         WHERE c.slug = 'library-sundays'",
    )
    .await;
    browser
}

async fn a_campaign_is_closed_opened_again_and_archived(on: On) {
    let site = Site::open(on).await;
    let mut team = member(&site, "owner@example.org").await;
    let mut stranger = site.signed_in("eve@example.org").await;
    stranger.get(RUN).await.expect(404);
    send(&mut stranger, RUN, &[("action", "close"), ("sure", "on")]).await.expect(404);
    assert_eq!(site.browser().get(RUN).await.location(), "/en/sign-in");
    assert_eq!(send(&mut site.browser(), RUN, &[("action", "close")]).await.location(), "/en/sign-in");

    send(&mut team, RUN, &[("action", "close")]).await.expect(422).says("Tick the box if you mean to close it.");
    site.browser().get(CAMPAIGN).await.expect(200).says("Sign");
    send(&mut team, RUN, &[("action", "archive")]).await.expect(303);
    team.get(RUN).await.expect(200).says("Close now");
    send(&mut team, RUN, &[("action", "close"), ("sure", "on")]).await.expect(303);
    team.get(RUN).await.expect(200).says("It is closed");
    site.browser()
        .get(CAMPAIGN)
        .await
        .expect(200)
        .says("This campaign is closed")
        .says("Waiting for a reply since today.");

    for (day, said) in [("2026-03-01", "still to come"), ("soon", "Enter a date")] {
        let refused = send(&mut team, RUN, &[("action", "extend"), ("closes_on", day)]).await.expect(422).says(said);
        assert!(refused.body.contains(&format!("value=\"{day}\"")), "{day} is kept");
    }
    send(&mut team, RUN, &[("action", "extend"), ("closes_on", "2026-12-31")]).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200).says("31 December 2026").says_nothing_of("This campaign is closed");
    send(&mut team, RUN, &[("action", "close"), ("sure", "on")]).await.expect(303);
    send(&mut team, RUN, &[("action", "archive")]).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200);
    site.browser().get("/en").await.expect(200).says_nothing_of("library-sundays");
    send(&mut team, RUN, &[("action", "show_again")]).await.expect(303);
    site.clock.minutes(1);
    site.browser().get("/en").await.expect(200).says("library");

    // Thirty days later there is nothing left by which a second signature could be told.
    site.clock.hours(31 * 24);
    site.sweep().await;
    let mut team = site.signed_in("owner@example.org").await;
    team.get(RUN).await.expect(200).says("It closed more than 30 days ago");
    send(&mut team, RUN, &[("action", "extend"), ("closes_on", "2026-12-31")]).await.expect(303);
    site.browser()
        .get(CAMPAIGN)
        .await
        .expect(200)
        .says("This campaign is closed")
        .says("Waiting for a reply for 31 days.");
    assert_eq!(
        site.number("SELECT COUNT(*) FROM audit_log WHERE action = 'closed' AND object = 'library-sundays'").await,
        2
    );
    assert_eq!(site.number("SELECT COUNT(*) FROM audit_log WHERE action = 'last_day_set'").await, 1);
    site.close().await;
}

async fn an_answer_is_read_by_a_moderator_before_the_public(on: On) {
    let site = Site::open(on).await;
    let mut team = member(&site, "owner@example.org").await;
    let answer = [
        ("action", "reply"),
        ("answered_by", "The mayor"),
        ("day", "2026-03-01"),
        ("text", "We will *open* it.\r\n\r\n<script>alert(1)</script>"),
        ("link", "https://city.example.org/letter"),
    ];
    let future = answer.map(|(name, value)| (name, if name == "day" { "2030-01-01" } else { value }));
    send(&mut team, RUN, &future).await.expect(422).says("Choose a day that has come.");
    send(&mut team, RUN, &answer).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200).says_nothing_of("The mayor");

    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    team.get(REPLIES).await.expect(404);
    let waiting = moderator.get(REPLIES).await.expect(200).says("The mayor");
    assert!(waiting.body.contains("<em>open</em>") && !waiting.body.contains("<script>alert"));
    let id = waiting.form().value("reply").to_owned();
    send(&mut team, REPLIES, &[("action", "show"), ("reply", &id)]).await.expect(404);
    send(&mut moderator, REPLIES, &[("action", "send_back"), ("reply", &id)])
        .await
        .expect(422)
        .says("Tell the team what to change.");
    let remark = [("action", "send_back"), ("reply", &id), ("remark", "Whose words are these?")];
    send(&mut moderator, REPLIES, &remark).await.expect(303);
    team.get(RUN).await.expect(200).says("Whose words are these?");
    send(&mut moderator, REPLIES, &[("action", "show"), ("reply", &id)]).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200).says_nothing_of("The mayor");

    // What a moderator has read is what is shown, not what was typed since.
    send(&mut team, RUN, &answer).await.expect(303);
    let first = moderator.get(REPLIES).await.expect(200).form().value("reply").to_owned();
    let changed = answer.map(|(name, value)| (name, if name == "answered_by" { "Her deputy" } else { value }));
    send(&mut team, RUN, &changed).await.expect(303);
    send(&mut moderator, REPLIES, &[("action", "show"), ("reply", &first)]).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200).says_nothing_of("The mayor").says_nothing_of("Her deputy");
    let second = moderator.get(REPLIES).await.expect(200).form().value("reply").to_owned();
    send(&mut moderator, REPLIES, &[("action", "show"), ("reply", &second)]).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200).says("Her deputy").says("1 March 2026").says_nothing_of("The mayor");
    send(&mut team, RUN, &[("action", "remove_reply")]).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200).says_nothing_of("Her deputy");

    site.clock.minutes(12 * 60 + 1);
    assert!(moderator.get(REPLIES).await.location().starts_with("/en/account/proof"));
    site.close().await;
}

async fn each_number_is_told_once(on: On) {
    let site = Site::open(on).await;
    let mut team = member(&site, "owner@example.org").await;
    site.execute("INSERT INTO campaign_counts (campaign_id, slot, n) SELECT id, 9, 1000 FROM campaigns WHERE slug = 'library-sundays'")
        .await;
    // A server looks when it starts. Of two, one tells; what it sends would stay in its own memory.
    site.run(&["mail", "pause"]).succeeds();
    let (one, two) = (site.beside().await, site.beside().await);
    one.close().await;
    two.close().await;
    assert_eq!(site.number("SELECT COUNT(*) FROM milestones").await, 3, "its goal of 500 is one of them");
    assert_eq!(site.number("SELECT COUNT(*) FROM outbox WHERE kind = 'milestone'").await, 1);
    site.run(&["mail", "resume"]).succeeds();
    let letter = site.mail().await;
    assert_eq!(letter.to, "owner@example.org");
    assert!(letter.subject.starts_with("Undersigned: "), "{}", letter.subject);
    assert!(letter.text.contains("Sunday"), "{}", letter.text);
    team.get(RUN).await.expect(200).says("1,000 signatures on 2 March 2026");
    site.browser().get(CAMPAIGN).await.expect(200).says("Waiting for a reply since today.");
    // Withdrawals take nothing back.
    site.execute("UPDATE campaign_counts SET n = 90 WHERE slot = 9").await;
    site.beside().await.close().await;
    site.execute("UPDATE campaign_counts SET n = 600 WHERE slot = 9").await;
    site.beside().await.close().await;
    assert_eq!(site.number("SELECT COUNT(*) FROM milestones").await, 3);
    site.no_mail().await;
    site.close().await;
}

flows!(
    a_campaign_is_closed_opened_again_and_archived,
    an_answer_is_read_by_a_moderator_before_the_public,
    each_number_is_told_once,
);
