//! A signature counts once its mailbox is proven, and once only.

use crate::helpers::{CAMPAIGN, On, Site};

async fn counts_once_it_is_confirmed(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.get(CAMPAIGN).await.expect(200).says("Nobody has signed yet");

    let signed = browser.sign("Ana Núñez", "ana@example.org").await.expect(303);
    browser.follow(&signed).await.expect(200).says("Check your inbox").says("ana@example.org");
    assert_eq!((site.rows().await, site.count().await), ((1, 0), 0));
    let letter = site.mail().await;
    assert_eq!((letter.to.as_str(), letter.is_confirmation()), ("ana@example.org", true));
    assert!(!letter.text.contains("Núñez"), "a stranger may have typed the address: {}", letter.text);

    // Mail scanners open links, more than once.
    for _ in 0..2 {
        browser.get(letter.link()).await.expect(200).says("Confirm your signature");
    }
    assert_eq!((site.rows().await, site.count().await), ((1, 0), 0));
    site.no_mail().await;

    let confirmed = browser.press(letter.link()).await.expect(303);
    browser.follow(&confirmed).await.expect(200).says("Thank you").says("1 person has signed");
    assert_eq!((site.rows().await, site.count().await), ((0, 1), 1));
    let clean = "SELECT count(*) FROM signatures WHERE seat = 1 AND created_at IS NULL AND mails IS NULL AND mails_today IS NULL \
        AND mailed_at IS NULL AND code_tries IS NULL AND contact IS NULL AND public_name IS NULL AND reason IS NULL";
    assert_eq!(site.number(clean).await, 1, "a confirmed row has no times and no address");
    assert_eq!(site.number("SELECT count(*) FROM tallies WHERE country = 'US' AND locale = 'en'").await, 1);
    let tallies = site.tallies().await;
    assert_eq!((tallies.signed, tallies.confirmed, tallies.expired), (1, 1, 0));
    site.no_mail().await;
    site.close().await;
}

async fn a_repeat_is_a_success_and_counts_nothing(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    let form = browser.get(letter.link()).await.form();
    for _ in 0..3 {
        let page = browser.send(&form).await.expect(303);
        browser.follow(&page).await.expect(200).says("Thank you");
    }
    assert_eq!((site.rows().await, site.count().await), ((0, 1), 1));
    // From now on the mail's link leads to the signature.
    let moved = browser.get(letter.link()).await.expect(302);
    browser.follow(&moved).await.expect(200).says("My signature").says("Confirmed, and counted");
    site.no_mail().await;
    site.close().await;
}

async fn everyone_sees_the_count_rise(on: On) {
    let site = Site::open(on).await;
    site.signed_and_confirmed("Ana", "ana@example.org").await;
    site.signed_and_confirmed("Ben", "ben@example.org").await;
    assert_eq!(site.count().await, 2);
    site.browser().get(CAMPAIGN).await.expect(200).says("2 have signed");
    // Whoever gets the address of the thank-you page from them is not told to have signed.
    site.browser().get(&format!("{CAMPAIGN}/thanks")).await.expect(200).says("If you have just confirmed");
    site.browser().get("/en").await.expect(200).says("2 have signed");
    site.close().await;
}

async fn an_address_is_kept_for_updates_alone(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    let form = browser.sign_form("Ana", "ana@example.org").await.set("updates", "on").set("contact", "on");
    browser.send(&form).await.expect(303);
    let letter = site.mail().await;
    let waiting =
        "SELECT count(*) FROM signatures WHERE state = 'pending' AND contact IS NOT NULL AND wants_updates = 1";
    assert_eq!(site.number(waiting).await, 1);
    browser.press(letter.link()).await.expect(303);
    let kept =
        "SELECT count(*) FROM signatures WHERE state = 'confirmed' AND contact IS NOT NULL AND wants_updates = 1";
    assert_eq!(site.number(kept).await, 1, "updates were asked for");
    let padded =
        "SELECT count(*) FROM signatures WHERE length(sealed) > 256 AND length(digest) = 32 AND length(name_tag) = 16";
    assert_eq!(site.number(padded).await, 1);
    site.close().await;
}

flows!(
    counts_once_it_is_confirmed,
    a_repeat_is_a_success_and_counts_nothing,
    everyone_sees_the_count_rise,
    an_address_is_kept_for_updates_alone,
);
