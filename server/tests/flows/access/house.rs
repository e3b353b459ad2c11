//! A house with something of everything: two teams, one of them with all roles; helpers whose proof is new, old or older.

use super::who::{TeamRole, Who};
use crate::drafts::{body, send, started};
use crate::helpers::{Browser, On, Page, Site};
use crate::pictures::{files, halves};
use app::accounts::Role;
use server::store::Db;
use std::collections::HashMap;

const UPDATES: &str = "/en/account/campaigns/updates";

/// Takes whoever is of no team yet, and has no role in the house, into the team of the campaign.
macro_rules! join {
    ($role:literal) => {
        concat!(
            "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, a.id, '",
            $role,
            "' FROM campaigns c, accounts a WHERE c.slug = 'halt-deportations' AND a.role = 'campaigner' \
             AND a.id NOT IN (SELECT account_id FROM team_members)"
        )
    };
}
pub struct House {
    pub site: Site,
    browsers: HashMap<Who, Browser>,
    names: Vec<(&'static str, String)>,
}

impl House {
    pub async fn open(on: On) -> Self {
        let site = Site::open(on).await;
        let mut browsers = HashMap::from([(Who::Nobody, site.browser())]);
        for (who, email, role, minutes) in [
            (Who::YesterdaysModerator, "ym@example.org", Role::Moderator, 0),
            (Who::YesterdaysAdmin, "ya@example.org", Role::Admin, 13 * 60),
            (Who::EarlierAdmin, "ea@example.org", Role::Admin, 11),
            (Who::Moderator, "m@example.org", Role::Moderator, 0),
            (Who::Admin, "a@example.org", Role::Admin, 0),
        ] {
            browsers.insert(who, site.signed_in_as(email, role).await);
            site.clock.minutes(minutes);
        }
        let mut owner = site.signed_in("owner@example.org").await;
        let mut names = vec![
            ("slug", "halt-deportations".to_owned()),
            ("others_slug", "library-sundays".to_owned()),
            ("qr", "halt-deportations.svg".to_owned()),
            ("file", "day.csv".to_owned()),
            ("rows", "?part=rows&after=".to_owned()),
            ("draft", last(&started(&mut owner, "Plant a hundred trees").await)),
        ];
        site.execute("UPDATE campaigns SET team_id = (SELECT team_id FROM drafts) WHERE slug = 'halt-deportations'")
            .await;
        for (who, email, join) in [
            (TeamRole::Editor, "editor@example.org", join!("editor")),
            (TeamRole::Analyst, "analyst@example.org", join!("analyst")),
        ] {
            browsers.insert(Who::Member(who), site.signed_in(email).await);
            site.execute(join).await;
        }
        let draft = format!("/en/account/campaigns/draft/{}", names.last().unwrap().1);
        names.push(("picture", picture(&mut owner, &draft, 400).await));
        let case = started(&mut owner, "Keep the night bus running").await;
        names.push(("picture_in_review", picture(&mut owner, &case, 500).await));
        send(&mut owner, &case, "1", "submit", &[]).await.expect(303);
        names.push(("case", last(&case)));
        let own = format!("{UPDATES}/halt-deportations");
        names.push(("update", update(&mut owner, &own).await));
        let submitted = update(&mut owner, &own).await;
        let fields =
            [("version", "1"), ("action", "submit"), ("title", "Open soon"), ("locale", "en"), ("text", "Yes.")];
        owner.post(&format!("{own}/{submitted}"), body(&fields)).await.expect(303);
        names.push(("submitted_update", submitted));
        let reply = [("action", "reply"), ("answered_by", "The mayor"), ("day", "2026-03-01"), ("text", "We shall.")];
        owner.post("/en/account/campaigns/run/halt-deportations", body(&reply)).await.expect(303);
        browsers.insert(Who::Member(TeamRole::Owner), owner);

        let mut stranger = site.signed_in("stranger@example.org").await;
        started(&mut stranger, "Mend the footbridge").await;
        site.execute(
            "UPDATE campaigns SET team_id = (SELECT team_id FROM drafts WHERE team_id NOT IN \
             (SELECT team_id FROM campaigns WHERE slug = 'halt-deportations')) WHERE slug = 'library-sundays'",
        )
        .await;
        names.push(("others_update", update(&mut stranger, &format!("{UPDATES}/library-sundays")).await));
        browsers.insert(Who::Stranger, stranger);

        let mut signer = site.browser();
        let form =
            signer.sign_form("Ben", "ben@example.org").await.set("reason", "My neighbor.").set("show_reason", "on");
        signer.send(&form).await.expect(303);
        signer.press(site.mail().await.link()).await.expect(303);
        signer.post("/en/campaigns/halt-deportations/report", body(&[("kind", "hatred")])).await.expect(303);

        let mut house = Self { site, browsers, names };
        let moderator = Who::Moderator;
        let report = house.get(moderator, "/en/review/reports").await;
        let report = report.links().into_iter().find(|link| link.starts_with("/en/review/reports/")).unwrap();
        let reason = house.field(moderator, "/en/review/reasons", "reason").await;
        let reply = house.field(moderator, "/en/review/replies", "reply").await;
        let person = house.field(Who::Admin, "/en/house/people", "person").await;
        let team = house.get(Who::Member(TeamRole::Owner), "/en/account").await;
        let team = team.links().into_iter().find(|link| link.starts_with("/en/account/teams/")).unwrap();
        let campaign = house.field(Who::Member(TeamRole::Owner), &team, "campaign").await;
        let editor = house.field(Who::Member(TeamRole::Owner), &team, "id").await;
        house.names.extend([("team", last(&team)), ("editor", editor), ("campaign", campaign)]);
        let rule = "campaign=halt-deportations&fast=on&reason=Programs.";
        let rule = house.post(Who::Admin, "/en/house/invalidation", rule).await.expect(303);
        house.names.push(("rule", last(rule.location())));
        let counted = "SELECT count(*) FROM invalidations WHERE state = 'counted'";
        house.site.wait_for("the numbers of a rule", counted, 1).await;
        house.names.extend([("report", last(&report)), ("reason", reason), ("reply", reply), ("person", person)]);
        house
    }

    /// With what was made in the place of names in braces.
    pub fn fill(&self, text: &str) -> String {
        let filled =
            self.names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
        let missing = "0123456789abcdef0123456789abcdef";
        ["token", "none", "number", "*file"]
            .iter()
            .fold(filled, |text, name| text.replace(&format!("{{{name}}}"), missing))
    }

    pub async fn get(&mut self, who: Who, path: &str) -> Page {
        let path = self.fill(path);
        self.browser(who).get(&path).await
    }

    pub async fn post(&mut self, who: Who, path: &str, form: &str) -> Page {
        let (path, form) = (self.fill(path), self.fill(form));
        self.browser(who).post(&path, form).await
    }

    fn browser(&mut self, who: Who) -> &mut Browser {
        self.browsers.get_mut(&who).unwrap()
    }

    /// How many rows have ever been changed. Only SQLite tells.
    pub async fn changes(&self) -> i64 {
        match &self.site.db {
            Db::Sqlite { write, .. } => sqlx::query_scalar("SELECT total_changes()").fetch_one(write).await.unwrap(),
            Db::Postgres(_) => 0,
        }
    }

    /// The value of the first field of this name on a page.
    async fn field(&mut self, who: Who, path: &str, name: &str) -> String {
        let page = self.get(who, path).await.expect(200);
        let forms = page.forms();
        let form = forms.iter().find(|form| form.has(name)).unwrap_or_else(|| panic!("{path} has no field {name}"));
        form.given(name).to_owned()
    }
}

/// The end of an address.
fn last(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

async fn update(browser: &mut Browser, list: &str) -> String {
    last(browser.post(list, String::new()).await.expect(303).location())
}

/// Puts a picture of this width to a draft; the name of its file.
async fn picture(browser: &mut Browser, draft: &str, width: u32) -> String {
    let path = format!("{draft}/picture");
    let picture = halves(width, 400, image::ImageFormat::Png);
    browser.upload(&path, &[("action", "put"), ("alt_en", "Trees")], Some(&picture)).await.expect(303);
    last(&files(&browser.get(&path).await.expect(200)).last().unwrap().1)
}
