//! Counts are exported exactly: what was signed and confirmed, less what was taken back.

use crate::helpers::{Letter, On, Site, sheet};
use std::{collections::BTreeMap, fs};

/// Signs in a language, from a country, by a way; the mail.
async fn sign(site: &Site, n: u8, lang: &str, slug: &str, country: &str, source: &str) -> Letter {
    let mut browser = site.browser().on_network(n);
    let page = browser.get(&format!("/{lang}/campaigns/{slug}?source={source}")).await.expect(200);
    let form = page.form().set("name", "Ana").set("email", &format!("ana{n}@example.org")).set("country", country);
    browser.send(&form).await.expect(303);
    site.mail().await
}

async fn withdraw(site: &Site, letter: &Letter) {
    let mut browser = site.browser();
    let mine = browser.get(letter.link()).await;
    let forms = browser.follow(&mine).await.forms();
    let withdraw = forms.into_iter().find(|form| form.value("decision") == "withdraw").unwrap();
    browser.send(&withdraw).await.expect(303);
}

/// Two days in New York (five hours behind), three countries, three ways, two languages; one is taken back and two never confirmed.
async fn a_mixed_crowd(site: &Site) {
    let people = [
        ("2026-03-03T04:30:00Z", "en", "halt-deportations", "US", "qr", true),
        ("2026-03-03T04:50:00Z", "en", "halt-deportations", "US", "qr", true),
        ("2026-03-03T05:10:00Z", "es", "halt-deportations", "MX", "link", true),
        ("2026-03-03T05:20:00Z", "en", "halt-deportations", "US", "qr", true),
        ("2026-03-03T05:30:00Z", "en", "halt-deportations", "GB", "", false),
        ("2026-03-03T05:40:00Z", "en", "library-sundays", "US", "share", true),
        ("2026-03-03T05:50:00Z", "es", "halt-deportations", "MX", "link", false),
    ];
    let mut letters = Vec::new();
    for (n, (time, lang, slug, country, source, confirms)) in (1..).zip(people) {
        site.clock.set(time);
        let letter = sign(site, n, lang, slug, country, source).await;
        if confirms {
            site.browser().press(letter.link()).await.expect(303);
        }
        letters.push(letter);
    }
    // The first of the second day; a day counts what happened on it.
    withdraw(site, &letters[3]).await;
    assert_eq!((site.rows().await, site.count().await), ((2, 4), 4));
}

const BY: &str = "day,country,source";
const EXACT: [[&str; 6]; 3] = [
    ["halt-deportations", "America/New_York", "2026-03-02", "US", "qr", "2"],
    ["halt-deportations", "America/New_York", "2026-03-03", "MX", "link", "1"],
    ["library-sundays", "America/Chicago", "2026-03-02", "US", "share", "1"],
];

async fn counts_are_what_was_signed_and_not_taken_back(on: On) {
    let site = Site::open(on).await;
    a_mixed_crowd(&site).await;

    let csv = site.run(&["export", "counts", "--by", BY]).succeeds();
    let rows = csv.table(',');
    assert_eq!(rows[0], ["campaign", "time_zone", "day", "country", "source", "signatures"]);
    // The library is in Chicago, an hour further behind.
    assert_eq!(rows[1..], EXACT);

    let json = site.run(&["export", "counts", "--by", BY, "--format", "json"]).succeeds();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json.out).unwrap();
    let text = |row: &serde_json::Value, key: &str| row[key].as_str().unwrap().to_owned();
    let cells = |row: &serde_json::Value| {
        let mut cells = ["campaign", "time_zone", "day", "country", "source"].map(|key| text(row, key)).to_vec();
        cells.push(row["signatures"].as_i64().unwrap().to_string());
        cells
    };
    assert_eq!(rows.iter().map(cells).collect::<Vec<_>>(), EXACT);

    let hours = site.run(&["export", "counts", "--by", "hour", "--events", "signed,withdrawn", "--to", "2026-03-02"]);
    assert_eq!(
        hours.succeeds().out,
        "campaign,time_zone,hour,signed,withdrawn\n\
         halt-deportations,America/New_York,2026-03-02T23:00-05:00,2,0\n\
         library-sundays,America/Chicago,2026-03-02T23:00-06:00,1,0\n"
    );
    let out = site.path("counts.xlsx");
    site.run(&["export", "counts", "--by", BY, "--format", "xlsx", "--out", out.to_str().unwrap()]).succeeds();
    assert_eq!(sheet(&fs::read(&out).unwrap())[1..], EXACT);
    site.run(&["export", "counts", "--by", "day,hour"]).fails().tells("at once");
    site.run(&["export", "counts", "--from", "March"]).fails().tells("2026-03-01");

    let whole = site.run(&["export", "counts"]).succeeds();
    assert_eq!(whole.out, "campaign,signatures\nhalt-deportations,3\nlibrary-sundays,1\nsafe-crossing,0\n");
    let list = site.run(&["campaign", "list"]).succeeds();
    assert_eq!(list.out, "halt-deportations\t3\nlibrary-sundays\t1\nsafe-crossing\t0\n");
    site.close().await;
}

async fn counts_of_one_campaign_go_to_a_file(on: On) {
    let site = Site::open(on).await;
    a_mixed_crowd(&site).await;
    let file = site.path("counts.csv");
    let out = file.to_str().unwrap();
    let one = ["export", "counts", "--campaign", "halt-deportations", "--by", "locale,country", "--out", out];
    assert_eq!(site.run(&one).succeeds().out, "");
    let csv = fs::read_to_string(&file).unwrap();
    assert_eq!(csv, "campaign,country,locale,signatures\nhalt-deportations,MX,es,1\nhalt-deportations,US,en,2\n");
    site.run(&["export", "counts", "--campaign", "no-such", "--out", out])
        .fails()
        .tells("There is no campaign no-such");
    assert_eq!(fs::read_to_string(&file).unwrap(), csv, "what fails writes nothing");
    let json = site.run(&["export", "counts", "--campaign", "safe-crossing", "--by", "day", "--format", "json"]);
    assert_eq!(json.succeeds().out.trim(), "[]");
    site.close().await;
}

async fn many_pages_add_up(on: On) {
    let site = Site::open(on).await;
    // Three thousand hours in four languages: more than ten pages of tallies.
    let cells = match on {
        On::Sqlite => {
            "WITH RECURSIVE h (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM h WHERE n < 2999) \
             INSERT INTO tallies (campaign_id, hour, country, region, source, locale, slot, confirmed, withdrawn) \
             SELECT c.id, 490000 + h.n, 'US', '', 'none', l.column1, 0, h.n % 7, h.n % 2 FROM campaigns c, h, \
             (VALUES ('en'), ('es'), ('fr'), ('ht')) l WHERE c.slug = 'safe-crossing'"
        }
        On::Postgres => {
            "INSERT INTO tallies (campaign_id, hour, country, region, source, locale, slot, confirmed, withdrawn) \
             SELECT c.id, 490000 + h.n, 'US', '', 'none', l.column1, 0, h.n % 7, h.n % 2 FROM campaigns c, \
             (SELECT generate_series(0, 2999) AS n) h, (VALUES ('en'), ('es'), ('fr'), ('ht')) l WHERE c.slug = 'safe-crossing'"
        }
    };
    site.execute(cells).await;
    let hours = |n: i64| n % 7 - n % 2;
    let mut days = BTreeMap::<String, i64>::new();
    let zone = jiff::tz::TimeZone::get("America/Mexico_City").unwrap();
    for n in 0..3_000 {
        let hour = jiff::Timestamp::from_second((490_000 + n) * 3_600).unwrap();
        *days.entry(hour.to_zoned(zone.clone()).date().to_string()).or_default() += hours(n);
    }
    let one = ["export", "counts", "--campaign", "safe-crossing", "--by", "locale,day"];
    let csv = site.run(&one).succeeds();
    let rows = csv.table(',');
    assert_eq!(rows.len(), 1 + days.len() * 4);
    for row in &rows[1..] {
        assert_eq!(row[4], days[row[2]].to_string(), "{row:?}");
    }
    let total = days.values().sum::<i64>() * 4;
    let whole = site.run(&["export", "counts", "--campaign", "safe-crossing"]).succeeds();
    assert_eq!(whole.out, format!("campaign,signatures\nsafe-crossing,{total}\n"));
    site.close().await;
}

flows!(counts_are_what_was_signed_and_not_taken_back, counts_of_one_campaign_go_to_a_file, many_pages_add_up);
