//! What is shown, hidden and taken back.

use crate::helpers::{Letter, On, Site};

/// Signs with a reason and a name to be shown.
async fn sign_in_public(site: &Site) -> Letter {
    let mut browser = site.browser();
    let form = browser.sign_form("Ana Public", "ana@example.org").await;
    let form = form.set("reason", "My neighbor was taken.").set("show_reason", "on").set("show_name", "on");
    browser.send(&form).await.expect(303);
    site.mail().await
}

const SHOWN: &str = "SELECT count(*) FROM signatures WHERE public_name = 'Ana Public' AND reason = 'My neighbor was taken.' \
    AND reason_state = 'waiting'";
const NOTHING_SHOWN: &str =
    "SELECT count(*) FROM signatures WHERE public_name IS NULL AND reason IS NULL AND reason_state IS NULL";

async fn what_was_ticked_waits_for_review(on: On) {
    let site = Site::open(on).await;
    let letter = sign_in_public(&site).await;
    let mut browser = site.browser();
    let page = browser.get(letter.link()).await.says("Ana Public").says("My neighbor was taken.");
    browser.send(&page.form()).await.expect(303);
    assert_eq!(site.number(SHOWN).await, 1);
    let campaign = site.browser().get(crate::helpers::CAMPAIGN).await.expect(200);
    campaign.says_nothing_of("Ana Public").says_nothing_of("My neighbor was taken.");
    site.close().await;
}

async fn what_is_unticked_at_confirmation_is_never_shown(on: On) {
    let site = Site::open(on).await;
    let letter = sign_in_public(&site).await;
    let mut browser = site.browser();
    let form = browser.get(letter.link()).await.form();
    browser.send(&form.set("show_name", "")).await.expect(303);
    let reason_alone =
        "SELECT count(*) FROM signatures WHERE public_name IS NULL AND reason IS NOT NULL AND reason_state = 'waiting'";
    assert_eq!(site.number(reason_alone).await, 1);
    site.close().await;

    let site = Site::open(on).await;
    let letter = sign_in_public(&site).await;
    let form = site.browser().get(letter.link()).await.form();
    site.browser().send(&form.set("show_name", "").set("show_reason", "")).await.expect(303);
    assert_eq!((site.number(NOTHING_SHOWN).await, site.count().await), (1, 1));
    site.close().await;
}

async fn a_reason_that_was_not_ticked_is_not_stored(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    let form = browser.sign_form("Ana", "ana@example.org").await.set("reason", "Between us.").set("show_name", "on");
    browser.send(&form).await.expect(303);
    assert_eq!(site.number(NOTHING_SHOWN).await, 1);
    site.close().await;
}

async fn hiding_takes_the_words_away_and_leaves_the_count(on: On) {
    let site = Site::open(on).await;
    let letter = sign_in_public(&site).await;
    let mut browser = site.browser();
    let thanks = browser.press(letter.link()).await;
    let thanks = browser.follow(&thanks).await;
    let mine = thanks.links().into_iter().find(|link| link.contains("/signature/")).unwrap();
    let forms = browser.get(&mine).await.expect(200).says("Ana Public").forms();
    let hide = forms.into_iter().find(|form| form.value("decision") == "hide").unwrap();
    for _ in 0..2 {
        let done = browser.send(&hide).await.expect(303);
        assert_eq!(done.location(), format!("{mine}?saved=hide"));
        browser
            .follow(&done)
            .await
            .expect(200)
            .says_nothing_of("Ana Public")
            .says("Confirmed, and counted")
            .says("Saved.");
    }
    assert_eq!((site.number(NOTHING_SHOWN).await, site.count().await), (1, 1));
    site.close().await;
}

async fn withdrawing_erases_the_signer(on: On) {
    let site = Site::open(on).await;
    let letter = sign_in_public(&site).await;
    let mut browser = site.browser();
    let left_open = browser.get(letter.link()).await.form();
    browser.press(letter.link()).await.expect(303);
    assert_eq!(site.count().await, 1);
    let mine = browser.get(letter.link()).await;
    let mine = browser.follow(&mine).await.expect(200);
    let withdraw = mine.forms().into_iter().find(|form| form.value("decision") == "withdraw").unwrap();
    for _ in 0..2 {
        let done = browser.send(&withdraw).await.expect(303);
        browser.follow(&done).await.expect(200).says("Withdrawn by you").says_nothing_of("Ana Public");
    }
    assert_eq!((site.count().await, site.tallies().await.withdrawn), (0, 1));
    let scrubbed = "SELECT count(*) FROM signatures WHERE state = 'withdrawn' AND digest IS NULL AND seat IS NULL AND name_tag IS NULL \
        AND domain_tag IS NULL AND epoch IS NULL AND sealed IS NULL AND contact IS NULL AND wants_updates = 0 AND public_name IS NULL \
        AND reason IS NULL AND reason_state IS NULL AND created_at IS NULL AND code_tries IS NULL AND mails IS NULL \
        AND mails_today IS NULL AND mailed_at IS NULL AND noticed_day IS NULL";
    assert_eq!(site.number(scrubbed).await, 1);
    site.no_mail().await;

    // The old link shows how it stands, and confirms nothing; signing anew is welcome.
    let old = browser.get(letter.link()).await;
    browser.follow(&old).await.expect(200).says("Withdrawn by you");
    let page = browser.send(&left_open).await.expect(404);
    assert!(page.links().iter().any(|link| link.contains("/signature/")), "{:?}", page.links());
    assert_eq!((site.rows().await, site.count().await), ((0, 0), 0));
    site.signed_and_confirmed("Ana Public", "ana@example.org").await;
    assert_eq!(site.count().await, 1);
    site.close().await;
}

flows!(
    what_was_ticked_waits_for_review,
    what_is_unticked_at_confirmation_is_never_shown,
    a_reason_that_was_not_ticked_is_not_stored,
    hiding_takes_the_words_away_and_leaves_the_count,
    withdrawing_erases_the_signer,
);
