//! An account is closed unless others, or public campaigns, would be left without an owner.

use super::{ACCOUNT, joined, made, owner_of_library, owners, to_member};
use crate::drafts::{body, started};
use crate::helpers::{Browser, On, Page, Site};

async fn close(browser: &mut Browser) -> Page {
    browser.post(ACCOUNT, body(&[("action", "close"), ("sure", "on")])).await
}

async fn what_others_depend_on_needs_another_owner(on: On) {
    let site = Site::open(on).await;
    let (mut ana, team) = owner_of_library(&site, "ana@example.org").await;
    started(&mut ana, "Keep the night bus running").await;
    let page = close(&mut ana).await.expect(422).says("Your account cannot be closed yet");
    let page = page.says("Open the Larkhaven library on Sundays again");
    assert!(page.links().contains(&team), "{:?}", page.links());
    ana.get(ACCOUNT).await.expect(200).says("Keep the night bus running");

    let mut ben = joined(&site, &mut ana, &team, "ben@example.org", "editor").await;
    close(&mut ana).await.expect(422);
    to_member(&mut ana, &team, "ben@example.org", "role", "owner").await.expect(303);
    site.mail().await;
    assert_eq!(close(&mut ana).await.location(), "/en/sign-in?saved=closed");
    assert_eq!(site.number("SELECT count(*) FROM accounts").await, 1);
    ben.get(ACCOUNT)
        .await
        .expect(200)
        .says("Keep the night bus running")
        .says("Open the Larkhaven library on Sundays again");
    ben.get(&team).await.expect(200).says_nothing_of("ana@example.org");
    close(&mut ben).await.expect(422).says("Open the Larkhaven library on Sundays again");
    site.close().await;
}

async fn a_lone_team_goes_with_its_drafts_and_members_go_alone(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let team = made(&mut ana, "Riders").await;
    let mut ben = joined(&site, &mut ana, &team, "ben@example.org", "analyst").await;
    // Without a campaign, too, others are not left alone.
    close(&mut ana).await.expect(422).says("Riders");
    started(&mut ben, "Keep the night bus running").await;
    let teams = site.number("SELECT count(*) FROM teams").await;
    assert_eq!(close(&mut ben).await.location(), "/en/sign-in?saved=closed");
    assert_eq!(site.number("SELECT count(*) FROM drafts").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM teams").await, teams - 1);
    ana.get(&team).await.expect(200).says_nothing_of("ben@example.org");

    // With the team go invitations and the address in them.
    super::invited(&site, &mut ana, &team, "eve@example.org", "owner").await;
    assert_eq!(close(&mut ana).await.location(), "/en/sign-in?saved=closed");
    for sql in
        ["SELECT count(*) FROM team_members", "SELECT count(*) FROM team_invitations", "SELECT count(*) FROM accounts"]
    {
        assert_eq!(site.number(sql).await, 0, "{sql}");
    }
    assert_eq!(site.number("SELECT count(*) FROM teams").await, teams - 2);
    site.close().await;
}

async fn two_owners_do_not_both_close_their_accounts_at_once(on: On) {
    let site = Site::open(on).await;
    let (mut ana, team) = owner_of_library(&site, "ana@example.org").await;
    let mut ben = joined(&site, &mut ana, &team, "ben@example.org", "owner").await;
    let beside = match on {
        On::Sqlite => None,
        On::Postgres => Some(site.beside().await),
    };
    if let Some(beside) = &beside {
        ben.moves_to(beside);
    }
    let (one, two) = tokio::join!(close(&mut ana), close(&mut ben));
    let statuses = (one.status.as_u16(), two.status.as_u16());
    assert!(matches!(statuses, (303, 422) | (422, 303)), "{statuses:?}");
    assert_eq!((owners(&site).await, site.number("SELECT count(*) FROM accounts").await), (1, 1));
    if let Some(beside) = beside {
        beside.close().await;
    }
    site.close().await;
}

flows!(
    what_others_depend_on_needs_another_owner,
    a_lone_team_goes_with_its_drafts_and_members_go_alone,
    two_owners_do_not_both_close_their_accounts_at_once,
);
