use crate::house::{get, render};
use app::error::{AppError, Failure, PageError};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;

#[tokio::test]
async fn errors_have_their_status_and_a_way_on() {
    for (path, status, text) in [
        ("/en/campaigns/nowhere", 404, "There is nothing here"),
        ("/en/campaigns/NOT-A-SLUG", 404, "There is nothing here"),
        ("/en/campaigns/NOT-A-SLUG/inbox", 404, "There is nothing here"),
        ("/es/nada", 404, "Aquí no hay nada"),
        ("/en/campaigns/hidden-one", 410, "not public any more"),
        ("/en/campaigns/busy-one", 503, "very busy"),
        ("/en/campaigns/broken-one", 500, "b3f1-77ac"),
        ("/en/campaigns/halt-deportations/confirm/stale", 404, "href=\"/en/campaigns/halt-deportations\""),
        ("/es/campaigns/halt-deportations/signature/stale", 404, "Este enlace ya no funciona"),
    ] {
        let page = get(path).await;
        assert_eq!(page.status.as_u16(), status, "{path}");
        page.has(text).has("noindex").has("class=\"masthead\"");
    }
}

#[tokio::test]
async fn the_server_can_refuse_in_the_same_look() {
    for (error, text) in [
        (PageError::CrossSite, "was not sent from our pages"),
        (PageError::TooLarge, "more than we can take"),
        (PageError::App(AppError::Internal), "went wrong on our side"),
        (PageError::App(AppError::TooMany { retry_after: 90 }), "in 2 minutes"),
        (PageError::TooSlow, "took too long"),
    ] {
        let failure = Failure { error, request_id: Some("77-88".into()) };
        let page =
            render(Method::POST, "/en/campaigns/halt-deportations", move || provide_context(failure.clone())).await;
        assert_eq!(page.status, StatusCode::OK, "the server sets the status of a refusal");
        page.has(text).has("77-88").lacks("Halt the deportations").lacks("type=\"module\"");
    }
}

#[tokio::test]
async fn a_refusal_speaks_the_language_of_the_address_or_the_one_given() {
    let failure = Failure::from(AppError::NotFound);
    let spanish = {
        let failure = failure.clone();
        render(Method::GET, "/es/x", move || provide_context(failure.clone())).await
    };
    spanish.has("Aquí no hay nada");
    let chosen = render(Method::GET, "/x", move || {
        provide_context(failure.clone());
        provide_context(app::i18n::Lang::Es);
    })
    .await;
    chosen.has("Aquí no hay nada").has("lang=\"es\"");
}
