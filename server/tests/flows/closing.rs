//! What ends: pending signatures after three days, campaigns on their last day.

use crate::helpers::{CAMPAIGN, On, Site};

async fn what_is_not_confirmed_goes_after_three_days(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    let form = browser.get(letter.link()).await.form();
    site.clock.hours(71);
    assert_eq!((site.sweep().await, site.rows().await), (0, (1, 0)));
    site.clock.hours(2);
    assert_eq!((site.sweep().await, site.rows().await), (1, (0, 0)));
    assert_eq!((site.count().await, site.tallies().await.expired), (0, 1));

    let page = browser
        .get(letter.link())
        .await
        .expect(404)
        .says("This link does not work any more")
        .says("You can sign again");
    assert!(page.links().contains(&CAMPAIGN.to_owned()), "{:?}", page.links());
    browser.send(&form).await.expect(404).says("This link does not work any more");
    assert_eq!(site.count().await, 0);
    site.signed_and_confirmed("Ana", "ana@example.org").await;
    assert_eq!(site.count().await, 1);
    site.close().await;
}

async fn a_closed_campaign_takes_no_signatures_but_confirms_for_a_day(on: On) {
    let site = Site::open(on).await;
    site.clock.set("2027-04-01T03:50:00Z");
    let mut browser = site.browser();
    let form = browser.sign_form("Ana", "ana@example.org").await;
    browser.send(&form).await.expect(303);
    let in_time = site.mail().await;
    site.browser().sign("Ben", "ben@example.org").await;
    let too_late = site.mail().await;
    let late_form = site.browser().get(too_late.link()).await.form();

    // The last day, 31 March, ends at midnight in New York.
    site.clock.set("2027-04-01T04:00:00Z");
    let closed = site.browser().get(CAMPAIGN).await.expect(200).says("This campaign is closed");
    assert_eq!(closed.forms().len(), 0);
    let form = form.set("email", "cleo@example.org");
    browser.send(&form).await.expect(422);
    assert_eq!(site.rows().await, (2, 0));
    site.no_mail().await;

    site.clock.set("2027-04-02T03:59:00Z");
    site.browser().press(in_time.link()).await.expect(303);
    assert_eq!(site.count().await, 1);

    site.clock.set("2027-04-02T04:00:00Z");
    site.browser().send(&late_form).await.expect(422);
    assert_eq!((site.rows().await, site.count().await), ((1, 1), 1));
    // Who had confirmed keeps the way to the signature.
    site.browser().get(in_time.link()).await.expect(302);
    site.close().await;
}

flows!(what_is_not_confirmed_goes_after_three_days, a_closed_campaign_takes_no_signatures_but_confirms_for_a_day);
