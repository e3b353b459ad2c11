//! The forms of supporters: of those who write a campaign, of those who have its private link, and of those who got a mail.

use super::{
    App,
    forms::{Button, came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    accounts::AskForm,
    error::AppError,
    form::FormState,
    i18n::Lang,
    paths,
    supporters::{NotSure, SupportState, Supported},
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
            .route(&paths::supporters(lang, "{id}"), post(move |app, path, request| change(app, lang, path, request)))
            .route(&paths::support(lang, "{token}"), post(move |app, path, request| support(app, lang, path, request)))
            .route(
                &paths::confirm_support(lang, "{token}"),
                post(move |app, path, request| confirm(app, lang, path, request)),
            )
    })
}

/// What the page of a draft's supporters sends.
#[derive(Deserialize)]
struct LinkForm {
    #[serde(default)]
    action: String,
    #[serde(default)]
    sure: String,
}

async fn change(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<LinkForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let (done, said) = match form.action.as_str() {
        "open" => (app.services.supporters.open(&visitor, &id).await, "opened"),
        "close" if form.sure.is_empty() => return came_back(&app, page, None, NotSure).await,
        "close" => (app.services.supporters.close(&visitor, &id).await, "closed"),
        _ => return refuse(AppError::NotFound),
    };
    match done {
        Ok(()) => see_other(&format!("{}?saved={said}", paths::supporters(lang, &id))),
        Err(AppError::SignIn) => see_other(&paths::sign_in(lang)),
        Err(error) => refuse(error),
    }
}

async fn support(State(app): State<App>, lang: Lang, Path(token): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<AskForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let state = |errors, failure| FormState { input: form.clone(), errors, failure };
    let state = match app.services.supporters.support(&visitor, lang, &token, &form).await {
        Ok(Supported::Accepted) => return see_other(&format!("{}?saved=sent", paths::support(lang, &token))),
        Ok(Supported::Refused(errors)) => SupportState { form: state(errors, None), full: false },
        Ok(Supported::Full) => SupportState { form: state(Vec::new(), None), full: true },
        Err(error) => SupportState { form: state(Vec::new(), Some(error)), full: false },
    };
    let failure = state.form.failure.clone();
    came_back(&app, page, failure, state).await
}

async fn confirm(State(app): State<App>, lang: Lang, Path(token): Path<String>, request: Request) -> Response {
    let (page, _, Button {}) = match sent_by(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    match app.services.supporters.confirm(&token).await {
        Ok(()) => see_other(&format!("{}?saved=done", paths::confirm_support(lang, &token))),
        // The page says itself why a link may not work.
        Err(error) => came_back(&app, page, Some(error.clone()), error).await,
    }
}
