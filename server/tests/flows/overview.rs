//! How the house is doing, for admins and for Prometheus.

use crate::drafts::body;
use crate::helpers::{CAMPAIGN, House, On, Site, request};
use app::accounts::Role;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use server::house::{Gauge, metrics};
use std::time::Duration;
use tower::ServiceExt;

const HOUSE: &str = "/en/house";

async fn admins_alone_see_how_the_house_is_doing(on: On) {
    let site = Site::open(on).await;
    assert_eq!(site.browser().get(HOUSE).await.location(), "/en/sign-in");
    site.signed_in("eve@example.org").await.get(HOUSE).await.expect(404);
    let mut ben = site.signed_in_as("ben@example.org", Role::Moderator).await;
    ben.get(HOUSE).await.expect(404);
    ben.post(HOUSE, body(&[("action", "retry")])).await.expect(404);

    site.signed_and_confirmed("Ada", "ada@example.org").await;
    site.browser().sign("Bea", "bea@example.org").await;
    site.mails().await;
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    let figure = |page: &str, name: &str| {
        let at = page.find(name).unwrap_or_else(|| panic!("{name} is not in {page}"));
        page[at..].split_once("<dd>").unwrap().1.split_once("</dd>").unwrap().0.replace("<!>", "")
    };
    let page = ana.get(HOUSE).await.expect(200);
    assert_eq!(figure(&page.body, "Confirmed signatures, all campaigns"), "1");
    assert_eq!(figure(&page.body, "Confirmed today"), "1");
    assert_eq!(figure(&page.body, "Forms sent today"), "2");
    assert_eq!(figure(&page.body, "Open for signing"), "3");
    assert_eq!(figure(&page.body, "<dt>Given up"), "0");
    let kind = if matches!(on, On::Sqlite) { "SQLite 3." } else { "PostgreSQL " };
    assert!(figure(&page.body, "<dt>Database").starts_with(kind));
    for name in ["Size of the database", "Free on the disk"] {
        assert!(figure(&page.body, name).ends_with('B'), "{name}");
    }
    // Tomorrow is another day, and a closed campaign is counted as such.
    site.clock.hours(24);
    site.execute("UPDATE campaigns SET closes_at = 1 WHERE slug = 'halt-deportations'").await;
    site.execute("UPDATE sessions SET proved_at = proved_at + 86400000000").await;
    let page = ana.get(HOUSE).await.expect(200);
    assert_eq!(figure(&page.body, "Confirmed signatures, all campaigns"), "1");
    assert_eq!(figure(&page.body, "Confirmed today"), "0");
    assert_eq!((figure(&page.body, "Open for signing"), figure(&page.body, "<dt>Closed")), ("2".into(), "1".into()));
    site.close().await;
}

async fn what_waits_is_told_with_its_age(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    let report = body(&[("kind", "hatred"), ("text", "It is."), ("email", "")]);
    site.browser().post(&format!("{CAMPAIGN}/report"), report).await.expect(303);
    site.clock.hours(24 * 4);
    site.execute("UPDATE sessions SET proved_at = proved_at + 345600000000").await;
    let page = ana.get(HOUSE).await.expect(200);
    let at = page.body.find("href=\"/en/review/reports\"").unwrap();
    let row = page.body[at..].split_once("</tr>").unwrap().0;
    assert!(row.contains(">1<") && row.contains("4 days") && row.contains("data-band=\"due\""), "{row}");
    site.close().await;
}

async fn mails_that_were_given_up_are_tried_again(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    let page = ana.get(HOUSE).await.expect(200).says_nothing_of("Try again to send");
    assert!(!page.body.contains("has waited for"));
    site.run(&["mail", "pause"]).succeeds();
    // Longer than a server takes to look whether mail is paused.
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    site.browser().sign("Ada", "ada@example.org").await;
    ana.get(HOUSE).await.expect(200).says("No mail is sent at the moment").says("has waited for");
    site.execute("UPDATE outbox SET state = 'dead', attempts = 9").await;
    ana.get(HOUSE).await.expect(200).says("Try again to send what was given up");
    ana.post(HOUSE, body(&[("action", "wipe")])).await.expect(404);
    let done = ana.post(HOUSE, body(&[("action", "retry")])).await.expect(303);
    ana.follow(&done).await.expect(200).says("wait to be sent again");
    assert_eq!(site.number("SELECT count(*) FROM outbox WHERE state = 'queued' AND attempts = 0").await, 1);
    let noted = "SELECT count(*) FROM audit_log WHERE action = 'mails_retried' AND actor IS NOT NULL";
    assert_eq!(site.number(noted).await, 1);
    site.run(&["mail", "resume"]).succeeds();
    assert_eq!(site.mail().await.to, "ada@example.org");
    site.close().await;
}

async fn figures_tell_prometheus_of_signatures_by_the_hour_alone(on: On) {
    let site = Site::open(on).await;
    let read = async || {
        let gauge = Gauge {
            db: site.db.clone(),
            clock: site.clock.clone(),
            file: None,
            folder: site.path(""),
            takes_bounces: true,
        };
        let answer =
            metrics::router(gauge).oneshot(Request::get("/metrics").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.status(), 200);
        assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/plain; version=0.0.4"));
        String::from_utf8(to_bytes(answer.into_body(), 1 << 16).await.unwrap().to_vec()).unwrap()
    };
    site.signed_and_confirmed("Ada", "ada@example.org").await;
    let text = read().await;
    for line in [
        "undersigned_signatures 0",
        "undersigned_signatures_today{event=\"confirmed\"} 0",
        "undersigned_campaigns{state=\"published\"} 3",
        "undersigned_waiting{queue=\"reasons\"} 0",
        "undersigned_mails{state=\"queued\"} 0",
        "undersigned_mail_paused 0",
    ] {
        assert!(text.lines().any(|told| told == line), "{line} is not in\n{text}");
    }
    for word in ["ada", "example", "deportations", "crossing"] {
        assert!(!text.contains(word), "{word} is in\n{text}");
    }
    site.clock.hours(1);
    let text = read().await;
    for line in ["undersigned_signatures 1", "undersigned_signatures_today{event=\"signed\"} 1"] {
        assert!(text.lines().any(|told| told == line), "{line} is not in\n{text}");
    }
    // What Prometheus reads: each line a comment or a name, perhaps labels, and a number.
    for line in text.lines().filter(|line| !line.starts_with("# ")) {
        let (name, value) = line.rsplit_once(' ').unwrap();
        assert!(name.starts_with("undersigned_") && value.parse::<i64>().is_ok(), "{line}");
    }
    site.close().await;
}

#[test]
fn figures_are_served_on_a_port_of_their_own() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let house = House::start(folder.path(), &[("UNDERSIGNED_METRICS_LISTEN", &free.to_string())]);
    let answer = request(free, "GET", "/metrics", "", "").unwrap();
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("undersigned_info{version=\""), "{}", answer.body);
    assert_eq!(request(free, "GET", "/en", "", "").unwrap().status, 404, "nothing else is there");
    assert_eq!(request(house.address, "GET", "/metrics", "", "").unwrap().status, 404, "and they are nowhere else");
    house.kill();
}

flows! {
    admins_alone_see_how_the_house_is_doing,
    what_waits_is_told_with_its_age,
    mails_that_were_given_up_are_tried_again,
    figures_tell_prometheus_of_signatures_by_the_hour_alone,
}
