//! Reasons are shown once somebody of the house has looked at them.

use crate::helpers::{CAMPAIGN, On, Page, Site};
use std::time::Duration;

/// Signs and confirms with a reason to be shown.
pub async fn signed_with_reason(site: &Site, slug: &str, name: &str, reason: &str) {
    let mut browser = site.browser();
    let page = browser.get(&format!("/en/campaigns/{slug}")).await.expect(200);
    let form = page.form().set("name", name).set("email", &format!("{name}@example.org")).set("country", "US");
    let form = form.set("reason", reason).set("show_reason", "on").set("show_name", "on");
    browser.send(&form).await.expect(303);
    let letter = site.mail().await;
    browser.press(letter.link()).await.expect(303);
}

/// The campaign's page once it says this or no longer says it; texts are kept in memory for two seconds.
pub async fn page_where(site: &Site, words: &str, says: bool) -> Page {
    for _ in 0..100 {
        let page = site.browser().get(CAMPAIGN).await.expect(200);
        if page.text().contains(words) == says {
            return page;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the page goes on, or not, to say “{words}”");
}

async fn a_reason_is_listed_shown_and_taken_off(on: On) {
    let site = Site::open(on).await;
    signed_with_reason(&site, "halt-deportations", "Ana", "My neighbor\r\nwas taken.").await;
    signed_with_reason(&site, "library-sundays", "Ben", "Sundays are mine.").await;

    let list = site.run(&["reasons", "list"]).succeeds();
    let mut rows = list.table('\t');
    rows.sort_by_key(|row| row[1]);
    let number = rows[0][0];
    assert_eq!(rows[0][1..], ["halt-deportations", "waiting", "Ana", "My neighbor was taken."]);
    // The library shows reasons at once.
    assert_eq!(rows[1][1..], ["library-sundays", "shown", "Ben", "Sundays are mine."]);
    assert_eq!(rows.len(), 2);
    let waiting = site.run(&["reasons", "list", "--state", "waiting"]).succeeds();
    assert_eq!(waiting.table('\t').len(), 1);
    let library = site.run(&["reasons", "list", "--campaign", "library-sundays"]).succeeds();
    assert_eq!(library.table('\t'), [rows[1].clone()]);

    page_where(&site, "was taken.", false).await;
    site.run(&["reasons", "show", number]).succeeds();
    page_where(&site, "was taken.", true).await.says("Ana");
    assert_eq!(site.run(&["reasons", "list"]).succeeds().out.matches("\tshown\t").count(), 2);

    site.run(&["reasons", "remove", number]).succeeds();
    page_where(&site, "was taken.", false).await.says_nothing_of("Ana");
    assert!(!site.run(&["reasons", "list"]).succeeds().out.contains(number));
    let gone =
        "SELECT count(*) FROM signatures WHERE reason_state = 'removed' AND reason IS NULL AND public_name IS NULL";
    assert_eq!((site.number(gone).await, site.count().await), (1, 2), "the signature stays");

    // Removed is removed.
    site.run(&["reasons", "show", number]).fails().tells("There is no such reason");
    for unknown in ["0123", "ana@example.org", ""] {
        site.run(&["reasons", "remove", unknown]).fails().tells("There is no such reason");
    }
    site.run(&["reasons", "list", "--campaign", "no-such"]).fails().tells("There is no campaign no-such");
    site.close().await;
}

flows!(a_reason_is_listed_shown_and_taken_off);
