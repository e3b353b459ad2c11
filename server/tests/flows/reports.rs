//! The public reports something, and moderators look at it.

use crate::drafts::body;
use crate::helpers::{On, Page, Site};
use app::accounts::Role;
use server::clock::Clock;

const REPORT: &str = "/en/campaigns/halt-deportations/report";
const REPORTS: &str = "/en/review/reports";

/// The reports that a page lists.
fn listed(page: &Page) -> Vec<String> {
    page.links().into_iter().filter(|link| link.starts_with("/en/review/reports/")).collect()
}

async fn a_report_is_taken_read_answered_and_deleted(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    browser.get(REPORT).await.expect(200);
    let refused = browser.post(REPORT, body(&[("kind", "other"), ("email", "ana@")])).await.expect(422);
    refused.says("Say in a few words what is wrong.").says("This cannot be an e-mail address.");
    assert_eq!(site.number("SELECT count(*) FROM reports").await, 0);
    let fields = [("kind", "trap"), ("text", "The <b>team</b> is not who it says."), ("email", "carla@example.org")];
    assert_eq!(browser.post(REPORT, body(&fields)).await.expect(303).location(), format!("{REPORT}?saved=sent"));
    // Without words and address, and the answer is the same.
    assert_eq!(browser.post(REPORT, body(&[("kind", "hatred")])).await.location(), format!("{REPORT}?saved=sent"));
    site.no_mail().await;
    assert_eq!(site.number("SELECT count(*) FROM reports WHERE contact IS NOT NULL").await, 1);

    let mut ana = site.signed_in("ana@example.org").await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    assert_eq!(browser.get(REPORTS).await.location(), "/en/sign-in");
    ana.get(REPORTS).await.expect(404);
    moderator.get("/en/review").await.expect(200).says("Reports (2)");
    let list = moderator.get(REPORTS).await.expect(200).says("It may serve to find out who signs");
    let reports = listed(&list);
    assert_eq!(reports.len(), 2);
    let mut with_text = None;
    for report in &reports {
        ana.get(report).await.expect(404);
        ana.post(report, body(&[("outcome", "nothing")])).await.expect(404);
        let page = moderator.get(report).await.expect(200).says_nothing_of("carla@");
        if page.text().contains("The <b>team</b> is not who it says.") {
            with_text = Some(report.clone());
        }
    }
    let report = with_text.unwrap();
    moderator.post(&report, String::new()).await.expect(422).says("Choose what was done.");
    moderator
        .post(&report, body(&[("outcome", "hidden")]))
        .await
        .expect(422)
        .says("The campaign is public. Hide it first");
    site.no_mail().await;
    moderator
        .post("/en/review/campaigns/halt-deportations", body(&[("action", "hide"), ("ground", "trap")]))
        .await
        .expect(303);
    moderator.post(&report, body(&[("outcome", "hidden")])).await.expect(303);
    let told = site.mail().await;
    assert_eq!(told.to, "carla@example.org");
    assert!(told.text.contains("taken down as a whole"), "{told:?}");
    assert!(!told.text.contains("deport") && !told.subject.contains("deport"), "{told:?}");
    // Closing it again, as somebody with an old page would, changes and sends nothing.
    moderator.post(&report, body(&[("outcome", "nothing")])).await.expect(303);
    site.no_mail().await;
    assert_eq!(site.number("SELECT count(*) FROM reports WHERE contact IS NOT NULL").await, 0);
    assert_eq!(
        site.number("SELECT count(*) FROM audit_log WHERE action = 'report_closed' AND detail = 'hidden'").await,
        1
    );
    assert_eq!(listed(&moderator.get(REPORTS).await.expect(200)).len(), 1);
    moderator.get(&format!("{REPORTS}?state=closed")).await.expect(200).says("The campaign was hidden");

    // Of a hidden campaign there is nothing to report, and what was closed goes after thirty days.
    browser.get(REPORT).await.expect(410);
    browser.post(REPORT, body(&[("kind", "hatred")])).await.expect(410);
    let today = |site: &Site| site.clock.now().as_second() / 86_400;
    server::reports::sweep(&site.writer, today(&site) + 29).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM reports").await, 2);
    server::reports::sweep(&site.writer, today(&site) + 30).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM reports").await, 1, "what waits is kept");
    site.close().await;
}

async fn a_network_sends_so_many_reports_and_no_more(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser().on_network(7);
    for _ in 0..site.config.limits.burst {
        browser.post(REPORT, body(&[("kind", "hatred")])).await.expect(303);
    }
    let page = browser.post(REPORT, body(&[("kind", "other"), ("text", "Kept as it was typed.")])).await.expect(429);
    assert!(page.header("retry-after").is_some());
    assert_eq!(page.form().value("text"), "Kept as it was typed.");
    site.browser().on_network(8).post(REPORT, body(&[("kind", "hatred")])).await.expect(303);
    // Nothing of any network is kept, and of when a report came only the day.
    let burst = i64::from(site.config.limits.burst);
    assert_eq!(site.number("SELECT count(*) FROM reports").await, burst + 1);
    site.close().await;
}

flows!(a_report_is_taken_read_answered_and_deleted, a_network_sends_so_many_reports_and_no_more);
