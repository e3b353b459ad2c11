use crate::fake_house::FakeHouse;
use crate::fake_moderation::{FakeModeration, case};
use crate::house::{Page, get, render};
use app::accounts::Role;
use app::error::AppError;
use app::house::{HousePort, OverviewState};
use app::i18n::Lang;
use app::moderation::ModerationPort;
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

async fn seen(role: Role, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<HousePort>(Arc::new(FakeHouse(role)))).await
}

#[tokio::test]
async fn the_overview_tells_how_the_house_is_doing() {
    let page = seen(Role::Admin, "/en/house").await;
    page.has("<title>Overview – Undersigned</title>")
        .has("<dt>Confirmed signatures, all campaigns</dt><dd>12,431</dd>")
        .has("<dt>Open for signing</dt><dd>3</dd>")
        .has("<a href=\"/en/review/reasons\">Reasons of signers</a>")
        .has("data-band=\"overdue\"")
        .has("No mail is sent at the moment")
        .has("<dd>2 h</dd>")
        .has("name=\"action\" value=\"retry\"")
        .has("<dd>12 MB</dd>")
        .has("<dd>unknown</dd>")
        .has("<dd>1.2.3</dd>")
        .has("name=\"robots\" content=\"noindex\"")
        .lacks("wait to be sent again");
    assert_eq!(page.status, StatusCode::OK);
    seen(Role::Admin, "/en/house?saved=retried").await.has("role=\"status\"").has("wait to be sent again");
    seen(Role::Admin, "/es/house").await.has("Firmas confirmadas").has("<dd>12.431</dd>");
    assert_eq!(seen(Role::Moderator, "/en/house").await.status, StatusCode::NOT_FOUND);
    assert_eq!(get("/en/house").await.location.as_deref(), Some("/en/sign-in"));
    let failed = render(Method::POST, "/en/house", || {
        provide_context::<HousePort>(Arc::new(FakeHouse(Role::Admin)));
        provide_context(OverviewState { failure: Some(AppError::Busy { retry_after: 1 }) });
    });
    failed.await.has("role=\"alert\"").has("12,431");
}

#[tokio::test]
async fn every_page_of_review_leads_to_the_rooms_that_its_reader_may_enter() {
    for path in ["/en/review/campaign/c1", "/en/review/catalogue", "/en/review/campaigns", "/en/review/reasons"] {
        let seen = async |role: Role| {
            render(Method::GET, path, move || {
                provide_context::<HousePort>(Arc::new(FakeHouse(role)));
                provide_context::<ModerationPort>(Arc::new(FakeModeration::of(Some(case(Lang::En)))));
            })
            .await
        };
        let moderator = seen(Role::Moderator).await;
        let nav = moderator.between("class=\"house-nav\">", "</nav>");
        assert!(
            nav.contains("href=\"/en/review\" aria-current=\"page\"") && !nav.contains("/en/house"),
            "{path}: {nav}"
        );
        let admin = seen(Role::Admin).await;
        let nav = admin.between("class=\"house-nav\">", "</nav>");
        assert!(nav.contains("href=\"/en/house\"") && nav.contains("href=\"/en/house/log\""), "{path}: {nav}");
    }
}
