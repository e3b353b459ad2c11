//! The forms by which the public reports something, and by which a report is closed.

use super::{
    App,
    forms::{came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    campaigns::Slug,
    error::AppError,
    i18n::Lang,
    paths,
    reports::{CloseAnswer, CloseState, Outcome, ReportAnswer, ReportForm, ReportState},
};
use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};
use serde::Deserialize;

/// The POST side of the pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router
            .route(&paths::report(lang, "{slug}"), post(move |app, path, request| report(app, lang, path, request)))
            .route(&paths::review_report(lang, "{id}"), post(move |app, path, request| close(app, lang, path, request)))
    })
}

async fn report(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<ReportForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    let state = match app.services.reports.report(&visitor, lang, &slug, &form).await {
        Ok(ReportAnswer::Accepted) => {
            return see_other(&format!("{}?saved=sent", paths::report(lang, slug.as_str())));
        }
        Ok(ReportAnswer::Refused(errors)) => ReportState { form, errors, failure: None },
        Err(error) => ReportState { form, errors: Vec::new(), failure: Some(error) },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}

/// What a report's page sends.
#[derive(Deserialize)]
struct Closing {
    #[serde(default)]
    outcome: String,
}

async fn close(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<Closing>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let closed = match Outcome::parse(&form.outcome) {
        Some(outcome) => app.services.reports.close(&visitor, &id, outcome).await,
        // Whether there is such a report at all, and for whom, is told by its page.
        None => return came_back(&app, page, None, CloseState { missing: true, ..CloseState::default() }).await,
    };
    let state = match closed {
        Ok(CloseAnswer::Done) => return see_other(&format!("{}?saved=closed", paths::review_reports(lang))),
        Ok(CloseAnswer::NotHidden) => CloseState { not_hidden: true, ..CloseState::default() },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => CloseState { failure: Some(error), ..CloseState::default() },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}
