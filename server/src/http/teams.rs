//! The forms of teams and their invitations.

use super::{
    App,
    forms::{Button, came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    error::AppError,
    i18n::Lang,
    paths,
    teams::{Answered, Changed, OfferForm, TeamForm, TeamProblem, TeamState},
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
            .route(&paths::teams(lang), post(move |app, request| answer(app, lang, request)))
            .route(&paths::team(lang, "{id}"), post(move |app, path, request| change(app, lang, path, request)))
            .route(&paths::join_team(lang, "{token}"), post(move |app, path, request| join(app, lang, path, request)))
    })
}

async fn refused(app: &App, page: Parts, form: TeamForm, problem: TeamProblem) -> Response {
    came_back(app, page, None, TeamState { form, problem: Some(problem), failure: None }).await
}

async fn failed(app: &App, page: Parts, form: TeamForm, error: AppError) -> Response {
    match error {
        AppError::NotFound => refuse(error),
        error => {
            came_back(app, page, Some(error.clone()), TeamState { form, problem: None, failure: Some(error) }).await
        }
    }
}

async fn answer(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<OfferForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let typed = TeamForm { action: form.action.clone(), name: form.name.clone(), ..TeamForm::default() };
    match app.services.teams.answer(&visitor, lang, &form).await {
        Ok(Answered::In(team)) => {
            let said = if form.action == "make" { "changed" } else { "moved" };
            see_other(&format!("{}?saved={said}", paths::team(lang, &team)))
        }
        Ok(Answered::Declined) => see_other(&format!("{}?saved=declined", paths::teams(lang))),
        Ok(Answered::Refused(problem)) => refused(&app, page, typed, problem).await,
        Err(error) => failed(&app, page, typed, error).await,
    }
}

async fn change(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<TeamForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    match app.services.teams.change(&visitor, lang, &id, &form).await {
        Ok(Changed::Done) => {
            let said = match form.action.as_str() {
                "invite" => "invited",
                "offer" => "offered",
                _ => "changed",
            };
            see_other(&format!("{}?saved={said}", paths::team(lang, &id)))
        }
        Ok(Changed::Left) => see_other(&format!("{}?saved=left", paths::teams(lang))),
        Ok(Changed::Refused(problem)) => refused(&app, page, form, problem).await,
        Err(error) => failed(&app, page, form, error).await,
    }
}

async fn join(State(app): State<App>, lang: Lang, Path(token): Path<String>, request: Request) -> Response {
    let (page, visitor, Button {}) = match sent_by(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    match app.services.teams.join(&visitor, lang, &token).await {
        Ok(Ok(team)) => see_other(&format!("{}?saved=joined", paths::team(lang, &team))),
        Ok(Err(problem)) => refused(&app, page, TeamForm::default(), problem).await,
        Err(AppError::SignIn) => see_other(&paths::sign_in_for(lang, page.uri.path())),
        // The page says itself why a link may not work.
        Err(error) => failed(&app, page, TeamForm::default(), error).await,
    }
}
