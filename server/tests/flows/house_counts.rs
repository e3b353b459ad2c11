//! Admins export counts: what they see first is what the file holds, in each format; small groups are merged, and exact cells ask for a
//! fresh proof; every export is in the log.

use crate::helpers::{Browser, Form, On, Page, Site, sheet};
use app::accounts::Role;

const COUNTS: &str = "/en/house/counts";

/// Adds to the tallies of an hour, counted from 1970.
macro_rules! tallied {
    ($hour:literal, $facts:literal, $signed:literal, $confirmed:literal, $withdrawn:literal) => {
        concat!(
            "INSERT INTO tallies (campaign_id, hour, country, region, source, locale, slot, signed, confirmed, withdrawn) SELECT id, ",
            $hour,
            ", ",
            $facts,
            ", 7, ",
            $signed,
            ", ",
            $confirmed,
            ", ",
            $withdrawn,
            " FROM campaigns WHERE slug = 'halt-deportations'"
        )
    };
}

async fn with_counts(on: On) -> Site {
    let site = Site::open(on).await;
    for sql in [
        // 28 February and 1 March 2026 in New York, the campaign's city.
        tallied!(492305, "'US', '606', 'link', 'en'", 45, 40, 0),
        tallied!(492306, "'MX', '', 'qr', 'es'", 20, 14, 2),
        tallied!(492306, "'FR', '', 'mail', 'en'", 3, 3, 0),
        tallied!(492330, "'US', '100', 'link', 'en'", 14, 12, 0),
        tallied!(492331, "'US', '606', 'link', 'en'", 9, 4, 1),
        "INSERT INTO campaign_counts (campaign_id, slot, n) SELECT id, 7, 70 FROM campaigns WHERE slug = 'halt-deportations'",
    ] {
        site.execute(sql).await;
    }
    site
}

/// The buttons under the rows.
fn file(page: &Page, format: &str) -> (String, String) {
    let form = page.forms().into_iter().find(|form| form.action == COUNTS).unwrap();
    (
        form.action.clone(),
        [form.body(), format!("format={format}")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("&"),
    )
}

async fn files(admin: &mut Browser, page: &Page) -> Vec<Vec<String>> {
    let mut tables = Vec::new();
    for format in ["csv", "xlsx", "json"] {
        let (path, body) = file(page, format);
        let answer = admin.post(&path, body).await.expect(200);
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let name = format!("attachment; filename=\"counts.{format}\"");
        assert_eq!(answer.header("content-disposition"), Some(name.as_str()));
        tables.push(match format {
            "csv" => answer.body.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect(),
            "xlsx" => sheet(&answer.bytes),
            _ => json(&answer.body),
        });
    }
    assert_eq!(tables[0], tables[1], "CSV and XLSX");
    assert_eq!(tables[0], tables[2], "CSV and JSON");
    tables.remove(0)
}

/// Rows of an array of objects, the names first.
fn json(text: &str) -> Vec<Vec<String>> {
    let rows: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(text).unwrap();
    // Maps are sorted by their names; the text has them in the order of columns.
    let first = text.lines().nth(1).unwrap();
    let mut names = rows[0].keys().cloned().collect::<Vec<_>>();
    names.sort_by_key(|name| first.find(&format!("\"{name}\":")).unwrap());
    let cell = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let cells = rows.iter().map(|row| names.iter().map(|name| cell(&row[name])).collect());
    [names.clone()].into_iter().chain(cells).collect()
}

async fn exports(site: &Site) -> i64 {
    site.number("SELECT count(*) FROM audit_log WHERE action = 'counts_exported'").await
}

async fn three_formats_hold_what_was_shown(on: On) {
    let site = with_counts(on).await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;

    let page = admin.get(COUNTS).await.expect(200).says("Halt the deportations").says("These are all 3 rows");
    let whole = files(&mut admin, &page).await;
    assert_eq!(
        whole,
        [["campaign", "signatures"], ["halt-deportations", "70"], ["library-sundays", "0"], ["safe-crossing", "0"],]
    );
    assert_eq!(exports(&site).await, 3);

    let page = admin.get(&format!("{COUNTS}?campaign=halt-deportations&by=country")).await.expect(200);
    let countries = files(&mut admin, &page).await;
    // Three of France would be alone, so Mexico's twelve are with them; so are, on the second day, twelve and three of two regions.
    assert_eq!(countries[0], ["campaign", "country", "signatures"]);
    assert_eq!(countries[1], ["halt-deportations", "US", "40"]);
    assert_eq!(countries[2], ["halt-deportations", "(others)", "30"]);

    let query = format!("{COUNTS}?campaign=halt-deportations&by=hour&column=signed&column=confirmed&column=withdrawn");
    let page = admin.get(&query).await.expect(200).says("time zone");
    let hours = files(&mut admin, &page).await;
    assert_eq!(
        hours,
        [
            ["campaign", "time_zone", "hour", "signed", "confirmed", "withdrawn"],
            ["halt-deportations", "America/New_York", "2026-02-28T12:00-05:00", "45", "40", "0"],
            ["halt-deportations", "America/New_York", "2026-02-28T13:00-05:00", "23", "17", "0"],
            ["halt-deportations", "America/New_York", "2026-03-01T13:00-05:00", "23", "16", "0"],
        ]
        .map(|row| row.map(str::to_owned).to_vec())
    );

    let page = admin.get(&format!("{COUNTS}?campaign=halt-deportations&by=day&from=2026-03-01&to=2026-03-01")).await;
    let days = files(&mut admin, &page.expect(200)).await;
    assert_eq!(days[1..], [["halt-deportations", "America/New_York", "2026-03-01", "16"]]);
    let page = admin.get(&format!("{COUNTS}?campaign=halt-deportations&by=country&by=source&by=locale")).await;
    let few = files(&mut admin, &page.expect(200)).await;
    assert_eq!(few[1..], [["halt-deportations", "(others)", "(others)", "(others)", "70"]]);
    site.close().await;
}

async fn exact_cells_ask_for_a_fresh_proof(on: On) {
    let site = with_counts(on).await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let exact =
        format!("{COUNTS}?campaign=halt-deportations&by=day&by=country&column=confirmed&column=withdrawn&exact=on");
    let page = admin.get(&exact).await.expect(200).says("These rows are exact");
    let rows = files(&mut admin, &page).await;
    assert_eq!(
        rows[1..],
        [
            ["halt-deportations", "America/New_York", "2026-02-28", "FR", "3", "0"],
            ["halt-deportations", "America/New_York", "2026-02-28", "MX", "14", "2"],
            ["halt-deportations", "America/New_York", "2026-02-28", "US", "40", "0"],
            ["halt-deportations", "America/New_York", "2026-03-01", "US", "16", "1"],
        ]
    );
    let logged = "SELECT count(*) FROM audit_log WHERE action = 'counts_exported' AND object = 'counts' AND detail LIKE '% %exact=on'";
    assert_eq!(site.number(logged).await, 3);

    site.clock.set("2026-03-02T09:11:00Z");
    assert!(admin.get(&exact).await.location().starts_with("/en/account/proof?next=%2Fen%2Fhouse%2Fcounts%3Fcampaign"));
    let (path, body) = file(&page, "csv");
    assert!(admin.post(&path, body).await.location().starts_with("/en/account/proof?next="));
    assert_eq!(site.number(logged).await, 3, "nothing was exported");
    admin.get(COUNTS).await.expect(200);
    site.close().await;
}

async fn only_admins_export(on: On) {
    let site = with_counts(on).await;
    let body = "format=csv";
    let mut nobody = site.browser();
    assert_eq!(nobody.get(COUNTS).await.location(), "/en/sign-in");
    assert_eq!(nobody.post(COUNTS, body.to_owned()).await.location(), "/en/sign-in");
    let campaigner = site.signed_in("ana@example.org").await;
    let moderator = site.signed_in_as("mo@example.org", Role::Moderator).await;
    for mut other in [campaigner, moderator] {
        other.get(COUNTS).await.expect(404);
        other.post(COUNTS, body.to_owned()).await.expect(404);
        other.post(COUNTS, format!("{body}&exact=on")).await.expect(404);
    }
    assert_eq!(exports(&site).await, 0);
    site.close().await;
}

async fn what_cannot_be_told_is_said_at_its_field(on: On) {
    let site = with_counts(on).await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let wrong = |query: &str| format!("{COUNTS}?{query}");
    let page = admin.get(&wrong("from=1+March&by=country&column=expired")).await.expect(422);
    let page = page.says("Write the day as year, month and day").says("only signatures can be told");
    assert!(Form::all(COUNTS, &page.body).is_empty(), "there is no file of it");
    admin.get(&wrong("by=hour&by=country")).await.expect(422).says("By hour, no other groups");
    admin.get(&wrong("campaign=there-is-none")).await.expect(404);
    admin.post(COUNTS, "format=csv&from=March".to_owned()).await.expect(404);
    admin.post(COUNTS, "format=pdf".to_owned()).await.expect(404);
    assert_eq!(exports(&site).await, 0);
    site.close().await;
}

async fn providers_are_told_for_the_whole_house_in_tens(on: On) {
    let site = Site::open(on).await;
    // Yesterday, and today, which is not over.
    site.execute(
        "INSERT INTO provider_tallies (day, provider, slot, signed, mailed, confirmed) VALUES
        (20513, 'gmail.com', 7, 60, 58, 50), (20513, 'proton.me', 7, 4, 4, 4), (20513, 'other', 7, 12, 12, 11),
        (20514, 'gmail.com', 7, 70, 70, 70)",
    )
    .await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let page =
        admin.get(COUNTS).await.expect(200).says("By mail provider").says("gmail.com").says_nothing_of("proton.me");
    let forms = Form::all(COUNTS, &page.body);
    let form = forms.iter().find(|form| form.body().contains("of=providers")).unwrap();
    let csv = admin.post(COUNTS, format!("{}&format=csv", form.body())).await.expect(200);
    assert_eq!(csv.header("content-disposition"), Some("attachment; filename=\"providers.csv\""));
    assert_eq!(csv.body, "provider,signed,mailed,bounced,confirmed\ngmail.com,60,58,0,50\n(others),16,16,0,15\n");
    let book = admin.post(COUNTS, format!("{}&format=xlsx", form.body())).await.expect(200);
    assert_eq!(sheet(&book.bytes)[1], ["gmail.com", "60", "58", "0", "50"]);
    let told = admin.post(COUNTS, format!("{}&format=json", form.body())).await.expect(200);
    assert_eq!(json(&told.body)[2], ["(others)", "16", "16", "0", "15"]);
    assert_eq!(exports(&site).await, 3);
    let mut moderator = site.signed_in_as("mo@example.org", Role::Moderator).await;
    moderator.post(COUNTS, "of=providers&format=csv".to_owned()).await.expect(404);
    site.close().await;
}

flows!(
    providers_are_told_for_the_whole_house_in_tens,
    three_formats_hold_what_was_shown,
    exact_cells_ask_for_a_fresh_proof,
    only_admins_export,
    what_cannot_be_told_is_said_at_its_field,
);
