//! Teams of several people: invitations, roles, campaigns that are handed over, and accounts that are closed.

mod closing;
mod invitations;
mod moving;
mod roles;
mod writing;

use crate::drafts::body;
use crate::helpers::{Browser, Letter, Page, Site};

const TEAMS: &str = "/en/account/teams";
const ACCOUNT: &str = "/en/account";

/// Makes a team; its address.
async fn made(browser: &mut Browser, name: &str) -> String {
    let page = browser.post(TEAMS, body(&[("action", "make"), ("name", name)])).await.expect(303);
    page.location().strip_suffix("?saved=changed").unwrap().to_owned()
}

/// The id at the end of a team's address.
fn id(team: &str) -> &str {
    team.rsplit('/').next().unwrap()
}

async fn act(browser: &mut Browser, team: &str, action: &str, fields: &[(&str, &str)]) -> Page {
    let fields = [&[("action", action)], fields].concat();
    browser.post(team, body(&fields)).await
}

/// Does `action` to the member with this address.
async fn to_member(browser: &mut Browser, team: &str, email: &str, action: &str, role: &str) -> Page {
    let page = browser.get(team).await.expect(200);
    let member = page.body.split_once(email).unwrap_or_else(|| panic!("{email} is not in the team")).1;
    let id = member.split_once("name=\"id\" value=\"").unwrap().1.split_once('"').unwrap().0;
    act(browser, team, action, &[("id", id), ("role", role)]).await
}

async fn invited(site: &Site, browser: &mut Browser, team: &str, email: &str, role: &str) -> Letter {
    let done = act(browser, team, "invite", &[("email", email), ("role", role)]).await.expect(303);
    assert_eq!(done.location(), format!("{team}?saved=invited"));
    let letter = site.mail().await;
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), (email, "Undersigned: an invitation"));
    letter
}

/// Somebody who is signed in and has come into the team with this role.
async fn joined(site: &Site, owner: &mut Browser, team: &str, email: &str, role: &str) -> Browser {
    let letter = invited(site, owner, team, email, role).await;
    let mut browser = site.signed_in(email).await;
    assert_eq!(browser.press(letter.link()).await.location(), format!("{team}?saved=joined"));
    site.mails().await;
    browser
}

/// Somebody who owns the team of a demo campaign, and its address.
async fn owner_of_library(site: &Site, email: &str) -> (Browser, String) {
    let mut browser = site.signed_in(email).await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, a.id, 'owner' FROM campaigns c, accounts a \
         WHERE c.slug = 'library-sundays'",
    )
    .await;
    let links = browser.get(TEAMS).await.expect(200).links();
    let team = links.into_iter().find(|link| link.starts_with("/en/account/teams/")).unwrap();
    (browser, team)
}

async fn owners(site: &Site) -> i64 {
    site.number("SELECT count(*) FROM team_members WHERE role = 'owner'").await
}
