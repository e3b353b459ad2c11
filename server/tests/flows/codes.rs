//! The code from the mail is the second way to confirm.

use crate::helpers::{Browser, CAMPAIGN, On, Page, Site};

async fn enter(browser: &mut Browser, code: &str) -> Page {
    let form = browser.get(&format!("{CAMPAIGN}/inbox")).await.expect(200).form();
    browser.send(&form.set("code", code)).await
}

async fn a_code_confirms(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    let page = enter(&mut browser, letter.code()).await.expect(303);
    browser.follow(&page).await.expect(200).says("Your signature counts.").says("1 person has signed");
    assert_eq!((site.rows().await, site.count().await), ((0, 1), 1));
    site.browser().get(letter.link()).await.expect(302);
    site.close().await;
}

/// Another code than the right one.
fn wrong(right: &str) -> String {
    let first = if right.starts_with('1') { '2' } else { '1' };
    format!("{first}{}", &right[1..])
}

/// A refused code's page, without what differs in every answer.
fn plain(page: &Page, code: &str) -> String {
    let policy = page.header("content-security-policy").unwrap();
    let nonce = policy.split_once("'nonce-").unwrap().1.split_once('\'').unwrap().0;
    page.body.replace(nonce, "…").replace(code, "…")
}

async fn after_five_wrong_codes_the_right_one_fails_too(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    let bad = wrong(letter.code());
    let mut pages = Vec::new();
    for _ in 0..5 {
        let page = enter(&mut browser, &bad).await.expect(422).says("This code does not fit");
        pages.push(plain(&page, &bad));
    }
    let right = enter(&mut browser, letter.code()).await.expect(422);
    pages.push(plain(&right, letter.code()));
    assert_eq!((site.rows().await, site.count().await), ((1, 0), 0));

    // Nothing to be confirmed looks like too many tries and like a wrong code.
    let mut stranger = site.browser();
    let none = enter(&mut stranger, &bad).await.expect(422);
    assert!(none.text().contains("This code does not fit"));
    site.signed_and_confirmed("Ben", "ben@example.org").await;
    let mut repeated = site.browser();
    repeated.sign("Ben", "ben@example.org").await;
    let page = enter(&mut repeated, &bad).await.expect(422);
    pages.push(plain(&page, &bad).replace("ben@example.org", "ana@example.org"));
    for page in &pages[1..] {
        assert_eq!(page, &pages[0]);
    }

    // The link was not tried, so it still works.
    site.browser().press(letter.link()).await.expect(303);
    assert_eq!(site.count().await, 2);
    site.close().await;
}

async fn a_code_holds_for_a_day(on: On) {
    let site = Site::open(on).await;
    site.browser().sign("Ana", "ana@example.org").await;
    let old = site.mail().await;
    site.clock.hours(25);
    // The cookie holds for an hour, so only who signs again can type a code at all.
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let new = site.mail().await;
    enter(&mut browser, old.code()).await.expect(422);
    assert_eq!(site.count().await, 0);
    enter(&mut browser, new.code()).await.expect(303);
    assert_eq!(site.count().await, 1);
    site.close().await;
}

async fn a_code_is_of_no_use_to_others(on: On) {
    let site = Site::open(on).await;
    site.browser().sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    let mut other = site.browser();
    other.sign("Ben", "ben@example.org").await;
    enter(&mut other, letter.code()).await.expect(422);
    // A slip that cannot be a code costs no try.
    enter(&mut other, "1234").await.expect(422);
    assert_eq!(site.number("SELECT CAST(SUM(code_tries) AS BIGINT) FROM signatures").await, 1);
    assert_eq!((site.rows().await, site.count().await), ((2, 0), 0));
    site.close().await;
}

flows!(
    a_code_confirms,
    after_five_wrong_codes_the_right_one_fails_too,
    a_code_holds_for_a_day,
    a_code_is_of_no_use_to_others,
);
