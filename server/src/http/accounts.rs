//! The forms of signing in and of an account, and its file: what is stored about it.

use super::{
    App,
    forms::{Button, again, came_back, failed, go_on, sent_by, visitor},
    next, pages, passkeys,
    redirect::see_other,
    refusal::refuse,
};
use app::{
    accounts::{AccountChange, AccountForm, AskForm, Asked, LinkUsed, ShownCode, SignInCodeForm},
    error::AppError,
    form::{FieldError, FormState},
    i18n::Lang,
    paths,
    signatures::{Field, Problem},
    teams::StuckTeams,
};
use axum::{
    Router,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use http::header;
use leptos::prelude::provide_context;

/// The POST side of the pages, on the patterns of their GET side, and the file.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router
            .route(&paths::sign_in(lang), post(move |app, request| ask(app, lang, request)))
            .route(&paths::sign_in_sent(lang), post(move |app, request| code(app, lang, request)))
            .route(
                &paths::sign_in_link(lang, "{token}"),
                post(move |app, path, request| link(app, lang, path, request)),
            )
            .route(&paths::account(lang), post(move |app, request| change(app, lang, request)))
            .route(&paths::account_data(lang), get(move |app, request| data(app, lang, request)))
    })
}

async fn ask(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<AskForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    if !form.credential.is_empty() {
        return passkeys::sign_in(&app, lang, page, &visitor, &form).await;
    }
    match app.services.accounts.ask(&visitor, lang, &form).await {
        Ok(Asked::Accepted(accepted)) => {
            let sent = go_on(&paths::sign_in_sent(lang), &accepted);
            if paths::may_follow_sign_in(&form.next) { next::keep(&app, sent, &form.next) } else { sent }
        }
        Ok(Asked::Refused(errors)) => again(&app, page, FormState { input: form, errors, failure: None }).await,
        Err(error) => again(&app, page, failed(form, error)).await,
    }
}

async fn code(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<SignInCodeForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let wrong = |problem| vec![FieldError { field: Field::SignInCode, problem }];
    // What cannot be a code is told apart here, so that a slip does not cost one of the few tries.
    if let Err(problem) = form.validate() {
        return again(&app, page, FormState { input: form, errors: wrong(problem), failure: None }).await;
    }
    match app.services.accounts.use_code(&visitor, lang, &form).await {
        Ok(Some(accepted)) => next::lead(&app, lang, &page, &accepted),
        Ok(None) | Err(AppError::LinkInvalid) => {
            again(&app, page, FormState { input: form, errors: wrong(Problem::WrongCode), failure: None }).await
        }
        Err(error) => again(&app, page, failed(form, error)).await,
    }
}

async fn link(State(app): State<App>, lang: Lang, Path(token): Path<String>, request: Request) -> Response {
    let (page, visitor, Button {}) = match sent_by(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    match app.services.accounts.use_link(&visitor, lang, &token).await {
        Ok(LinkUsed::SignedIn(accepted)) => next::lead(&app, lang, &page, &accepted),
        Ok(LinkUsed::Code(code)) => pages::render(&app, page, move || provide_context(ShownCode(code.clone()))).await,
        Err(error) => again(&app, page, failed((), error)).await,
    }
}

async fn change(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<AccountForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    match app.services.accounts.change(&visitor, lang, &form).await {
        Ok(Some(AccountChange::Ended)) => see_other(&format!("{}?saved=ended", paths::account(lang))),
        Ok(Some(AccountChange::SignedOut(accepted))) => {
            go_on(&format!("{}?saved=out", paths::sign_in(lang)), &accepted)
        }
        Ok(Some(AccountChange::Closed(accepted))) => {
            go_on(&format!("{}?saved=closed", paths::sign_in(lang)), &accepted)
        }
        Ok(Some(refused @ (AccountChange::NotSure | AccountChange::LastAdmin))) => {
            let problem = if matches!(refused, AccountChange::NotSure) { Problem::Missing } else { Problem::LastAdmin };
            let errors = vec![FieldError { field: Field::Sure, problem }];
            again(&app, page, FormState { input: form, errors, failure: None }).await
        }
        Ok(Some(AccountChange::Stuck(teams))) => came_back(&app, page, None, StuckTeams(teams)).await,
        Ok(None) => see_other(&paths::sign_in(lang)),
        Err(error) => again(&app, page, failed(form, error)).await,
    }
}

async fn data(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let Some(visitor) = visitor(&parts) else { return refuse(AppError::Internal) };
    match app.services.accounts.export(&visitor).await {
        Ok(Some(json)) => {
            let headers = [
                (header::CONTENT_TYPE, "application/json"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"account.json\""),
            ];
            (headers, json).into_response()
        }
        Ok(None) => see_other(&paths::sign_in(lang)),
        Err(error) => refuse(error),
    }
}
