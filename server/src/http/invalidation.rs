//! The forms of rules that take signatures off a count.

use super::{
    App,
    forms::{came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    error::AppError,
    i18n::Lang,
    invalidation::{ActAnswer, InvalidationAct, RuleForm, RuleFormState, Started},
    paths,
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
            .route(&paths::house_invalidation(lang), post(move |app, request| start(app, lang, request)))
            .route(&paths::house_rule(lang, "{id}"), post(move |app, path, request| act(app, lang, path, request)))
    })
}

async fn start(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<RuleForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    match app.services.invalidation.start(&visitor, lang, &form).await {
        Ok(Started::Counting(id)) => see_other(&paths::house_rule(lang, &id)),
        Ok(Started::Refused(errors)) => {
            came_back(&app, page, None, RuleFormState { form, errors, failure: None }).await
        }
        Err(error @ AppError::NotFound) => refuse(error),
        Err(error) => {
            let state = RuleFormState { form, failure: Some(error.clone()), ..RuleFormState::default() };
            came_back(&app, page, Some(error), state).await
        }
    }
}

/// A button on a rule's page.
#[derive(Deserialize)]
struct ActForm {
    action: String,
}

async fn act(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<ActForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(act) = InvalidationAct::parse(&form.action) else { return refuse(AppError::NotFound) };
    let saved = |said: &str| see_other(&format!("{}?saved={said}", paths::house_rule(lang, &id)));
    match app.services.invalidation.act(&visitor, &id, act).await {
        // Its page is gone with it.
        Ok(ActAnswer::Done) if act == InvalidationAct::Drop => {
            see_other(&format!("{}?saved=dropped", paths::house_invalidation(lang)))
        }
        Ok(ActAnswer::Done) => saved(act.code()),
        Ok(ActAnswer::Overtaken) => saved("overtaken"),
        Err(error @ AppError::NotFound) => refuse(error),
        Err(error) => {
            let state = RuleFormState { failure: Some(error.clone()), ..RuleFormState::default() };
            came_back(&app, page, Some(error), state).await
        }
    }
}
