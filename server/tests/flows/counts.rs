//! What a campaign's team sees of its counts: its own alone, finished days alone, and no small group.

use crate::helpers::{On, Page, Site};

const COUNTS: &str = "/en/account/counts/halt-deportations";

/// Adds to the tallies of an hour, counted from 1970.
macro_rules! tallied {
    ($hour:literal, $country:literal, $source:literal, $n:literal) => {
        concat!(
            "INSERT INTO tallies (campaign_id, hour, country, region, source, locale, slot, confirmed) SELECT id, ",
            $hour,
            ", '",
            $country,
            "', '', '",
            $source,
            "', 'en', 7, ",
            $n,
            " FROM campaigns WHERE slug = 'halt-deportations'"
        )
    };
}

async fn a_team_sees_counts_that_give_nobody_away(on: On) {
    let site = Site::open(on).await;
    for sql in [
        // Noon in Washington on 28 February and 1 March 2026.
        tallied!(492305, "US", "link", 40),
        tallied!(492305, "MX", "qr", 12),
        tallied!(492305, "FR", "mail", 3),
        tallied!(492329, "US", "link", 4),
    ] {
        site.execute(sql).await;
    }
    // One of today.
    site.signed_and_confirmed("Ana", "ana@example.org").await;
    let mut team = site.signed_in("owner@example.org").await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, a.id, 'analyst' FROM campaigns c, accounts a \
         WHERE c.slug = 'halt-deportations'",
    )
    .await;
    let mut stranger = site.signed_in("eve@example.org").await;
    for path in [COUNTS.to_owned(), format!("{COUNTS}/country.csv")] {
        assert_eq!(site.browser().get(&path).await.location(), "/en/sign-in");
        stranger.get(&path).await.expect(404);
    }
    let file = team.get(&format!("{COUNTS}/country.csv")).await.expect(200);
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    // France's three would be alone, so Mexico's twelve are with them; the four of the second day are not ten.
    assert_eq!(file.body, "campaign,country,signatures\nhalt-deportations,US,40\nhalt-deportations,(others),15\n");
    let days = team.get(&format!("{COUNTS}/day.csv")).await.expect(200);
    assert_eq!(days.body, "campaign,time_zone,day,confirmed\nhalt-deportations,America/New_York,2026-02-28,55\n");
    let json = team.get(&format!("{COUNTS}/source.json")).await.expect(200);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json.body).unwrap();
    assert_eq!(rows[0]["source"], "link");
    assert_eq!(rows[0]["signatures"], 40);
    team.get(&format!("{COUNTS}/country.xlsx")).await.expect(200);
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'counts_exported'").await, 4);
    team.get(&format!("{COUNTS}/region.csv")).await.expect(404);
    team.get(COUNTS).await.expect(200).says("United States").says("40");
    site.close().await;
}

/// Adds events to the tallies and signatures to the count.
macro_rules! events {
    ($hour:literal, $signed:literal, $confirmed:literal, $withdrawn:literal) => {
        [
            concat!(
                "INSERT INTO tallies (campaign_id, hour, country, region, source, locale, slot, signed, confirmed, withdrawn) SELECT id, ",
                $hour, ", 'US', '', 'link', 'en', 7, ", $signed, ", ", $confirmed, ", ", $withdrawn,
                " FROM campaigns WHERE slug = 'halt-deportations'"
            ),
            concat!(
                "INSERT INTO campaign_counts (campaign_id, slot, n) SELECT id, 7, ", $confirmed, " - ", $withdrawn,
                " FROM campaigns WHERE slug = 'halt-deportations' ON CONFLICT (campaign_id, slot) DO UPDATE SET n = campaign_counts.n + excluded.n"
            ),
        ]
    };
}

fn lately(page: Page, today: &str, week: &str) -> Page {
    let page = page.expect(200);
    let said = format!("Today{today}This week{week}Today and the week");
    assert!(page.text().contains(&said), "{said} in {}", page.text());
    page
}

async fn a_dashboard_tells_of_today_of_the_week_and_of_what_becomes_of_forms(on: On) {
    let site = Site::open(on).await;
    // Noon in Washington on Friday and Saturday, 27 and 28 February, and at four in the morning on Monday, 2 March 2026.
    for sql in [events!(492281, 80, 60, 0), events!(492305, 50, 44, 0), events!(492345, 9, 7, 0)].concat() {
        site.execute(sql).await;
    }
    for sql in [
        "INSERT INTO milestones (campaign_id, n, day) SELECT id, 100, 20512 FROM campaigns WHERE slug = 'halt-deportations'",
        "INSERT INTO milestones (campaign_id, n, day) SELECT id, 111, 20514 FROM campaigns WHERE slug = 'halt-deportations'",
    ] {
        site.execute(sql).await;
    }
    let mut team = site.signed_in("owner@example.org").await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, a.id, 'analyst' FROM campaigns c, accounts a \
         WHERE c.slug = 'halt-deportations'",
    )
    .await;
    let page = team.get(COUNTS).await.expect(200).says("111 confirmed signatures, at this moment");
    // Seven are too few to be told, whatever they are subtracted from.
    let page = lately(page, "fewer than ten", "fewer than ten").says("100 signatures on 28 February 2026");
    let page = page.says("130 forms were sent and 104 signatures confirmed");
    page.says_nothing_of("111 signatures on");
    let funnel = team.get(&format!("{COUNTS}/funnel.csv")).await.expect(200);
    assert_eq!(funnel.header("content-disposition"), Some("attachment; filename=\"halt-deportations-funnel.csv\""));
    assert_eq!(
        funnel.body,
        "campaign,time_zone,day,signed,mailed,bounced,confirmed,fast\nhalt-deportations,America/New_York,2026-02-27,80,0,0,60,0\n\
         halt-deportations,America/New_York,2026-02-28,50,0,0,44,0\n"
    );
    for sql in events!(492346, 5, 5, 0) {
        site.execute(sql).await;
    }
    // The count is held in memory for a second.
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    lately(team.get(COUNTS).await, "12", "12");
    // A day later these twelve are a day of their own, and today there is nobody.
    site.clock.set("2026-03-03T12:00:00Z");
    lately(team.get(COUNTS).await, "0", "12").says("2 March 2026");
    site.close().await;
}

flows!(a_team_sees_counts_that_give_nobody_away, a_dashboard_tells_of_today_of_the_week_and_of_what_becomes_of_forms,);
