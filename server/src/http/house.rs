//! The forms of the house's own pages.

use super::{
    App,
    forms::{came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{error::AppError, house::OverviewState, i18n::Lang, paths};
use axum::{
    Router,
    extract::{Request, State},
    response::Response,
    routing::post,
};
use serde::Deserialize;

/// The POST side of the pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router.route(&paths::house(lang), post(move |app, request| overview(app, lang, request)))
    })
}

/// A button that says what it does.
#[derive(Deserialize)]
struct OverviewForm {
    action: String,
}

async fn overview(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<OverviewForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    if form.action != "retry" {
        return refuse(AppError::NotFound);
    }
    match app.services.house.retry_mails(&visitor).await {
        Ok(_) => see_other(&format!("{}?saved=retried", paths::house(lang))),
        Err(error @ AppError::NotFound) => refuse(error),
        Err(error) => came_back(&app, page, Some(error.clone()), OverviewState { failure: Some(error) }).await,
    }
}
