use crate::fake_reports::FakeReports;
use crate::fakes::NASTY;
use crate::house::{Page, get, render};
use app::i18n::Lang;
use app::reports::{CloseState, ReportForm, ReportState, ReportsPort};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const REPORT: &str = "/en/campaigns/halt-deportations/report";

async fn seen<T: Clone + Send + Sync + 'static>(method: Method, path: &str, context: T) -> Page {
    render(method, path, move || {
        provide_context::<ReportsPort>(Arc::new(FakeReports { moderator: true }));
        provide_context(context.clone());
    })
    .await
}

#[tokio::test]
async fn a_campaign_leads_to_the_form_that_reports_it() {
    get("/en/campaigns/halt-deportations")
        .await
        .has("<a href=\"/en/campaigns/halt-deportations/report\">Report this campaign</a>");
    let page = get(REPORT).await;
    page.has("name=\"kind\" value=\"trap\"").has("name=\"email\"").has("(optional)").lacks("<script>alert");
    get("/es/campaigns/halt-deportations/report").await.has("Avisar de un problema con esta campaña");
    get(&format!("{REPORT}?saved=sent")).await.has("Somebody will look at it.").lacks("name=\"kind\"");
    let gone = get("/en/campaigns/hidden-one/report").await;
    assert_eq!(gone.status, StatusCode::GONE);
    gone.has("href=\"/en/campaigns/hidden-one\"");
}

#[tokio::test]
async fn a_report_comes_back_as_it_was_typed() {
    let form = ReportForm { kind: "other".into(), text: NASTY.into(), email: "ana@".into() };
    let errors = form.validate().err().unwrap();
    let page = seen(Method::POST, REPORT, ReportState { form, errors, failure: None }).await;
    page.has("href=\"#email\"")
        .has("This cannot be an e-mail address.")
        .has("value=\"other\" checked")
        .has("value=\"ana@\"")
        .lacks("<script>alert");
}

#[tokio::test]
async fn reports_are_for_moderators() {
    for path in ["/en/review/reports", "/en/review/reports/r1"] {
        let page = get(path).await;
        assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")), "{path}");
    }
    let list = seen(Method::GET, "/en/review/reports", ()).await;
    list.has("href=\"/en/review/reports/r1\"")
        .has("It may serve to find out who signs")
        .has("2 days")
        .lacks("<script>alert");
    seen(Method::GET, "/es/review/reports?state=closed", ()).await.has("no se ha cerrado ningún aviso");
    let one = seen(Method::GET, "/en/review/reports/r1", ()).await;
    one.has("An answer is asked for").has("href=\"/en/review/campaigns/halt-deportations\"").lacks("<script>alert");
    let refused = CloseState { not_hidden: true, ..CloseState::default() };
    seen(Method::POST, "/en/review/reports/r1", refused).await.has("href=\"#outcome\"").has("Hide it first");
}

#[tokio::test]
async fn the_privacy_page_tells_of_reports() {
    for lang in Lang::ALL {
        let page = get(&app::paths::privacy(lang)).await;
        page.has(if lang == Lang::En { "If you report a campaign" } else { "Si avisas de un problema" });
    }
}
