//! A campaign goes to another team, once its owner takes it.

use super::{ACCOUNT, TEAMS, act, id, joined, made, owner_of_library};
use crate::drafts::{body, send, started};
use crate::helpers::{Browser, On, Page, Site};

const RUN: &str = "/en/account/campaigns/run/library-sundays";

/// The campaign that a team's owner can choose first, by the name that forms give it.
async fn first_campaign(browser: &mut Browser, team: &str) -> String {
    let forms = browser.get(team).await.expect(200).forms();
    forms.iter().find(|form| form.body().starts_with("action=offer")).unwrap().value("campaign").to_owned()
}

async fn offer(browser: &mut Browser, team: &str, campaign: &str, to: &str) -> Page {
    act(browser, team, "offer", &[("campaign", campaign), ("to", to)]).await
}

async fn answer(browser: &mut Browser, action: &str, campaign: &str, team: &str) -> Page {
    browser.post(TEAMS, body(&[("action", action), ("campaign", campaign), ("team", team)])).await
}

async fn offers(site: &Site) -> i64 {
    site.number("SELECT count(*) FROM campaign_offers").await
}

async fn a_public_campaign_goes_where_an_owner_takes_it(on: On) {
    let site = Site::open(on).await;
    let (mut ana, team) = owner_of_library(&site, "ana@example.org").await;
    let campaign = first_campaign(&mut ana, &team).await;
    offer(&mut ana, &team, &campaign, "ben").await.expect(422).says("not a complete e-mail address");
    let done = offer(&mut ana, &team, &campaign, "ben@example.org").await.expect(303);
    ana.follow(&done).await.expect(200).says("offered to ben@example.org until 9 March 2026");
    let letter = site.mail().await;
    assert_eq!((letter.to.as_str(), letter.link()), ("ben@example.org", TEAMS));
    for word in ["library", "Library", "ana@"] {
        assert!(!letter.text.contains(word) && !letter.subject.contains(word), "{word} in {letter:?}");
    }
    offer(&mut ana, &team, &campaign, "eve@example.org").await.expect(422).says("offered to somebody already");
    assert_eq!(site.number("SELECT count(*) FROM campaign_offers").await, 1);

    // Nobody else takes it or ends it, and it stays where it is until it is taken.
    let mut eve = site.signed_in("eve@example.org").await;
    let others = made(&mut eve, "Others").await;
    for action in ["accept", "decline"] {
        answer(&mut eve, action, &campaign, id(&others)).await.expect(404);
        answer(&mut site.browser(), action, &campaign, "").await.expect(303);
    }
    act(&mut eve, &others, "take_back", &[("campaign", &campaign)]).await.expect(404);
    let mut ben = site.signed_in("ben@example.org").await;
    ben.get(ACCOUNT).await.expect(200).says("Offered to you");
    ben.get(RUN).await.expect(404);
    ana.get(RUN).await.expect(200);

    // Into a team that one owns: not into one in which one only writes, and not into one of strangers.
    joined(&site, &mut eve, &others, "ben@example.org", "editor").await;
    for into in [id(&others), id(&team), "zz"] {
        answer(&mut ben, "accept", &campaign, into).await.expect(404);
    }
    let own = made(&mut ben, "Readers").await;
    let page = ben.get(TEAMS).await.expect(200).says("Open the Larkhaven library on Sundays again");
    let form = page.forms().into_iter().find(|form| form.body().starts_with("campaign=")).unwrap();
    assert_eq!(form.value("team"), id(&own));
    let taken = ben.post(TEAMS, format!("{}&action=accept", form.body())).await.expect(303);
    assert_eq!(taken.location(), format!("{own}?saved=moved"));
    ben.follow(&taken).await.expect(200).says("The campaign is now of this team.");
    ben.get(RUN).await.expect(200);
    ana.get(RUN).await.expect(404);
    let told = site.mail().await;
    assert_eq!((told.to.as_str(), told.link()), ("ana@example.org", team.as_str()));
    assert!(!told.text.contains("ben@") && !told.text.contains("ibrary"), "{}", told.text);
    answer(&mut ben, "accept", &campaign, id(&own)).await.expect(404);
    assert_eq!(offers(&site).await, 0);
    // Whoever signs sees nothing of it.
    site.browser().get("/en/campaigns/library-sundays").await.expect(200);
    let moved = "SELECT count(*) FROM audit_log WHERE action = 'campaign_moved' AND object = 'library-sundays'";
    assert_eq!(site.number(moved).await, 1);
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'campaign_offered'").await, 1);
    site.close().await;
}

async fn offers_are_declined_taken_back_and_end(on: On) {
    let site = Site::open(on).await;
    let (mut ana, team) = owner_of_library(&site, "ana@example.org").await;
    let campaign = first_campaign(&mut ana, &team).await;
    let mut ben = site.signed_in("ben@example.org").await;
    let offered = async |ana: &mut Browser| {
        offer(ana, &team, &campaign, "ben@example.org").await.expect(303);
        site.mail().await;
    };
    offered(&mut ana).await;
    let declined = answer(&mut ben, "decline", &campaign, "").await.expect(303);
    ben.follow(&declined).await.expect(200).says("The offer is declined.").says_nothing_of("Offered to you");
    answer(&mut ben, "accept", &campaign, "").await.expect(404);

    offered(&mut ana).await;
    act(&mut ana, &team, "take_back", &[("campaign", &campaign)]).await.expect(303);
    act(&mut ana, &team, "take_back", &[("campaign", &campaign)]).await.expect(404);
    answer(&mut ben, "accept", &campaign, "").await.expect(404);

    offered(&mut ana).await;
    site.clock.hours(7 * 24);
    ben.get(TEAMS).await.expect(200).says_nothing_of("Offered to you");
    answer(&mut ben, "accept", &campaign, "").await.expect(404);
    // What has ended stands in nobody's way.
    offered(&mut ana).await;
    assert_eq!(offers(&site).await, 1);

    // Without a team of one's own a new one is made for it.
    let taken = answer(&mut ben, "accept", &campaign, "").await.expect(303);
    ben.follow(&taken).await.expect(200).says("A team without a name").says("ben@example.org (you)owner");
    ben.get(RUN).await.expect(200);
    site.close().await;
}

async fn a_draft_goes_with_its_texts_unless_it_waits(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let draft = started(&mut ana, "Keep the night bus running").await;
    let links = ana.get(TEAMS).await.expect(200).links();
    let team = links.into_iter().find(|link| link.starts_with("/en/account/teams/")).unwrap();
    let campaign = id(&draft).to_owned();
    // Only what is the team's own is offered.
    offer(&mut ana, &team, &"0".repeat(32), "ben@example.org").await.expect(404);
    offer(&mut ana, &team, &campaign, "ben@example.org").await.expect(303);
    site.mail().await;
    send(&mut ana, &draft, "1", "submit", &[]).await.expect(303);
    let mut ben = site.signed_in("ben@example.org").await;
    answer(&mut ben, "accept", &campaign, "").await.expect(422).says("waits for a moderator");
    ben.get(&draft).await.expect(404);
    ana.post(&draft, body(&[("action", "take_back")])).await.expect(303);
    answer(&mut ben, "accept", &campaign, "").await.expect(303);
    site.mails().await;
    ben.get(&draft).await.expect(200).says("Because people walk home.");
    ana.get(&draft).await.expect(404);
    send(&mut ana, &draft, "2", "save", &[]).await.expect(404);
    assert_eq!(site.number("SELECT count(*) FROM drafts").await, 1);

    // One that was deleted meanwhile is not there to be taken.
    let links = ben.get(TEAMS).await.expect(200).links();
    let own = links.into_iter().find(|link| link.starts_with("/en/account/teams/")).unwrap();
    offer(&mut ben, &own, &campaign, "ana@example.org").await.expect(303);
    site.mail().await;
    ben.post(&draft, body(&[("action", "delete"), ("sure", "on")])).await.expect(303);
    ana.get(TEAMS).await.expect(200).says_nothing_of("Offered to you");
    answer(&mut ana, "accept", &campaign, "").await.expect(404);
    site.close().await;
}

flows!(
    a_public_campaign_goes_where_an_owner_takes_it,
    offers_are_declined_taken_back_and_end,
    a_draft_goes_with_its_texts_unless_it_waits,
);
