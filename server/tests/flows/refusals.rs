//! What is refused, and that what was typed is kept.

use crate::helpers::{CAMPAIGN, On, Site};
use std::time::Duration;

async fn a_refused_form_keeps_what_was_typed(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    let form = browser.sign_form("Ana <b>", "ana.example.org").await;
    let form = form.set("reason", "Because </textarea><b>").set("show_reason", "on").set("postcode", "112");
    let page = browser.send(&form).await.expect(422).says("That is not a complete e-mail address");
    let back = page.form();
    for (name, typed) in [
        ("name", "Ana <b>"),
        ("email", "ana.example.org"),
        ("country", "US"),
        ("postcode", "112"),
        ("reason", "Because </textarea><b>"),
        ("show_reason", "on"),
        ("show_name", ""),
        ("updates", ""),
    ] {
        assert_eq!(back.value(name), typed, "{name}");
    }
    assert_eq!(page.header("set-cookie"), None);
    assert_eq!((site.rows().await, site.tallies().await.signed), ((0, 0), 0));
    site.no_mail().await;
    // Corrected, it goes through.
    browser.send(&back.set("email", "ana@example.org")).await.expect(303);
    assert_eq!(site.rows().await, (1, 0));
    site.close().await;
}

async fn a_network_over_its_limit_is_told_when_to_come_back(on: On) {
    let site = Site::with(on, |config| config.limits.burst = 3).await;
    for n in 0..3 {
        site.browser().sign("Ana", &format!("ana{n}@example.org")).await;
    }
    let mut browser = site.browser();
    let form = browser.sign_form("Ben", "ben@example.org").await.set("reason", "Kept.");
    let page = browser.send(&form).await.expect(429);
    let seconds: i64 = page.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=6).contains(&seconds), "ten come free in a minute: {seconds}");
    let back = page.form();
    assert_eq!((back.value("name"), back.value("email"), back.value("reason")), ("Ben", "ben@example.org", "Kept."));
    assert_eq!(site.rows().await, (3, 0));
    // Another network, another campaign and another minute are free.
    site.browser().on_network(9).sign("Cleo", "cleo@example.org").await;
    site.clock.forward(jiff::Span::new().seconds(seconds));
    browser.send(&back).await.expect(303);
    assert_eq!(site.rows().await, (5, 0));
    site.close().await;
}

async fn forms_of_other_sites_are_refused(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    let form = browser.get(letter.link()).await.form();

    let foreign = [
        ("https://evil.example", vec![]),
        ("null", vec![]),
        ("https://evil.example", vec![("sec-fetch-site", "cross-site")]),
        ("http://127.0.0.1:3001", vec![("sec-fetch-site", "same-site")]),
    ];
    for (origin, headers) in foreign {
        let mut browser = site.browser();
        (browser.origin, browser.headers) = (origin, headers);
        browser.send(&form).await.expect(403).says("This form was not sent from our pages");
    }
    assert_eq!((site.rows().await, site.count().await), ((1, 0), 0));
    // A browser that knows no `Sec-Fetch-Site` sends `Origin`.
    browser.send(&form).await.expect(303);
    assert_eq!(site.count().await, 1);
    site.close().await;
}

async fn links_of_others_open_nothing(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    let form = browser.get(letter.link()).await.form();
    let token = letter.token();
    let mut forged = token.to_owned();
    forged.replace_range(..1, if token.starts_with('A') { "B" } else { "A" });
    for path in [
        format!("{CAMPAIGN}/confirm/{forged}"),
        format!("{CAMPAIGN}/confirm/{}", &token[..40]),
        format!("{CAMPAIGN}/signature/{token}"),
        format!("/en/campaigns/library-sundays/confirm/{token}"),
    ] {
        browser.get(&path).await.expect(404).says("This link does not work any more");
        let mut form = form.clone();
        form.action.clone_from(&path);
        browser.send(&form).await.expect(404);
    }
    assert_eq!((site.rows().await, site.count().await), ((1, 0), 0));
    site.close().await;
}

async fn what_is_not_there_and_what_is_gone(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.get("/en/campaigns/no-such-campaign").await.expect(404).says("There is nothing here");
    browser.get("/en/no/such/page").await.expect(404).says("There is nothing here");
    let form = browser.sign_form("Ana", "ana@example.org").await;
    let mut elsewhere = form.clone();
    "/en/campaigns/no-such-campaign".clone_into(&mut elsewhere.action);
    browser.send(&elsewhere).await.expect(404);

    site.execute("UPDATE campaigns SET state = 'hidden' WHERE slug = 'halt-deportations'").await;
    // Campaigns are kept in memory for two seconds.
    let mut page = browser.get(CAMPAIGN).await;
    for _ in 0..100 {
        if page.status.as_u16() == 410 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        page = browser.get(CAMPAIGN).await;
    }
    page.expect(410).says("This campaign is not public any more");
    browser.send(&form).await.expect(410);
    assert_eq!(site.rows().await, (0, 0));
    site.no_mail().await;
    site.close().await;
}

flows!(
    a_refused_form_keeps_what_was_typed,
    a_network_over_its_limit_is_told_when_to_come_back,
    forms_of_other_sites_are_refused,
    links_of_others_open_nothing,
    what_is_not_there_and_what_is_gone,
);
