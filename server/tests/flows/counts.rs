//! What a campaign's team sees of its counts: its own alone, finished days alone, and no small group.

use crate::helpers::{On, Site};

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

flows!(a_team_sees_counts_that_give_nobody_away);
