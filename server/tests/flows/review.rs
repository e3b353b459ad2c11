//! Moderators decide in the browser.

use crate::drafts::{body, send, started};
use crate::helpers::{Browser, On, Page, Site};
use app::accounts::Role;

const QUEUE: &str = "/en/review";
const TITLE: &str = "Keep the night bus running";

/// A submitted campaign's page in review, and the path of its draft.
async fn submitted(browser: &mut Browser, slug: &str) -> (String, String) {
    let page = browser.post("/en/account/campaigns/new", body(&[("title", TITLE), ("anyway", "on")])).await.expect(303);
    let draft = page.location().to_owned();
    send(browser, &draft, "1", "submit", &[("slug", slug)]).await.expect(303);
    let id = draft.rsplit('/').next().unwrap();
    (format!("{QUEUE}/campaign/{id}"), draft)
}

async fn act(browser: &mut Browser, case: &str, action: &str, fields: &[(&str, &str)]) -> Page {
    let mut fields = fields.to_vec();
    fields.push(("action", action));
    if !fields.iter().any(|(name, _)| *name == "version") {
        fields.push(("version", "2"));
    }
    browser.post(case, body(&fields)).await
}

async fn review_is_for_moderators_who_have_proved_who_they_are(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let (case, _) = submitted(&mut ana, "night-bus").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let mut nobody = site.browser();
    for path in [QUEUE, &case] {
        assert_eq!(nobody.get(path).await.location(), "/en/sign-in");
        ana.get(path).await.expect(404);
        let page = moderator.get(path).await.expect(200).says(TITLE);
        assert_eq!(page.header("cache-control"), Some("no-store"));
    }
    for action in ["take", "leave", "note", "publish", "send_back", "reject"] {
        let fields = [("remark", "No."), ("note", "No."), ("ground", "hatred")];
        assert_eq!(act(&mut nobody, &case, action, &fields).await.location(), "/en/sign-in");
        act(&mut ana, &case, action, &fields).await.expect(404);
    }
    act(&mut moderator, &case, "anything", &[]).await.expect(400);
    // A proof of yesterday does not count.
    site.clock.minutes(13 * 60);
    let asked = format!("/en/account/proof?next={}", app::paths::encode(&case));
    assert_eq!(moderator.get(&case).await.location(), asked);
    assert_eq!(act(&mut moderator, &case, "publish", &[]).await.location(), asked);
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE state = 'submitted'").await, 1);
    assert_eq!(site.number("SELECT count(*) FROM audit_log").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM review_notes").await, 0);
    site.close().await;
}

async fn the_queue_has_the_oldest_first_and_tells_ages_apart(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut cases = Vec::new();
    for (slug, locale, days) in [("first", "en", 4), ("second", "es", 3), ("third", "en", 0)] {
        let draft = started(&mut ana, &format!("{TITLE} {slug}")).await;
        let title = format!("{TITLE} {slug}");
        send(&mut ana, &draft, "1", "submit", &[("slug", slug), ("locale", locale), ("title", &title)])
            .await
            .expect(303);
        cases.push(format!("{QUEUE}/campaign/{}", draft.rsplit('/').next().unwrap()));
        site.clock.minutes(days * 24 * 60);
    }
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let listed = |page: Page| {
        page.links().into_iter().filter(|link| link.starts_with("/en/review/campaign/")).collect::<Vec<_>>()
    };
    let page = moderator.get(QUEUE).await.expect(200).says("1 new").says("1 due").says("1 overdue").says("7 days");
    assert_eq!(listed(page), cases);
    for (query, expected) in [
        ("age=overdue", &cases[..1]),
        ("age=due", &cases[1..2]),
        ("age=new", &cases[2..]),
        ("language=es", &cases[1..2]),
        ("age=new&language=es", &[][..]),
        ("page=2", &[][..]),
    ] {
        assert_eq!(listed(moderator.get(&format!("{QUEUE}?{query}")).await.expect(200)), expected, "{query}");
    }
    // From one to the next, and back.
    let middle = listed(moderator.get(&cases[1]).await.expect(200));
    assert_eq!(middle, [cases[0].clone(), cases[2].clone()]);
    assert_eq!(listed(moderator.get(&cases[0]).await.expect(200)), [cases[1].clone()]);
    site.close().await;
}

async fn a_campaign_is_sent_back_refused_tried_again_and_published(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let (case, draft) = submitted(&mut ana, "night-bus").await;
    moderator.get(&case).await.expect(200).says("Run it hourly.").says("Because people walk home.").says("night-bus");

    // Without a remark, without a reason: nothing is decided, and what was typed is kept.
    act(&mut moderator, &case, "send_back", &[("remark", " ")])
        .await
        .expect(422)
        .says("Say what its team is to change.");
    let refused = act(&mut moderator, &case, "reject", &[("remark", "Kept </textarea><script>")]).await.expect(422);
    let refused = refused.says("Tick at least one reason.");
    let form = refused.forms().into_iter().find(|form| form.body().contains("remark")).unwrap();
    assert_eq!(form.value("remark"), "Kept </textarea><script>");
    site.no_mail().await;

    let done = act(&mut moderator, &case, "send_back", &[("remark", "Name who runs the line.")]).await.expect(303);
    assert_eq!(done.location(), "/en/review?saved=send_back");
    let told = site.mail().await;
    assert_eq!((told.to.as_str(), told.link()), ("ana@example.org", draft.as_str()));
    assert!(!told.text.contains("night bus") && !told.subject.contains("night bus"), "{told:?}");
    ana.get(&draft).await.expect(200).says("Name who runs the line.");
    moderator.get(&case).await.expect(410).says("does not wait any more");

    send(&mut ana, &draft, "2", "submit", &[("slug", "night-bus")]).await.expect(303);
    let fields = [("version", "3"), ("ground", "hatred"), ("ground", "private_person"), ("ground", "no_such_ground")];
    act(&mut moderator, &case, "reject", &[("version", "3"), ("ground", "no_such_ground")]).await.expect(422);
    act(&mut moderator, &case, "reject", &fields).await.expect(303);
    site.mail().await;
    ana.get(&draft)
        .await
        .expect(200)
        .says("It attacks people for what they are")
        .says("It names or accuses a private person");
    let spanish = draft.replacen("/en/", "/es/", 1);
    ana.get(&spanish).await.expect(200).says("Nombra o acusa a un particular");
    ana.get("/en/campaigns/night-bus").await.expect(404);

    // Refused is not for ever: its team changes it and tries again.
    ana.post(&draft, body(&[("action", "take_back")])).await.expect(303);
    ana.get(&draft).await.expect(200).says("It names or accuses a private person");
    send(&mut ana, &draft, "3", "submit", &[("slug", "night-bus"), ("demands", "Keep line 9.")]).await.expect(303);
    act(&mut moderator, &case, "publish", &[("version", "4")]).await.expect(303);
    assert_eq!(site.mail().await.link(), "/en/account");
    assert_eq!(site.number("SELECT count(*) FROM campaigns WHERE slug = 'night-bus' AND state = 'published'").await, 1);
    assert_eq!(site.number("SELECT count(*) FROM decision_grounds").await, 0);
    for entry in [
        "SELECT count(*) FROM audit_log WHERE action = 'campaign_sent_back' AND object = 'night-bus' AND detail = ''",
        "SELECT count(*) FROM audit_log WHERE action = 'campaign_rejected' AND detail = 'private_person, hatred'",
        "SELECT count(*) FROM audit_log WHERE action = 'campaign_published' AND object = 'night-bus' AND actor IS NOT NULL",
    ] {
        assert_eq!(site.number(entry).await, 1, "{entry}");
    }
    site.close().await;
}

async fn what_somebody_else_has_taken_is_theirs_until_it_is_taken_over(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut one = site.signed_in_as("one@example.org", Role::Moderator).await;
    let mut two = site.signed_in_as("two@example.org", Role::Admin).await;
    let (case, _) = submitted(&mut ana, "night-bus").await;
    act(&mut one, &case, "take", &[]).await.expect(303);
    one.get(&case).await.expect(200).says("You are at it until");
    two.get(&case).await.expect(200).says("one@example.org is at it until");
    two.get(QUEUE).await.expect(200).says("one@example.org");
    act(&mut two, &case, "publish", &[]).await.expect(422).says("one@example.org is at it, so nothing was decided");
    // Leaving what is another's leaves it to them.
    act(&mut two, &case, "leave", &[]).await.expect(303);
    act(&mut two, &case, "publish", &[]).await.expect(422);
    act(&mut two, &case, "take", &[]).await.expect(303);
    act(&mut one, &case, "publish", &[]).await.expect(422).says("two@example.org is at it");
    act(&mut one, &case, "note", &[("note", "It names <b>a person</b>.")]).await.expect(303);
    let seen = two.get(&case).await.expect(200).says("It names <b>a person</b>.");
    assert!(seen.text().contains("one@example.org"), "{}", seen.text());
    // After half an hour it is free for anyone.
    site.clock.minutes(31);
    one.get(&case).await.expect(200).says("Nobody is at it.");
    act(&mut one, &case, "publish", &[]).await.expect(303);
    act(&mut two, &case, "send_back", &[("remark", "Too late.")]).await.expect(422).says("somebody else has decided");
    assert_eq!(site.number("SELECT count(*) FROM audit_log").await, 1);
    site.close().await;
}

async fn two_who_decide_at_once_do_not_both(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut one = site.signed_in_as("one@example.org", Role::Moderator).await;
    let mut two = site.signed_in_as("two@example.org", Role::Moderator).await;
    let (case, _) = submitted(&mut ana, "night-bus").await;
    let remark = [("remark", "Not so.")];
    let (first, second) =
        tokio::join!(act(&mut one, &case, "publish", &[]), act(&mut two, &case, "send_back", &remark));
    let mut answers = [first.status.as_u16(), second.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [303, 422]);
    let loser = if first.status.as_u16() == 422 { first } else { second };
    loser.says("This does not wait any more");
    assert_eq!(site.mails().await.len(), 1);
    assert_eq!(site.number("SELECT count(*) FROM audit_log").await, 1);
    site.close().await;
}

async fn what_was_changed_meanwhile_is_not_decided_on(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let (case, draft) = submitted(&mut ana, "night-bus").await;
    ana.post(&draft, body(&[("action", "take_back")])).await.expect(303);
    act(&mut moderator, &case, "publish", &[]).await.expect(422).says("This does not wait any more");
    send(&mut ana, &draft, "2", "submit", &[("slug", "night-bus"), ("summary", "Something else.")]).await.expect(303);
    act(&mut moderator, &case, "publish", &[("version", "2")])
        .await
        .expect(422)
        .says("Something else.")
        .says("has changed it");
    assert_eq!(site.number("SELECT count(*) FROM campaigns WHERE slug = 'night-bus'").await, 0);
    site.no_mail().await;
    act(&mut moderator, &case, "publish", &[("version", "3")]).await.expect(303);
    site.close().await;
}

async fn nobody_decides_on_a_campaign_of_their_own_team_but_the_only_moderator(on: On) {
    let site = Site::open(on).await;
    let mut one = site.signed_in_as("one@example.org", Role::Moderator).await;
    let (case, _) = submitted(&mut one, "first").await;
    one.get(&case).await.expect(200);
    act(&mut one, &case, "publish", &[]).await.expect(303);
    site.mail().await;
    let mut two = site.signed_in_as("two@example.org", Role::Admin).await;
    let (case, _) = submitted(&mut one, "second").await;
    let page = one.get(&case).await.expect(200).says("You belong to the team of this campaign");
    assert!(!page.body.contains("value=\"publish\""), "{}", page.body);
    act(&mut one, &case, "publish", &[]).await.expect(422).says("somebody else has to decide");
    act(&mut one, &case, "reject", &[("ground", "hatred")]).await.expect(422);
    act(&mut two, &case, "publish", &[]).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM audit_log").await, 2);
    site.close().await;
}

async fn an_address_that_was_taken_meanwhile_is_told_and_not_published(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let (first, _) = submitted(&mut ana, "night-bus").await;
    let (second, _) = submitted(&mut ana, "night-bus").await;
    act(&mut moderator, &first, "publish", &[]).await.expect(303);
    let page = act(&mut moderator, &second, "publish", &[]).await.expect(422);
    page.says("It cannot be published as it is");
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE state = 'submitted'").await, 1);
    site.close().await;
}

async fn what_belongs_to_a_deleted_draft_is_dropped(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let (case, draft) = submitted(&mut ana, "night-bus").await;
    act(&mut moderator, &case, "note", &[("note", "Look at the second line.")]).await.expect(303);
    act(&mut moderator, &case, "reject", &[("ground", "trap")]).await.expect(303);
    server::moderation::sweep(&site.writer, server::clock::Clock::now(&*site.clock)).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM review_notes").await, 1);
    ana.post(&draft, body(&[("action", "delete"), ("sure", "on")])).await.expect(303);
    server::moderation::sweep(&site.writer, server::clock::Clock::now(&*site.clock)).await.unwrap();
    for count in ["SELECT count(*) FROM review_notes", "SELECT count(*) FROM decision_grounds"] {
        assert_eq!(site.number(count).await, 0, "{count}");
    }
    site.close().await;
}

flows!(
    review_is_for_moderators_who_have_proved_who_they_are,
    the_queue_has_the_oldest_first_and_tells_ages_apart,
    a_campaign_is_sent_back_refused_tried_again_and_published,
    what_somebody_else_has_taken_is_theirs_until_it_is_taken_over,
    two_who_decide_at_once_do_not_both,
    what_was_changed_meanwhile_is_not_decided_on,
    nobody_decides_on_a_campaign_of_their_own_team_but_the_only_moderator,
    an_address_that_was_taken_meanwhile_is_told_and_not_published,
    what_belongs_to_a_deleted_draft_is_dropped,
);
