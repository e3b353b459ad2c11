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
        act(&mut nobody, &case, action, &fields).await.expect(401).says_nothing_of(TITLE);
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

const CAMPAIGN_CASE: &str = "/en/review/campaigns/halt-deportations";
const CATALOGUE: &str = "/en/review/catalogue";
const REASONS: &str = "/en/review/reasons";

async fn the_other_rooms_are_for_moderators_and_the_catalogue_for_admins(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let mut nobody = site.browser();
    let fields = body(&[("action", "hide"), ("ground", "trap")]);
    for path in ["/en/review/campaigns", CAMPAIGN_CASE, REASONS] {
        assert_eq!(nobody.get(path).await.location(), "/en/sign-in");
        ana.get(path).await.expect(404);
        moderator.get(path).await.expect(200);
    }
    ana.post(CAMPAIGN_CASE, fields.clone()).await.expect(404);
    assert_eq!(nobody.post(CAMPAIGN_CASE, fields).await.location(), "/en/sign-in");
    ana.post(REASONS, body(&[("action", "show")])).await.expect(404);
    let retire = body(&[("action", "retire"), ("code", "hatred")]);
    for stranger in [&mut ana, &mut moderator] {
        stranger.get(CATALOGUE).await.expect(404);
        stranger.post(CATALOGUE, retire.clone()).await.expect(404);
    }
    admin.get(CATALOGUE).await.expect(200);
    assert!(admin.get(QUEUE).await.expect(200).links().contains(&CATALOGUE.to_owned()));
    assert!(!moderator.get(QUEUE).await.expect(200).links().contains(&CATALOGUE.to_owned()));
    // A proof of this morning is not enough to change what the public reads.
    site.clock.minutes(11);
    assert_eq!(admin.get(CATALOGUE).await.location(), "/en/account/proof?next=%2Fen%2Freview%2Fcatalogue");
    assert!(admin.post(CATALOGUE, retire).await.location().starts_with("/en/account/proof"));
    admin.get(CAMPAIGN_CASE).await.expect(200);
    assert_eq!(site.number("SELECT count(*) FROM audit_log").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM campaigns WHERE state = 'hidden'").await, 0);
    site.close().await;
}

async fn admins_edit_the_catalogue(on: On) {
    let site = Site::open(on).await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let (case, _) = submitted(&mut ana, "night-bus").await;
    let texts = [("text_en", "It is <b>spam</b>."), ("text_es", "Es publicidad.")];
    let with = |action: &'static str, code: &'static str, texts: &[(&'static str, &'static str)]| {
        body(&[&[("action", action), ("code", code)], texts].concat())
    };
    admin
        .post(CATALOGUE, with("add", "Spam!", &texts[..1]))
        .await
        .expect(422)
        .says("small letters a to z")
        .says("Write the text in Español.");
    admin
        .post(CATALOGUE, with("add", "hatred", &texts))
        .await
        .expect(422)
        .says("There is a reason of this name already.");
    admin.post(CATALOGUE, with("add", "spam", &texts)).await.expect(303);
    admin.get(&case).await.expect(200).says("It is <b>spam</b>.");
    admin.post(CATALOGUE, with("change", "spam", &[("text_en", "It sells."), ("text_es", "Vende.")])).await.expect(303);
    let spanish = case.replacen("/en/", "/es/", 1);
    admin.get(&spanish).await.expect(200).says("Vende.");
    // One that is retired stays where it was given, and cannot be given any more.
    act(&mut admin, &case, "reject", &[("ground", "spam")]).await.expect(303);
    admin.post(CATALOGUE, with("retire", "spam", &[])).await.expect(303);
    admin.get(CATALOGUE).await.expect(200).says("retired");
    let draft = case.replace("/review/campaign/", "/account/campaigns/draft/");
    ana.get(&draft).await.expect(200).says("It sells.");
    let (second, _) = submitted(&mut ana, "day-bus").await;
    admin.get(&second).await.expect(200).says_nothing_of("It sells.");
    act(&mut admin, &second, "reject", &[("ground", "spam")]).await.expect(422);
    admin.post(CATALOGUE, with("restore", "spam", &[])).await.expect(303);
    act(&mut admin, &second, "reject", &[("ground", "spam")]).await.expect(303);
    admin.post(CATALOGUE, with("change", "nothing_of_that_name", &texts)).await.expect(404);
    assert_eq!(
        site.number("SELECT count(*) FROM audit_log WHERE action = 'catalogue_changed' AND object = 'spam'").await,
        4
    );
    site.close().await;
}

async fn a_hidden_campaign_says_why_and_comes_back_as_it_was(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let (case, _) = submitted(&mut ana, "night-bus").await;
    act(&mut moderator, &case, "publish", &[]).await.expect(303);
    site.mail().await;
    let signed = site.signed_and_confirmed("Rosa", "rosa@example.org").await;
    // Somebody has signed and not confirmed yet.
    let mut ben = site.browser();
    ben.sign("Ben", "ben@example.org").await;
    let waiting = site.mail().await;

    let listed = moderator.get("/en/review/campaigns?q=deportations").await.expect(200);
    assert!(listed.links().contains(&CAMPAIGN_CASE.to_owned()), "{:?}", listed.links());
    moderator.post(CAMPAIGN_CASE, body(&[("action", "hide")])).await.expect(422).says("Tick at least one reason.");
    let hide = body(&[("action", "hide"), ("ground", "trap"), ("ground", "unlawful")]);
    assert_eq!(moderator.post(CAMPAIGN_CASE, hide.clone()).await.location(), format!("{CAMPAIGN_CASE}?saved=hide"));
    moderator.get(CAMPAIGN_CASE).await.expect(200).says("It is hidden");
    // Its team has no account here, so nobody is written to; hiding twice changes nothing.
    moderator.post(CAMPAIGN_CASE, hide).await.expect(303);
    assert_eq!(
        site.number("SELECT count(*) FROM audit_log WHERE action = 'campaign_hidden' AND detail = 'unlawful, trap'")
            .await,
        1
    );

    let page = site.browser().get("/en/campaigns/halt-deportations").await.expect(410);
    let page = page.says("There are signs that it serves to find out who signs it.").says("took it down because");
    assert!(page.forms().is_empty() && page.header("cache-control") == Some("no-store"));
    site.browser()
        .get("/es/campaigns/halt-deportations")
        .await
        .expect(410)
        .says("Hay indicios de que sirve para averiguar");
    let listed = moderator.get("/en/review/campaigns?state=hidden").await.expect(200);
    assert!(listed.links().contains(&CAMPAIGN_CASE.to_owned()));

    // What waits is not confirmed, and is told so; who has signed can still withdraw.
    let confirm = waiting.link().to_owned();
    ben.get(&confirm).await.expect(410).says("will not count");
    ben.post(&confirm, String::new()).await.expect(410);
    let again = body(&[("name", "Ben"), ("email", "ben@example.org"), ("country", "US")]);
    ben.post("/en/campaigns/halt-deportations", again).await.expect(410);
    let mine = signed.link();
    let mine = site.browser().get(mine).await;
    let mine = if mine.status.is_redirection() { mine.location().to_owned() } else { signed.link().to_owned() };
    let page = site.browser().get(&mine).await.expect(200);
    let withdraw = page.forms().into_iter().find(|form| form.body().contains("decision=withdraw")).unwrap();
    site.browser().send(&withdraw).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE state = 'withdrawn'").await, 1);
    assert_eq!(site.rows().await, (1, 0));

    moderator.post(CAMPAIGN_CASE, body(&[("action", "show")])).await.expect(303);
    ben.get("/en/campaigns/halt-deportations").await.expect(200);
    ben.press(&confirm).await.expect(303);
    assert_eq!(site.rows().await, (0, 1));
    assert_eq!(site.number("SELECT count(*) FROM hidden_campaigns").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM decision_grounds").await, 0);

    // A team with accounts is written to, both ways, and no mail of a hidden campaign goes out.
    let own = "/en/review/campaigns/night-bus";
    moderator.post(own, body(&[("action", "hide"), ("ground", "trap")])).await.expect(303);
    let told = site.mail().await;
    assert_eq!((told.to.as_str(), told.link()), ("ana@example.org", "/en/campaigns/night-bus"));
    moderator.post(own, body(&[("action", "show")])).await.expect(303);
    assert_eq!(site.mail().await.to, "ana@example.org");
    site.close().await;
}

async fn reasons_are_shown_and_removed_many_at_once(on: On) {
    let site = Site::open(on).await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    for (name, reason) in [("Rosa", "For my mother."), ("Ben", "Kill <b>them</b>."), ("Ana", "For all.")] {
        let mut browser = site.browser();
        let email = format!("{}@example.org", name.to_lowercase());
        let form = browser.sign_form(name, &email).await;
        let form = form.set("reason", reason).set("show_reason", "on").set("show_name", "on");
        browser.send(&form).await.expect(303);
        let letter = site.mail().await;
        browser.press(letter.link()).await.expect(303);
    }
    moderator.get(QUEUE).await.expect(200).says("Reasons of signers (3)");
    let page = moderator.get(REASONS).await.expect(200).says("For my mother.").says("Kill <b>them</b>.").says("Rosa");
    assert_eq!(page.body.matches("name=\"reason\"").count(), 3);
    assert_eq!(moderator.post(REASONS, body(&[("action", "show")])).await.location(), format!("{REASONS}?saved=0"));
    let bad = "SELECT count(*) FROM signatures WHERE reason_state = 'waiting'";
    assert_eq!(site.number(bad).await, 3);
    // By its text, for their order is that of random numbers.
    let of = |text: &str| {
        let at = page.body.find(text).unwrap();
        let id = page.body[..at].rfind("value=\"").unwrap() + "value=\"".len();
        page.body[id..id + 32].to_owned()
    };
    let (rosa, ben) = (of("For my mother."), of("Kill "));
    moderator
        .post(REASONS, body(&[("action", "show"), ("reason", &rosa), ("reason", &of("For all."))]))
        .await
        .expect(303);
    moderator.post(REASONS, body(&[("action", "remove"), ("reason", &ben), ("reason", "no number")])).await.expect(303);
    moderator
        .get(&format!("{REASONS}?saved=2"))
        .await
        .expect(200)
        .says("2 reasons are decided on.")
        .says("No reason waits.");
    let shown = format!("{REASONS}?state=shown&campaign=halt-deportations");
    moderator.get(&shown).await.expect(200).says("For my mother.").says_nothing_of("Kill");
    assert_eq!(
        site.number("SELECT count(*) FROM signatures WHERE reason LIKE '%Kill%' OR public_name = 'Ben'").await,
        0
    );
    // What is shown can be removed later.
    let removed = moderator.post(&shown, body(&[("action", "remove"), ("reason", &rosa)])).await;
    assert_eq!(removed.location(), format!("{shown}&saved=1"));
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE reason_state = 'shown'").await, 1);
    assert_eq!(site.rows().await, (0, 3));
    for entry in [
        "SELECT count(*) FROM audit_log WHERE action = 'reasons_shown' AND object = '' AND detail = '2'",
        "SELECT count(*) - 1 FROM audit_log WHERE action = 'reasons_removed' AND object = '' AND detail = '1'",
    ] {
        assert_eq!(site.number(entry).await, 1, "{entry}");
    }
    site.close().await;
}

flows!(
    the_other_rooms_are_for_moderators_and_the_catalogue_for_admins,
    admins_edit_the_catalogue,
    a_hidden_campaign_says_why_and_comes_back_as_it_was,
    reasons_are_shown_and_removed_many_at_once,
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
