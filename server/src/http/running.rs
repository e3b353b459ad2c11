//! The forms by which public campaigns are run, and answers are looked at.

use super::{
    App,
    forms::{came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    campaigns::Slug,
    error::AppError,
    form::FormState,
    i18n::Lang,
    paths,
    running::{Ran, ReplyForm, RunError, RunForm},
};
use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};
use http::request::Parts;

/// The POST side of the pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router
            .route(
                &format!("{}/campaigns/run/{{slug}}", paths::account(lang)),
                post(move |app, path, request| run(app, lang, path, request)),
            )
            .route(&paths::replies(lang), post(move |app, request| decide(app, lang, request)))
    })
}

async fn run(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<RunForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    let done = format!("{}?saved=yes", paths::run(lang, &slug));
    match app.services.running.change(&visitor, &slug, &form).await {
        Ok(Ran::Done) => see_other(&done),
        Ok(Ran::Refused(errors)) => refused(&app, page, form, errors, None).await,
        Err(error) => refused(&app, page, form, Vec::new(), Some(error)).await,
    }
}

async fn decide(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<ReplyForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    match app.services.running.decide(&visitor, &form).await {
        Ok(Ran::Done) => see_other(&format!("{}?saved=yes", paths::replies(lang))),
        Ok(Ran::Refused(errors)) => refused(&app, page, form, errors, None).await,
        Err(error) => refused(&app, page, form, Vec::new(), Some(error)).await,
    }
}

async fn refused<T: Clone + Send + Sync + 'static>(
    app: &App,
    page: Parts,
    input: T,
    errors: Vec<RunError>,
    failure: Option<AppError>,
) -> Response {
    came_back(app, page, failure.clone(), FormState { input, errors, failure }).await
}
