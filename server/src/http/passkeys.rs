//! The forms of passkeys.

use super::{
    App,
    forms::{came_back, go_on, sent_by},
    next,
    proof::Next,
    redirect::see_other,
};
use app::{
    accounts::AskForm,
    accounts::passkeys::{PasskeyChange, PasskeyForm, PasskeyProblem, PasskeyState},
    error::AppError,
    i18n::Lang,
    paths,
    visitor::Visitor,
};
use axum::{
    Router,
    extract::{Query, Request, State},
    response::Response,
    routing::post,
};
use http::request::Parts;

/// The POST side of the page, on the pattern of its GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router.route(&paths::passkeys(lang, ""), post(move |app, query, request| change(app, lang, query, request)))
    })
}

async fn change(State(app): State<App>, lang: Lang, Query(Next { next }): Query<Next>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<PasskeyForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let saved = |what: &str| format!("{}?saved={what}", paths::passkeys(lang, ""));
    match app.services.passkeys.change(&visitor, lang, &form).await {
        Ok(Ok(PasskeyChange::Added)) if paths::is_inner(&next) => see_other(&next),
        Ok(Ok(PasskeyChange::Added)) => see_other(&saved("added")),
        Ok(Ok(PasskeyChange::Removed)) => see_other(&saved("removed")),
        Ok(Err(problem)) => refused(&app, page, form, Ok(problem)).await,
        Err(error) => refused(&app, page, form, Err(error)).await,
    }
}

/// Signs in by the answer of a device, on the sign-in page.
pub(super) async fn sign_in(app: &App, lang: Lang, page: Parts, visitor: &Visitor, form: &AskForm) -> Response {
    match app.services.passkeys.sign_in(visitor, lang, &form.credential).await {
        Ok(Ok(accepted)) if paths::may_follow_sign_in(&form.next) => go_on(&form.next, &accepted),
        Ok(Ok(accepted)) => next::lead(app, lang, &page, &accepted),
        Ok(Err(problem)) => refused(app, page, PasskeyForm::default(), Ok(problem)).await,
        Err(error) => refused(app, page, PasskeyForm::default(), Err(error)).await,
    }
}

/// The page to which a passkey was sent, with what was wrong with it.
pub(super) async fn refused(
    app: &App,
    page: Parts,
    form: PasskeyForm,
    why: Result<PasskeyProblem, AppError>,
) -> Response {
    let (problem, failure) = match why {
        Ok(problem) => (Some(problem), None),
        Err(error) => (None, Some(error)),
    };
    // The answer of a device is of no use a second time.
    let form = PasskeyForm { credential: String::new(), ..form };
    came_back(app, page, failure.clone(), PasskeyState { form, problem, failure }).await
}
