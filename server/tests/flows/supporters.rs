//! People support a campaign by its private link before a moderator reads it: by a mail without its words, counted once a mailbox, and
//! nothing of them outlasts link and draft.

use crate::drafts::{body, send, started};
use crate::helpers::{Browser, On, Page, Site};
use server::clock::Clock;

const TITLE: &str = "Keep the night bus running";

async fn house(on: On, needed: u32) -> (Site, Browser, String) {
    let site = Site::with(on, |config| config.review.supporters = needed).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let draft = started(&mut ana, TITLE).await;
    send(&mut ana, &draft, "1", "save", &[]).await.expect(303);
    (site, ana, draft)
}

fn page_of(draft: &str) -> String {
    draft.replace("/draft/", "/supporters/")
}

/// Makes the link; returns its path in English.
async fn linked(ana: &mut Browser, draft: &str) -> String {
    let page = page_of(draft);
    assert_eq!(ana.post(&page, "action=open".to_owned()).await.location(), format!("{page}?saved=opened"));
    let text = ana.get(&page).await.expect(200).text();
    let link = text.split_once("/support/").unwrap().1[..43].to_owned();
    let lead = ana.get(&format!("/support/{link}")).await;
    assert_eq!(lead.location(), format!("/en/support/{link}"));
    lead.location().to_owned()
}

async fn enter(site: &Site, link: &str, email: &str) -> Page {
    site.browser().post(link, body(&[("email", email)])).await
}

/// Enters an address and presses the button of its mail.
async fn supported(site: &Site, link: &str, email: &str) {
    assert_eq!(enter(site, link, email).await.location(), format!("{link}?saved=sent"));
    let mail = site.mail().await;
    assert_eq!(mail.to, email);
    for word in ["night", "bus", "Riders", "campaign"] {
        assert!(!mail.subject.contains(word) && !mail.text.contains(word), "{word}: {mail:?}");
    }
    let mut browser = site.browser();
    browser.get(mail.link()).await.expect(200).says("You are not signing anything.");
    browser.press(mail.link()).await.expect(303);
}

async fn it_takes_supporters_to_submit(on: On) {
    let (site, mut ana, draft) = house(on, 2).await;
    ana.get(&draft).await.expect(200).says("Supporters: 0 of 2");
    let link = linked(&mut ana, &draft).await;
    let page = site.browser().get(&link).await.expect(200).says(TITLE).says("nobody has reviewed it");
    assert!(page.body.contains("noindex"));
    assert_eq!(page.header("cache-control"), Some("no-store"));

    supported(&site, &link, "ben@example.org").await;
    let refused = send(&mut ana, &draft, "2", "submit", &[("goal", "2000")]).await.expect(422);
    let refused = refused.says("2 people have to support it before you can submit it.").says("Supporters: 1 of 2");
    assert_eq!(refused.forms()[0].value("goal"), "2000");
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE state = 'submitted'").await, 0);
    supported(&site, &link, "cora@example.org").await;
    ana.get(&page_of(&draft)).await.expect(200).says("2 people support it.").says_nothing_of("ben@");
    let submitted = send(&mut ana, &draft, "3", "submit", &[]).await;
    assert_eq!(submitted.location(), format!("{draft}?saved=submitted"));
    // Whoever has the link sees it while it waits, and nothing of anyone is left with the draft.
    site.browser().get(&link).await.expect(200);
    ana.post(&draft, body(&[("action", "take_back")])).await.expect(303);
    ana.post(&draft, body(&[("action", "delete"), ("sure", "on")])).await.expect(303);
    site.browser().get(&link).await.expect(404);
    assert_eq!(site.number("SELECT count(*) FROM supporters").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM support_links").await, 0);
    site.close().await;
}

async fn one_mailbox_counts_once_and_is_told_nothing(on: On) {
    let (site, mut ana, draft) = house(on, 5).await;
    let link = linked(&mut ana, &draft).await;
    supported(&site, &link, "ben@example.org").await;
    // The same answer, and no mail, for whoever supports it already.
    assert_eq!(enter(&site, &link, "BEN@example.org").await.location(), format!("{link}?saved=sent"));
    site.no_mail().await;
    // Three mails to one that has not answered, which all lead to the same.
    let mut last = None;
    for _ in 0..3 {
        enter(&site, &link, "cora@example.org").await.expect(303);
        last = Some(site.mail().await);
    }
    enter(&site, &link, "cora@example.org").await.expect(303);
    site.no_mail().await;
    let last = last.unwrap();
    for _ in 0..2 {
        site.browser().press(last.link()).await.expect(303);
    }
    ana.get(&page_of(&draft)).await.expect(200).says("2 people support it.");
    assert_eq!(site.number("SELECT count(*) FROM supporters WHERE asked_at IS NOT NULL").await, 0, "no time is kept");
    let refused = enter(&site, &link, "not an address").await.expect(422);
    assert_eq!(refused.form().value("email"), "not an address");
    site.close().await;
}

async fn at_most_twenty_and_a_day_each(on: On) {
    let (site, mut ana, draft) = house(on, 5).await;
    let link = linked(&mut ana, &draft).await;
    for n in 0..20 {
        enter(&site, &link, &format!("p{n}@example.org")).await.expect(303);
    }
    assert_eq!(site.mails().await.len(), 20);
    enter(&site, &link, "one-more@example.org").await.expect(422).says("20 people have supported it already");
    site.no_mail().await;
    // Nobody has pressed a button: a day later their places are free.
    site.clock.minutes(25 * 60);
    server::supporters::sweep(&site.writer, site.clock.now()).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM supporters").await, 0);
    supported(&site, &link, "one-more@example.org").await;
    site.close().await;
}

async fn a_link_that_is_taken_back_leads_nowhere(on: On) {
    let (site, mut ana, draft) = house(on, 1).await;
    let (link, page) = (linked(&mut ana, &draft).await, page_of(&draft));
    enter(&site, &link, "ben@example.org").await.expect(303);
    let mail = site.mail().await;
    ana.post(&page, "action=close".to_owned()).await.expect(422).says("Tick the box");
    ana.post(&page, "action=close&sure=on".to_owned()).await.expect(303);
    site.browser().get(&link).await.expect(404);
    enter(&site, &link, "cora@example.org").await.expect(404);
    site.browser().get(mail.link()).await.expect(404);
    site.browser().post(mail.link(), String::new()).await.expect(404);
    site.no_mail().await;
    // Another one is another link. Tokens of one kind are none of another.
    let second = linked(&mut ana, &draft).await;
    assert_ne!(link, second);
    site.browser().get(&second.replace("/support/", "/support/confirm/")).await.expect(404);
    site.browser().get("/en/support/AAAA").await.expect(404);
    assert_eq!(site.browser().post(&page, "action=open".to_owned()).await.location(), "/en/sign-in");
    let mut eve = site.signed_in("eve@example.org").await;
    eve.get(&page).await.expect(404);
    eve.post(&page, "action=close&sure=on".to_owned()).await.expect(404);
    site.browser().get(&second).await.expect(200);
    site.close().await;
}

flows!(
    it_takes_supporters_to_submit,
    one_mailbox_counts_once_and_is_told_nothing,
    at_most_twenty_and_a_day_each,
    a_link_that_is_taken_back_leads_nowhere,
);
