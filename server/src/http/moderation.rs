//! The forms by which moderators decide.

use super::{
    App,
    forms::{came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    error::{AppError, PageError},
    i18n::Lang,
    moderation::{CaseAnswer, CaseForm, CaseState},
    paths,
};
use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};

/// What a browser sends, where boxes of one name can be ticked together.
type Pairs = Vec<(String, String)>;

/// The POST side of the pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router.route(&paths::review_case(lang, "{id}"), post(move |app, path, request| case(app, lang, path, request)))
    })
}

async fn case(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<Pairs>(request).await {
        Ok((page, visitor, pairs)) => (page, visitor, CaseForm::read(pairs)),
        Err(refused) => return refused,
    };
    let Some(action) = form.action() else { return refuse(PageError::Unreadable) };
    let state = match app.services.moderation.act(&visitor, &id, action, &form).await {
        Ok(CaseAnswer::Done(action)) => {
            let path = if action.decides() { paths::review(lang) } else { paths::review_case(lang, &id) };
            return see_other(&format!("{path}?saved={}", action.code()));
        }
        // The page then says that it does not wait any more.
        Ok(CaseAnswer::Over) => CaseState { form, ..CaseState::default() },
        Ok(CaseAnswer::Refused(errors)) => CaseState { form, errors, ..CaseState::default() },
        Ok(CaseAnswer::Stopped(stop)) => CaseState { form, stop: Some(stop), ..CaseState::default() },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => CaseState { form, failure: Some(error), ..CaseState::default() },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}
