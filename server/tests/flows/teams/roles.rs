//! What members may do, how that changes, and the owner that each team keeps.

use super::{ACCOUNT, TEAMS, act, id, joined, made, owner_of_library, owners, to_member};
use crate::drafts::{body, started};
use crate::helpers::{Browser, On, Site};

const NEW: &str = "/en/account/campaigns/new";
const COUNTS: &str = "/en/account/counts/library-sundays";
const RUN: &str = "/en/account/campaigns/run/library-sundays";
const UPDATES: &str = "/en/account/campaigns/updates/library-sundays";

/// The status of each page of the team's campaign.
async fn opens(browser: &mut Browser, paths: &[&str]) -> Vec<u16> {
    let mut statuses = Vec::new();
    for path in paths {
        statuses.push(browser.get(path).await.status.as_u16());
    }
    statuses
}

async fn each_role_opens_its_own_doors(on: On) {
    let site = Site::open(on).await;
    let (mut ana, team) = owner_of_library(&site, "ana@example.org").await;
    let draft = started(&mut ana, "Keep the night bus running").await;
    let paths = [COUNTS, RUN, UPDATES, draft.as_str()];
    let mut editor = joined(&site, &mut ana, &team, "editor@example.org", "editor").await;
    let mut analyst = joined(&site, &mut ana, &team, "analyst@example.org", "analyst").await;
    let mut stranger = site.signed_in("eve@example.org").await;
    assert_eq!(opens(&mut ana, &paths).await, [200; 4]);
    assert_eq!(opens(&mut editor, &paths).await, [200; 4]);
    assert_eq!(opens(&mut analyst, &paths).await, [200, 404, 404, 404]);
    assert_eq!(opens(&mut stranger, &paths).await, [404; 4]);

    // An analyst knows of the campaigns, and has no way to what is not for them.
    let page = analyst.get(ACCOUNT).await.expect(200).says("Keep the night bus running").says("you are an analyst");
    assert!(page.links().iter().any(|link| link == COUNTS));
    for way in [RUN, UPDATES, &draft] {
        assert!(!page.links().iter().any(|link| link == way), "{way}");
    }
    assert!(!analyst.get("/en/account/data").await.expect(200).body.contains("night bus"), "nor its texts");
    assert!(editor.get("/en/account/data").await.expect(200).body.contains("\"role\": \"editor\""));
    for path in [format!("{COUNTS}/links"), RUN.to_owned(), draft.clone()] {
        let form = [("action", "archive"), ("sources", "mine"), ("version", "1"), ("title", "Mine")];
        analyst.post(&path, body(&form)).await.expect(404);
    }

    // Only owners decide about the team.
    let campaign = draft.rsplit('/').next().unwrap();
    for other in [&mut editor, &mut analyst, &mut stranger] {
        for (action, fields) in [
            ("invite", [("email", "x@example.org"), ("role", "owner")]),
            ("rename", [("name", "Mine"), ("role", "")]),
            ("offer", [("campaign", campaign), ("to", "x@example.org")]),
            ("take_back", [("campaign", campaign), ("to", "")]),
        ] {
            act(other, &team, action, &fields).await.expect(404);
        }
    }
    for (other, status) in [(&mut editor, 200), (&mut analyst, 200), (&mut stranger, 404)] {
        other.get(&team).await.expect(status);
    }
    for path in [TEAMS, &team] {
        assert_eq!(site.browser().get(path).await.location(), "/en/sign-in");
        assert_eq!(act(&mut site.browser(), path, "leave", &[("sure", "on")]).await.location(), "/en/sign-in");
    }
    site.no_mail().await;

    // Campaigns are started by those who write.
    let start = |title: &str| body(&[("title", title), ("team", id(&team))]);
    editor.post(NEW, start("Something that nobody asked")).await.expect(303);
    analyst.post(NEW, start("Something else that nobody asked")).await.expect(404);
    stranger.post(NEW, start("Something else that nobody asked")).await.expect(404);
    stranger.post(NEW, body(&[("title", "Something else"), ("team", "zz")])).await.expect(404);
    assert_eq!(site.number("SELECT count(DISTINCT team_id) FROM drafts").await, 1);
    site.close().await;
}

async fn roles_change_at_once_and_their_owners_are_told(on: On) {
    let site = Site::open(on).await;
    let (mut ana, team) = owner_of_library(&site, "ana@example.org").await;
    let mut ben = joined(&site, &mut ana, &team, "ben@example.org", "editor").await;
    ben.get(RUN).await.expect(200);
    to_member(&mut ana, &team, "ben@example.org", "role", "analyst").await.expect(303);
    ben.get(RUN).await.expect(404);
    ben.get(COUNTS).await.expect(200);
    let told = site.mail().await;
    assert_eq!((told.to.as_str(), told.link()), ("ben@example.org", TEAMS));
    assert_eq!(told.subject, "Undersigned: what you may do was changed");
    assert!(!told.text.contains("Library") && !told.text.contains("ana@"), "{}", told.text);
    // The same again changes nothing, and is told to nobody.
    to_member(&mut ana, &team, "ben@example.org", "role", "analyst").await.expect(303);
    to_member(&mut ana, &team, "ben@example.org", "role", "king").await.expect(422).says("Choose a role.");
    site.no_mail().await;
    let changes =
        "SELECT count(*) FROM audit_log WHERE action = 'member_role_changed' AND detail LIKE '%: editor -> analyst'";
    assert_eq!(site.number(changes).await, 1);

    to_member(&mut ana, &team, "ben@example.org", "remove", "").await.expect(303);
    assert_eq!(opens(&mut ben, &[COUNTS, &team]).await, [404, 404]);
    ben.get(TEAMS).await.expect(200).says("You are in no team yet.");
    assert_eq!(site.mail().await.to, "ben@example.org");

    // Whoever has gone can come back by a new invitation alone, and leaves as they like.
    let mut ben = joined(&site, &mut ana, &team, "ben@example.org", "analyst").await;
    act(&mut ben, &team, "leave", &[]).await.expect(422).says("Tick the box if you want to leave");
    let left = act(&mut ben, &team, "leave", &[("sure", "on")]).await.expect(303);
    ben.follow(&left).await.expect(200).says("You have left the team.");
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'member_left'").await, 2);
    site.no_mail().await;
    act(&mut ana, &team, "rename", &[("name", " Friends of  the library ")]).await.expect(303);
    ana.get(TEAMS).await.expect(200).says("Friends of the library");
    site.close().await;
}

async fn a_team_keeps_an_owner(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let team = made(&mut ana, "Riders").await;
    let last = "A team keeps an owner.";
    act(&mut ana, &team, "leave", &[("sure", "on")]).await.expect(422).says(last);
    let mut ben = joined(&site, &mut ana, &team, "ben@example.org", "editor").await;
    for (action, role) in [("role", "editor"), ("role", "analyst"), ("remove", "")] {
        to_member(&mut ana, &team, "ana@example.org", action, role).await.expect(422).says(last);
    }
    assert_eq!(owners(&site).await, 1);
    to_member(&mut ana, &team, "ben@example.org", "role", "owner").await.expect(303);
    to_member(&mut ben, &team, "ana@example.org", "role", "editor").await.expect(303);
    act(&mut ben, &team, "leave", &[("sure", "on")]).await.expect(422).says(last);
    assert_eq!((owners(&site).await, site.number("SELECT count(*) FROM team_members").await), (1, 2));
    site.close().await;
}

async fn two_owners_do_not_leave_or_dismiss_each_other_at_once(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut teams = Vec::new();
    for round in 0..4 {
        let team = made(&mut ana, &format!("Team {round}")).await;
        joined(&site, &mut ana, &team, "ben@example.org", "owner").await;
        teams.push(team);
    }
    let mut ben = site.signed_in("ben@example.org").await;
    let beside = match on {
        On::Sqlite => None,
        On::Postgres => Some(site.beside().await),
    };
    if let Some(beside) = &beside {
        ben.moves_to(beside);
    }
    for team in &teams {
        let leave = || body(&[("action", "leave"), ("sure", "on")]);
        let (one, two) = tokio::join!(ana.post(team, leave()), ben.post(team, leave()));
        let statuses = (one.status.as_u16(), two.status.as_u16());
        assert!(matches!(statuses, (303, 422) | (422, 303)), "{statuses:?}");
    }
    assert_eq!(owners(&site).await, 4, "each team has one");
    if let Some(beside) = beside {
        beside.close().await;
    }
    site.close().await;
}

flows!(
    each_role_opens_its_own_doors,
    roles_change_at_once_and_their_owners_are_told,
    a_team_keeps_an_owner,
    two_owners_do_not_leave_or_dismiss_each_other_at_once,
);
