//! The texts of a public campaign are changed: what is public stays until a moderator has read the changes, and what was signed is kept.

use crate::drafts::{body, send, started};
use crate::helpers::{Browser, On, Page, Site};
use app::accounts::Role;

const CAMPAIGN: &str = "/en/campaigns/night-bus";
const TEXTS: &str = "/en/account/campaigns/texts/night-bus";
const TITLE: &str = "Keep the night bus running";

/// A site with a public campaign: its owner, a moderator, and the path of its draft.
async fn public(on: On) -> (Site, Browser, Browser, String) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let draft = started(&mut ana, TITLE).await;
    send(&mut ana, &draft, "1", "submit", &[]).await.expect(303);
    act(&mut moderator, &case(&draft), "publish", "2", &[]).await.expect(303);
    site.mail().await;
    (site, ana, moderator, draft)
}

fn case(draft: &str) -> String {
    format!("/en/review/campaign/{}", draft.rsplit('/').next().unwrap())
}

async fn act(moderator: &mut Browser, case: &str, action: &str, version: &str, more: &[(&str, &str)]) -> Page {
    let mut fields = vec![("action", action), ("version", version)];
    fields.extend(more);
    moderator.post(case, body(&fields)).await
}

/// Whether the search finds the campaign by this word.
async fn finds(site: &Site, word: &str) -> bool {
    site.clock.minutes(1);
    let page = site.browser().get(&format!("/en?q={word}")).await.expect(200);
    page.links().iter().any(|link| link == CAMPAIGN)
}

async fn changes_wait_while_the_text_stays_and_signatures_keep_theirs(on: On) {
    let (site, mut ana, mut moderator, first) = public(on).await;
    let sign = async |email: &str| {
        let mut signer = site.browser();
        let form = signer.get(CAMPAIGN).await.expect(200).form();
        signer.send(&form.set("name", "Ben").set("email", email).set("country", "US")).await.expect(303);
        site.mail().await;
    };
    sign("ben@example.org").await;
    let draft = ana.post(TEXTS, String::new()).await.expect(303).location().to_owned();
    assert_eq!(draft, first, "the draft has the campaign's id");
    assert_eq!(ana.post(TEXTS, String::new()).await.expect(303).location(), draft, "there is one at a time");
    let page = ana.get(&draft).await.expect(200).says("You are changing the texts of a public campaign.");
    let form = page.forms().remove(0);
    assert_eq!((form.value("title"), form.value("demands")), (TITLE, "Keep line 9.\nRun it hourly."));
    ana.get("/en/account").await.expect(200).says("changes that are being written");

    // The address and whatever else is not a text are not changed here, whatever is sent.
    let changes = [
        ("demands", "Keep line 9.\r\nRun it twice an hour."),
        ("slug", "elsewhere"),
        ("goal", "5"),
        ("closes_on", "2020-01-01"),
        ("locale", "es"),
        ("started_by", "Riders of lines 9 and 4"),
    ];
    send(&mut ana, &draft, "1", "submit", &changes).await.expect(303);
    ana.get(&draft).await.expect(200).says("the text that is public stays");
    site.browser().get(CAMPAIGN).await.expect(200).says("Run it hourly.").says_nothing_of("twice an hour");
    moderator.get("/en/review").await.expect(200).says("changes to a public text");
    let seen = moderator.get(&case(&draft)).await.expect(200);
    seen.says("This campaign is public already.").says("taken out: hourly").says("put in: twice an hour");

    // Sent back, refused and tried again: what is public stays.
    act(&mut moderator, &case(&draft), "send_back", "2", &[("remark", "Why twice?")]).await.expect(303);
    assert_eq!(site.mail().await.link(), draft);
    ana.get(&draft).await.expect(200).says("Why twice?");
    send(&mut ana, &draft, "2", "submit", &changes).await.expect(303);
    act(&mut moderator, &case(&draft), "reject", "3", &[("ground", "unclear")]).await.expect(303);
    site.mail().await;
    ana.get(&draft).await.expect(200).says("refused these changes").says("It does not say clearly");
    site.browser().get(CAMPAIGN).await.expect(200).says("Run it hourly.").says_nothing_of("The text was changed");
    ana.post(&draft, body(&[("action", "take_back")])).await.expect(303);
    send(&mut ana, &draft, "3", "submit", &changes).await.expect(303);
    assert!(!finds(&site, "twice").await && finds(&site, "hourly").await);

    act(&mut moderator, &case(&draft), "publish", "4", &[]).await.expect(303);
    site.mail().await;
    let page = site.browser().get(CAMPAIGN).await.expect(200);
    let page = page
        .says("Run it twice an hour.")
        .says("Riders of lines 9 and 4")
        .says("The text was changed on 2 March 2026.");
    page.says_nothing_of("Run it hourly.");
    let earlier = site.browser().get(&format!("{CAMPAIGN}/texts/1")).await.expect(200);
    assert_eq!(earlier.header("x-robots-tag"), Some("noindex"));
    earlier.says("Run it hourly.").says_nothing_of("twice an hour");
    site.browser().get(&format!("{CAMPAIGN}/texts/2")).await.expect(404);
    assert!(finds(&site, "twice").await && !finds(&site, "hourly").await);
    sign("eva@example.org").await;
    for (sql, n) in [
        ("SELECT count(*) FROM drafts", 0),
        ("SELECT count(*) FROM campaigns WHERE slug = 'night-bus' AND goal = 1000", 1),
        ("SELECT count(*) FROM signatures s JOIN revisions r ON r.id = s.revision_id WHERE r.number = 1", 1),
        ("SELECT count(*) FROM signatures s JOIN revisions r ON r.id = s.revision_id WHERE r.number = 2", 1),
        ("SELECT count(*) FROM audit_log WHERE action = 'texts_changed' AND object = 'night-bus'", 1),
        ("SELECT count(*) FROM audit_log WHERE action = 'changes_rejected'", 1),
        ("SELECT count(*) FROM audit_log WHERE action = 'changes_sent_back'", 1),
    ] {
        assert_eq!(site.number(sql).await, n, "{sql}");
    }
    ana.get(TEXTS).await.expect(200).says("Text 2, public now, since 2 March 2026").says("Text 1, public since");
    site.close().await;
}

async fn nobody_but_its_writers_changes_texts(on: On) {
    let (site, mut ana, _, draft) = public(on).await;
    let mut stranger = site.signed_in("eve@example.org").await;
    for browser in [&mut stranger, &mut site.signed_in_as("other@example.org", Role::Admin).await] {
        browser.get(TEXTS).await.expect(404);
        browser.post(TEXTS, String::new()).await.expect(404);
    }
    assert_eq!(site.browser().get(TEXTS).await.location(), "/en/sign-in");
    assert_eq!(site.browser().post(TEXTS, String::new()).await.location(), "/en/sign-in");
    site.execute("UPDATE team_members SET role = 'analyst' WHERE role = 'owner'").await;
    ana.get(TEXTS).await.expect(404);
    ana.post(TEXTS, String::new()).await.expect(404);
    assert_eq!(site.number("SELECT count(*) FROM drafts").await, 0);
    site.execute("UPDATE team_members SET role = 'editor' WHERE role = 'analyst'").await;
    ana.post(TEXTS, String::new()).await.expect(303);
    stranger.get(&draft).await.expect(404);
    send(&mut stranger, &draft, "1", "submit", &[]).await.expect(404);
    // Deleting the changes leaves what is public.
    ana.post(&draft, body(&[("version", "1"), ("action", "delete"), ("sure", "on")])).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200).says("Run it hourly.");
    site.close().await;
}

async fn texts_in_other_languages_come_along(on: On) {
    let (site, mut moderator) = {
        let site = Site::open(on).await;
        let moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
        (site, moderator)
    };
    let mut ana = site.signed_in("ana@example.org").await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, a.id, 'editor' FROM campaigns c, accounts a \
         WHERE c.slug = 'halt-deportations' AND a.role = 'campaigner'",
    )
    .await;
    // A language that the interface does not speak.
    site.execute(
        "INSERT INTO revision_texts SELECT revision_id, 'fr', 'Arrêtez les expulsions', summary, story, story_html, demands, targets, facts, consent \
         FROM revision_texts WHERE locale = 'es' AND title LIKE '%deportaciones%'",
    )
    .await;
    let path = "/en/account/campaigns/texts/halt-deportations";
    let draft = ana.post(path, String::new()).await.expect(303).location().to_owned();
    let form = ana.get(&draft).await.expect(200).forms().remove(0);
    let changed = form.set("title", "Halt all deportations at once").body();
    ana.post(&draft, format!("{changed}&action=submit")).await.expect(303);
    act(&mut moderator, &case(&draft), "publish", "2", &[]).await.expect(303);
    site.mail().await;
    ana.get("/en/campaigns/halt-deportations").await.expect(200).says("Halt all deportations at once").says("fr");
    ana.get("/es/campaigns/halt-deportations").await.expect(200).says("deportaciones");
    for (sql, n) in [
        (
            "SELECT count(*) FROM revision_texts t JOIN campaigns c ON c.revision_id = t.revision_id WHERE c.slug = 'halt-deportations'",
            3,
        ),
        // What signers agree to is not touched.
        (
            "SELECT count(*) FROM revision_texts a JOIN revision_texts b ON a.locale = b.locale AND a.consent = b.consent \
             AND a.facts = b.facts AND a.revision_id <> b.revision_id",
            6,
        ),
    ] {
        assert_eq!(site.number(sql).await, n, "{sql}");
    }
    site.close().await;
}

flows!(
    changes_wait_while_the_text_stays_and_signatures_keep_theirs,
    nobody_but_its_writers_changes_texts,
    texts_in_other_languages_come_along,
);
