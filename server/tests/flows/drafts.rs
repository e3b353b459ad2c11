//! A campaign is written in the browser, submitted, reviewed and signed.

use crate::helpers::{Browser, Letter, On, Page, Site};
use app::paths::encode;
use server::clock::{Clock, SystemClock};

const NEW: &str = "/en/account/campaigns/new";
const ACCOUNT: &str = "/en/account";

pub fn body(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
}

pub async fn started(browser: &mut Browser, title: &str) -> String {
    let page = browser.post(NEW, body(&[("title", title)])).await.expect(303);
    page.location().to_owned()
}

/// Everything that a campaign needs.
pub const SOUND: [(&str, &str); 11] = [
    ("title", "Keep the night bus running"),
    ("slug", "night-bus"),
    ("started_by", "Riders of line 9"),
    ("locale", "en"),
    ("targets", "City Council\r\nAna Ruiz; Mayor"),
    ("demands", "Keep line 9.\r\nRun it hourly."),
    ("summary", "The last bus leaves before the late shift ends."),
    ("story", "## Why\r\n\r\nBecause people walk home."),
    ("goal", "1,000"),
    ("closes_on", "2027-03-31"),
    ("time_zone", "America/New_York"),
];

pub async fn send(browser: &mut Browser, draft: &str, version: &str, action: &str, changes: &[(&str, &str)]) -> Page {
    let mut fields = SOUND.to_vec();
    for (name, value) in changes {
        fields.retain(|(other, _)| other != name);
        fields.push((name, value));
    }
    fields.extend([("version", version), ("action", action)]);
    browser.post(draft, body(&fields)).await
}

/// The mail about a decision. It was queued by the machine's clock, which is a little ahead of the site's.
async fn decided(site: &Site) -> Letter {
    site.clock.minutes(1);
    site.mail().await
}

/// The number by which commands name a draft.
pub fn number(draft: &str) -> &str {
    draft.rsplit('/').next().unwrap()
}

/// A site of today, for the commands beside it look at the machine's clock.
pub async fn site_of_today(on: On) -> Site {
    let site = Site::open(on).await;
    site.clock.set(&SystemClock.now().to_string());
    site
}

async fn a_campaign_is_written_submitted_published_and_signed(on: On) {
    let site = site_of_today(on).await;
    assert_eq!(site.browser().post(NEW, body(&[("title", "")])).await.location(), "/en/sign-in");
    let mut browser = site.signed_in("ana@example.org").await;
    browser.get(NEW).await.expect(200);
    let refused = browser.post(NEW, body(&[("title", "Bus")])).await.expect(422);
    assert_eq!(refused.form().value("title"), "Bus");
    let draft = started(&mut browser, "Keep the night bus running").await;
    let page = browser.get(&draft).await.expect(200);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let form = page.forms().remove(0);
    assert_eq!((form.value("slug"), form.value("version")), ("keep-the-night-bus-running", "1"));

    // Unfinished texts are kept as they are.
    let saved = send(&mut browser, &draft, "1", "save", &[("story", ""), ("goal", "many")]).await.expect(303);
    assert_eq!(saved.location(), format!("{draft}?saved=draft"));
    let form = browser.get(&draft).await.expect(200).forms().remove(0);
    assert_eq!((form.value("goal"), form.value("version")), ("many", "2"));
    browser.get(&format!("{draft}/preview")).await.expect(200).says("Keep the night bus running");

    // What is not sound is saved, and not submitted.
    let refused = send(&mut browser, &draft, "2", "submit", &[("goal", "many"), ("slug", "halt-deportations")]).await;
    let form = refused.expect(422).forms().remove(0);
    assert_eq!((form.value("goal"), form.value("version")), ("many", "3"));
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE state = 'submitted'").await, 0);
    let submitted = send(&mut browser, &draft, "3", "submit", &[]).await.expect(303);
    assert_eq!(submitted.location(), format!("{draft}?saved=submitted"));
    browser.get("/en/campaigns/night-bus").await.expect(404);

    let listed = site.run(&["review", "list"]).succeeds();
    assert!(listed.out.contains("night-bus\tKeep the night bus running"), "{}", listed.out);
    let shown = site.run(&["review", "show", number(&draft)]).succeeds();
    assert!(shown.out.contains("Because people walk home.") && !shown.out.contains("ana@"), "{}", shown.out);
    site.run(&["review", "publish", number(&draft)]).succeeds();
    let told = decided(&site).await;
    assert_eq!((told.to.as_str(), told.link()), ("ana@example.org", ACCOUNT));
    assert!(!told.text.contains("night bus") && !told.subject.contains("night bus"), "{told:?}");
    let again = site.run(&["review", "publish", number(&draft)]);
    assert!(again.err.contains("waits for review"), "{}", again.err);

    let page = published(&mut browser).await.says("Riders of line 9").says("Run it hourly.");
    let form = page.form().set("name", "Ben").set("email", "ben@example.org").set("country", "US");
    browser.send(&form).await.expect(303);
    let letter = site.mail().await;
    site.browser().press(letter.link()).await.expect(303);
    assert_eq!(site.count().await, 1);
    browser.get(ACCOUNT).await.expect(200).says("Keep the night bus running");
    assert_eq!(site.number("SELECT count(*) FROM drafts").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM campaign_keys").await, 3, "it has no key");
    site.close().await;
}

async fn a_moderator_sends_back_or_refuses(on: On) {
    let site = site_of_today(on).await;
    let mut browser = site.signed_in("ana@example.org").await;
    let draft = started(&mut browser, "Keep the night bus running").await;
    send(&mut browser, &draft, "1", "submit", &[]).await.expect(303);
    // It cannot be changed while it waits, but taken back.
    send(&mut browser, &draft, "2", "save", &[("title", "Something else entirely")]).await.expect(303);
    browser.post(&draft, body(&[("action", "take_back")])).await.expect(303);
    assert!(site.run(&["review", "list"]).succeeds().out.is_empty());
    let form = browser.get(&draft).await.expect(200).forms().remove(0);
    assert_eq!(form.value("title"), "Keep the night bus running");
    send(&mut browser, &draft, "2", "submit", &[]).await.expect(303);

    assert!(!site.run(&["review", "send-back", number(&draft), "--remark", " "]).err.is_empty());
    site.run(&["review", "send-back", number(&draft), "--remark", "Name <b>who</b> runs the line."]).succeeds();
    assert_eq!(decided(&site).await.to, "ana@example.org");
    browser.get(&draft).await.expect(200).says("Name <b>who</b> runs the line.");
    send(&mut browser, &draft, "3", "submit", &[]).await.expect(303);
    site.run(&["review", "reject", number(&draft), "--remark", "It names a private person."]).succeeds();
    assert_eq!(decided(&site).await.to, "ana@example.org");
    browser.get(&draft).await.expect(200).says("It names a private person.");
    send(&mut browser, &draft, "4", "save", &[]).await.expect(303);
    assert_eq!(site.number("SELECT version FROM drafts").await, 4);
    browser.post(&draft, body(&[("action", "delete")])).await.expect(422);
    browser.post(&draft, body(&[("action", "delete"), ("sure", "on")])).await.expect(303);
    browser.get(&draft).await.expect(404);
    site.close().await;
}

async fn an_address_goes_to_whoever_is_published_first(on: On) {
    let site = site_of_today(on).await;
    let mut browser = site.signed_in("ana@example.org").await;
    let mut drafts = Vec::new();
    for _ in 0..2 {
        let draft = started(&mut browser, "Keep the night bus running").await;
        send(&mut browser, &draft, "1", "submit", &[]).await.expect(303);
        drafts.push(draft);
    }
    site.run(&["review", "publish", number(&drafts[0])]).succeeds();
    site.run(&["review", "publish", number(&drafts[1])])
        .fails()
        .tells("It cannot be published as it is")
        .tells("slug: ");
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE state = 'submitted'").await, 1);
    site.close().await;
}

async fn two_tabs_never_overwrite_each_other_silently(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.signed_in("ana@example.org").await;
    let draft = started(&mut browser, "Keep the night bus running").await;
    send(&mut browser, &draft, "1", "save", &[("summary", "From the first tab.")]).await.expect(303);
    let second = send(&mut browser, &draft, "1", "save", &[("summary", "From the second tab.")]).await.expect(422);
    let form = second.forms().remove(0);
    assert_eq!((form.value("summary"), form.value("version")), ("From the second tab.", "2"));
    let kept = browser.get(&draft).await.expect(200).forms().remove(0);
    assert_eq!(kept.value("summary"), "From the first tab.");
    send(&mut browser, &draft, "2", "save", &[("summary", "From the second tab.")]).await.expect(303);
    let kept = browser.get(&draft).await.expect(200).forms().remove(0);
    assert_eq!(kept.value("summary"), "From the second tab.");
    site.close().await;
}

/// Ana's session in this browser is ended from another one.
async fn ended_from_elsewhere(site: &Site, browser: &mut Browser) {
    let mut other = site.signed_in("ana@example.org").await;
    site.mails().await;
    let forms = other.get(ACCOUNT).await.expect(200).forms();
    let ends = forms.iter().find(|form| form.body().contains("action=end")).unwrap();
    other.send(ends).await.expect(303);
    assert_eq!(browser.get(ACCOUNT).await.location(), "/en/sign-in");
}

async fn what_is_typed_outlives_a_session_that_was_ended(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let draft = started(&mut ana, "Keep the night bus running").await;
    send(&mut ana, &draft, "1", "save", &[("summary", "Saved before.")]).await.expect(303);
    ended_from_elsewhere(&site, &mut ana).await;

    // The draft's own form comes back whole, and nothing of it is saved.
    let kept = send(&mut ana, &draft, "2", "save", &[("summary", "Typed for an hour.")]).await.expect(401);
    let form = kept.forms().remove(0);
    assert_eq!((form.value("summary"), form.value("version")), ("Typed for an hour.", "2"));
    assert_eq!(site.number("SELECT MAX(version) FROM drafts").await, 2);
    // So do forms of one line; each is sent once more after signing in.
    let title = "Plant <trees> in every street";
    let line =
        ana.post(NEW, body(&[("title", title), ("anyway", "on")])).await.expect(401).says("sign in in another tab");
    let line = line.says(title).form();
    assert_eq!((line.action.as_str(), line.value("title"), line.value("anyway")), (NEW, title, "on"));
    assert_eq!(site.number("SELECT count(*) FROM drafts").await, 1);

    let mut again = site.signed_in("ana@example.org").await;
    again.send(&form).await.expect(303);
    let stored = again.get(&draft).await.expect(200).forms().remove(0);
    assert_eq!((stored.value("summary"), stored.value("version")), ("Typed for an hour.", "3"));
    again.send(&line).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM drafts").await, 2);
    site.close().await;
}

async fn a_draft_is_its_teams_alone(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.signed_in("ana@example.org").await;
    let mut stranger = site.signed_in("eve@example.org").await;
    let mut nobody = site.browser();
    let draft = started(&mut browser, "Keep the night bus running").await;
    for path in [draft.clone(), format!("{draft}/preview")] {
        stranger.get(&path).await.expect(404);
        assert_eq!(nobody.get(&path).await.location(), "/en/sign-in");
    }
    for action in ["save", "submit", "take_back", "delete", "add_rows"] {
        send(&mut stranger, &draft, "1", action, &[("sure", "on")]).await.expect(404);
        // Whose session has ended keeps what was typed, and sees nothing of what is stored.
        let kept = send(&mut nobody, &draft, "1", action, &[("sure", "on"), ("title", "My own words")]).await;
        let kept = kept.expect(401).says("sign in in another tab");
        assert!(!kept.body.contains("keep-the-night-bus-running"), "what is stored");
        assert_eq!(kept.forms().remove(0).value("title"), "My own words");
    }
    assert_eq!(nobody.post(&draft, body(&[("action", "take_back")])).await.location(), "/en/sign-in");
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE version = 1 AND state = 'draft'").await, 1);
    assert!(!stranger.get(ACCOUNT).await.expect(200).text().contains("night bus"));

    // Closing the account takes the drafts along, and only its own.
    let own = started(&mut stranger, "Plant trees in every street").await;
    let data = browser.get("/en/account/data").await.expect(200);
    assert!(data.body.contains("Keep the night bus running") && !data.body.contains("Plant trees"), "{}", data.body);
    browser.post(ACCOUNT, body(&[("action", "close"), ("sure", "on")])).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM drafts").await, 1);
    assert_eq!(site.number("SELECT count(*) FROM team_members").await, 1);
    stranger.get(&own).await.expect(200);
    site.close().await;
}

async fn figures_are_checked_shown_and_published(on: On) {
    let site = site_of_today(on).await;
    let mut browser = site.signed_in("ana@example.org").await;
    let draft = started(&mut browser, "Keep the night bus running").await;
    let facts = [
        ("facts_title", "Riders after eleven"),
        ("facts_sentence", "More ride late than ever."),
        ("facts_unit", "riders a night"),
        ("fact_label_2", "Line 9"),
        ("fact_value_2", "1,100"),
        ("fact_shown_2", "about 1,100"),
        ("fact_source_2", "Our own count"),
    ];
    let half = send(&mut browser, &draft, "1", "submit", &facts[..4]).await.expect(422);
    half.says("Say where this figure comes from.").says("Enter the number of this figure.");
    let added = send(&mut browser, &draft, "2", "add_rows", &facts).await.expect(303);
    assert_eq!(added.location(), format!("{draft}?saved=draft&more=3#fact_label_4"));
    let form = browser.get(&format!("{draft}?saved=draft&more=3")).await.expect(200).forms().remove(0);
    assert_eq!((form.value("fact_shown_2"), form.value("fact_label_6")), ("about 1,100", ""));
    browser.get(&format!("{draft}/preview")).await.expect(200).says("More ride late").says("Our own count");
    send(&mut browser, &draft, "3", "submit", &facts).await.expect(303);
    let shown = site.run(&["review", "show", number(&draft)]).succeeds();
    assert!(shown.out.contains("Line 9; 1,100; about 1,100; Our own count"), "{}", shown.out);
    site.run(&["review", "publish", number(&draft)]).succeeds();
    let page = published(&mut browser).await.says("More ride late than ever.").says("about 1,100");
    assert!(!page.text().contains("Figure"));
    site.close().await;
}

/// The page of the campaign that has just become public. What a page shows is two seconds old at most, also that there is none.
pub async fn published(browser: &mut Browser) -> Page {
    for _ in 0..40 {
        if browser.get("/en/campaigns/night-bus").await.status == 200 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    browser.get("/en/campaigns/night-bus").await.expect(200)
}

async fn only_registered_sources_are_counted_by_name(on: On) {
    let site = site_of_today(on).await;
    let mut browser = site.signed_in("ana@example.org").await;
    let draft = started(&mut browser, "Keep the night bus running").await;
    let mut stranger = site.signed_in("eve@example.org").await;
    let wrong = send(&mut browser, &draft, "1", "submit", &[("sources", "flyer mail")]).await.expect(422);
    wrong.says("which every campaign has");
    send(&mut browser, &draft, "2", "submit", &[("sources", "flyer")]).await.expect(303);
    site.run(&["review", "publish", number(&draft)]).succeeds();
    published(&mut browser).await;
    let links = "/en/account/counts/night-bus/links";
    browser.get(links).await.expect(200).says("/campaigns/night-bus?source=flyer");
    browser.post(links, body(&[("sources", "Not this!")])).await.expect(422);
    browser.post(links, body(&[("sources", "flyer\r\nRadio-1")])).await.expect(303);
    browser.get(links).await.expect(200).says("?source=radio-1");
    for (n, source) in ["flyer", "radio-1", "ana-shared-it", "qr"].into_iter().enumerate() {
        let mut signer = site.browser();
        let page = signer.get(&format!("/en/campaigns/night-bus?source={source}")).await.expect(200);
        let form = page.form().set("name", "Ben").set("email", &format!("ben{n}@example.org")).set("country", "US");
        signer.send(&form).await.expect(303);
    }
    for (sql, n) in [
        ("SELECT count(*) FROM signatures WHERE source IN ('flyer', 'radio-1', 'qr')", 3),
        ("SELECT count(*) FROM signatures WHERE source = 'other'", 1),
        ("SELECT count(*) FROM signatures", 4),
    ] {
        assert_eq!(site.number(sql).await, n, "{sql}");
    }
    // They are the team's alone.
    stranger.get(links).await.expect(404);
    stranger.post(links, body(&[("sources", "mine")])).await.expect(404);
    assert_eq!(site.browser().post(links, body(&[("sources", "")])).await.location(), "/en/sign-in");
    site.browser().post(links, body(&[("sources", "mine")])).await.expect(401).says_nothing_of("night bus");
    site.execute("UPDATE team_members SET role = 'analyst' WHERE role = 'owner'").await;
    browser.get(links).await.expect(200);
    browser.post(links, body(&[("sources", "")])).await.expect(404);
    assert_eq!(site.number("SELECT count(*) FROM campaign_sources").await, 2);
    site.close().await;
}

async fn similar_campaigns_are_shown_first_and_drafts_are_bounded(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.signed_in("ana@example.org").await;
    let title = "Halt all deportations now";
    let page = browser.post(NEW, body(&[("title", title)])).await.expect(422);
    assert!(page.links().iter().any(|link| link.ends_with("/campaigns/halt-deportations")), "{:?}", page.links());
    assert_eq!(site.number("SELECT count(*) FROM drafts").await, 0);
    browser.post(NEW, body(&[("title", title), ("anyway", "on")])).await.expect(303);
    for number in 1..20 {
        started(&mut browser, &format!("Something that nobody asked, {number}")).await;
    }
    browser.post(NEW, body(&[("title", "One more than there may be")])).await.expect(422).says("20");
    // The longest texts that are allowed, in the characters that take most room, pass the bound on bodies.
    let draft =
        browser.get(ACCOUNT).await.expect(200).links().into_iter().find(|link| link.contains("/draft/")).unwrap();
    send(&mut browser, &draft, "1", "save", &[("story", &"🌱".repeat(10_000))]).await.expect(303);
    site.close().await;
}

flows!(
    a_campaign_is_written_submitted_published_and_signed,
    a_moderator_sends_back_or_refuses,
    an_address_goes_to_whoever_is_published_first,
    two_tabs_never_overwrite_each_other_silently,
    what_is_typed_outlives_a_session_that_was_ended,
    a_draft_is_its_teams_alone,
    figures_are_checked_shown_and_published,
    only_registered_sources_are_counted_by_name,
    similar_campaigns_are_shown_first_and_drafts_are_bounded,
);
