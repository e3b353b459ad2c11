//! How often one mailbox is written to, and how many forms wait for it.

use crate::helpers::{CAMPAIGN, On, Site};

/// Signs once more; whether a mail came.
async fn signs(site: &Site, network: u8) -> bool {
    site.browser().on_network(network).sign("Ana", "ana@example.org").await;
    match site.mails().await.as_slice() {
        [] => false,
        [letter] => letter.is_confirmation(),
        more => panic!("{} mails at once", more.len()),
    }
}

async fn a_mailbox_gets_few_mails_about_a_campaign(on: On) {
    let site = Site::open(on).await;
    assert!(signs(&site, 1).await);
    site.clock.minutes(9);
    assert!(!signs(&site, 1).await, "ten minutes have not passed");
    site.clock.minutes(1);
    assert!(signs(&site, 1).await);
    site.clock.minutes(10);
    assert!(signs(&site, 1).await);
    for _ in 0..4 {
        site.clock.minutes(30);
        assert!(!signs(&site, 1).await, "three a day");
    }
    assert_eq!(site.rows().await, (3, 0), "three forms wait at most");
    assert_eq!(site.tallies().await.expired, 5);
    site.clock.set("2026-03-03T00:00:00Z");
    assert!(signs(&site, 2).await);
    site.clock.minutes(10);
    assert!(signs(&site, 2).await);
    for _ in 0..3 {
        site.clock.minutes(10);
        assert!(!signs(&site, 2).await, "five in all");
    }
    site.clock.set("2026-03-04T00:00:00Z");
    assert!(!signs(&site, 3).await, "five in all, on another day too");
    assert_eq!((site.rows().await, site.count().await), ((3, 0), 0));
    site.close().await;
}

async fn mails_name_the_house_by_its_name(on: On) {
    let site = Site::with(on, |config| config.name = "Casa Común".to_owned()).await;
    site.browser().sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    assert_eq!(letter.subject, "Casa Común: please confirm your e-mail address");
    assert!(letter.text.contains("This is a message from Casa Común.") && !letter.text.contains("Undersigned"));
    site.close().await;
}

async fn the_oldest_form_goes(on: On) {
    let site = Site::open(on).await;
    let mut letters = Vec::new();
    for minutes in [10, 10, 0] {
        site.browser().sign("Ana", "ana@example.org").await;
        letters.push(site.mail().await);
        site.clock.minutes(minutes);
    }
    site.browser().sign("Ana", "ana@example.org").await;
    assert_eq!(site.rows().await, (3, 0));
    let page = site.browser().get(letters[0].link()).await.expect(404).says("This link does not work any more");
    assert!(page.links().contains(&CAMPAIGN.to_owned()), "{:?}", page.links());
    site.browser().get(letters[1].link()).await.expect(200);
    // One that was never mailed waits until it expires, and counts as nothing.
    site.browser().press(letters[2].link()).await.expect(303);
    assert_eq!((site.rows().await, site.count().await), ((2, 1), 1));
    site.close().await;
}

async fn a_link_that_was_mailed_outlives_forms_that_bring_no_mail(on: On) {
    let site = Site::open(on).await;
    site.browser().sign("Ana", "ana@example.org").await;
    let letter = site.mail().await;
    for n in 1..=9 {
        site.clock.forward(jiff::Span::new().seconds(1));
        site.browser().sign(&format!("Mallory {n}"), "ana@example.org").await;
    }
    site.no_mail().await;
    assert_eq!(site.rows().await, (3, 0));
    site.browser().press(letter.link()).await.expect(303);
    assert_eq!((site.rows().await, site.count().await), ((2, 1), 1));
    site.close().await;
}

async fn over_all_campaigns_only_unanswered_mails_are_limited(on: On) {
    let site = Site::with(on, |config| config.limits.unanswered_mails_per_day = 2).await;
    let signs = async |slug: &str| {
        let mut browser = site.browser();
        let form = browser.get(&format!("/en/campaigns/{slug}")).await.expect(200).form();
        let form = form.set("name", "Ana").set("email", "ana@example.org").set("country", "US");
        browser.send(&form).await.expect(303);
        site.mails().await
    };
    let first = signs("halt-deportations").await;
    assert_eq!((first.len(), signs("library-sundays").await.len()), (1, 1));
    assert_eq!(signs("safe-crossing").await.len(), 0);
    site.browser().press(first[0].link()).await.expect(303);
    assert_eq!(signs("safe-crossing").await.len(), 1, "an answer gives its place back");
    site.close().await;
}

async fn many_at_once_are_all_kept(on: On) {
    let site = Site::with(on, |config| {
        config.limits.burst = 1_000;
        config.limits.per_hour = 1_000;
    })
    .await;
    let signers = (0..40).map(|n| {
        let mut browser = site.browser();
        async move {
            // Ten mailboxes, four times each, so that a batch holds several forms of one.
            browser.sign("Ana", &format!("ana{}@example.org", n % 10)).await;
        }
    });
    futures::future::join_all(signers).await;
    assert_eq!((site.rows().await, site.count().await), ((30, 0), 0));
    let tallies = site.tallies().await;
    assert_eq!((tallies.signed, tallies.expired), (40, 10));
    assert_eq!(site.mails().await.len(), 10, "one to each mailbox");
    site.close().await;
}

flows!(
    a_mailbox_gets_few_mails_about_a_campaign,
    mails_name_the_house_by_its_name,
    the_oldest_form_goes,
    a_link_that_was_mailed_outlives_forms_that_bring_no_mail,
    over_all_campaigns_only_unanswered_mails_are_limited,
    many_at_once_are_all_kept,
);
