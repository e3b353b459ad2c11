//! The way without script: forms are posted to their own page's address. What is accepted leads on; what is refused comes back as
//! the same page, with every field as it was typed. Both ways call the same ports.

use super::{
    App, pages,
    redirect::{redirect, see_other},
    refusal::{refuse, set_retry_after, status},
};
use app::{
    campaigns::Slug,
    error::{AppError, PageError},
    form::{FieldError, FormState},
    i18n::Lang,
    paths,
    signatures::{Accepted, CodeForm, ConfirmForm, Field, ManageForm, Problem, SignAnswer, SignError, SignForm},
    typed::KeptForm,
    visitor::Visitor,
};
use axum::{
    Form, Router,
    body::{Body, Bytes},
    extract::{FromRequest, Path, Request, State, rejection::FormRejection},
    response::{IntoResponse, Response},
    routing::post,
};
use http::{HeaderValue, StatusCode, header, request::Parts};
use leptos::prelude::provide_context;
use serde::{Deserialize, de::DeserializeOwned};

/// The POST side of pages that have a form, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        let page = format!("/{}/campaigns/{{slug}}", lang.code());
        router
            .route(&page, post(move |app, path, request| sign(app, lang, path, request)))
            .route(&format!("{page}/inbox"), post(move |app, path, request| code(app, lang, path, request)))
            .route(
                &format!("{page}/confirm/{{token}}"),
                post(move |app, path, request| confirm(app, lang, path, request)),
            )
            .route(
                &format!("{page}/signature/{{token}}"),
                post(move |app, path, request| manage(app, lang, path, request)),
            )
    })
}

async fn sign(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (page, form) = match sent::<SignForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let (Some(slug), Some(visitor)) = (Slug::parse(&slug), visitor(&page)) else { return refuse(AppError::NotFound) };
    match app.services.signatures.sign(&visitor, lang, &slug, &form).await {
        Ok(SignAnswer::Accepted(accepted)) => go_on(&paths::inbox(lang, &slug), &accepted),
        Ok(SignAnswer::Refused(errors)) => again(&app, page, FormState { input: form, errors, failure: None }).await,
        Err(error) => again(&app, page, failed(form, error)).await,
    }
}

async fn code(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (page, form) = match sent::<CodeForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let (Some(slug), Some(visitor)) = (Slug::parse(&slug), visitor(&page)) else { return refuse(AppError::NotFound) };
    let wrong = |problem| vec![FieldError { field: Field::Code, problem }];
    // What cannot be a code is told apart here, so that a slip does not cost one of the few tries.
    if let Err(problem) = form.validate() {
        return again(&app, page, FormState { input: form, errors: wrong(problem), failure: None }).await;
    }
    match app.services.signatures.confirm_by_code(&visitor, lang, &slug, &form).await {
        Ok(Some(accepted)) => go_on(&paths::thanks(lang, &slug), &accepted),
        Ok(None) => {
            again(&app, page, FormState { input: form, errors: wrong(Problem::WrongCode), failure: None }).await
        }
        Err(error) => again(&app, page, failed(form, error)).await,
    }
}

async fn confirm(
    State(app): State<App>,
    lang: Lang,
    Path((slug, token)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (page, form) = match sent::<ConfirmForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    match app.services.signatures.confirm(lang, &slug, &token, &form).await {
        Ok(accepted) => go_on(&paths::thanks(lang, &slug), &accepted),
        Err(error) => again(&app, page, failed(form, error)).await,
    }
}

async fn manage(
    State(app): State<App>,
    lang: Lang,
    Path((slug, token)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (page, form) = match sent::<ManageForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    match app.services.signatures.manage(lang, &slug, &token, &form).await {
        // To the page as it now stands, so that reloading it sends nothing again.
        Ok(_) => redirect(StatusCode::SEE_OTHER, &paths::signature_saved(lang, &slug, &token, form.decision)),
        Err(error) => again(&app, page, failed(form, error)).await,
    }
}

/// A button without fields.
#[derive(Deserialize)]
pub(super) struct Button {}

/// The body of a form, kept beside its request.
#[derive(Clone)]
struct Sent(Bytes);

/// The form that was sent, and the request without it, to render its page again.
pub(super) async fn sent<T: DeserializeOwned>(request: Request) -> Result<(Parts, T), Response> {
    let (mut page, body) = request.into_parts();
    let whole = Bytes::from_request(Request::from_parts(page.clone(), body), &()).await;
    let bytes = whole.map_err(|rejection| refuse(unreadable(rejection.into_response().status())))?;
    page.extensions.insert(Sent(bytes));
    match form(&page).await {
        Ok(Form(form)) => Ok((page, form)),
        Err(rejection) => Err(refuse(unreadable(rejection.into_response().status()))),
    }
}

/// The form that came with this request.
async fn form<T: DeserializeOwned>(page: &Parts) -> Result<Form<T>, FormRejection> {
    let bytes = page.extensions.get::<Sent>().map(|sent| sent.0.clone()).unwrap_or_default();
    Form::from_request(Request::from_parts(page.clone(), Body::from(bytes)), &()).await
}

/// What was wrong with a body. A rejection's text can quote what was typed, so only its status is looked at.
pub(super) fn unreadable(status: StatusCode) -> PageError {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => PageError::TooLarge,
        _ => PageError::Unreadable,
    }
}

/// What a browser gets whose session has ended: the way to the sign-in page, or, where something was typed, the same to be sent once more,
/// for that page would keep nothing of it.
pub(super) async fn signed_out(app: &App, page: Parts) -> Response {
    let fields = form(&page).await.map_or_else(|_| Vec::new(), |Form(fields)| fields);
    kept(app, page, fields).await
}

/// The same for a form that was read already.
pub(super) async fn kept(app: &App, page: Parts, fields: Vec<(String, String)>) -> Response {
    let lang = paths::language(page.uri.path()).unwrap_or_default();
    let kept = KeptForm { path: page.uri.to_string(), fields };
    if kept.typed().next().is_none() {
        return see_other(&paths::sign_in(lang));
    }
    let mut response = pages::render(app, page, move || provide_context(kept.clone())).await;
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}

/// The same, and who sent it.
pub(super) async fn sent_by<T: DeserializeOwned>(request: Request) -> Result<(Parts, Visitor, T), Response> {
    let (page, form) = sent(request).await?;
    match visitor(&page) {
        Some(visitor) => Ok((page, visitor, form)),
        None => Err(refuse(AppError::Internal)),
    }
}

pub(super) fn visitor(page: &Parts) -> Option<Visitor> {
    page.extensions.get::<Visitor>().cloned()
}

pub(super) fn failed<T>(input: T, error: AppError) -> FormState<T, SignError> {
    FormState { input, errors: Vec::new(), failure: Some(error) }
}

/// Leads to the next page, which knows of the step by its cookie.
pub(super) fn go_on(path: &str, accepted: &Accepted) -> Response {
    let Ok(cookie) = HeaderValue::from_str(&accepted.cookie) else { return refuse(AppError::Internal) };
    let mut response = redirect(StatusCode::SEE_OTHER, path);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// The same page with the form as it was typed, and what was wrong with it.
pub(super) async fn again<T>(app: &App, page: Parts, state: FormState<T, SignError>) -> Response
where
    T: Clone + Send + Sync + 'static,
{
    came_back(app, page, state.failure.clone(), state).await
}

/// The same page with what it needs to show the form as it was typed; or the page on which to sign in or to prove who one is. Its status is that of `failure`, or says that fields are refused.
pub(super) async fn came_back<T>(app: &App, page: Parts, failure: Option<AppError>, state: T) -> Response
where
    T: Clone + Send + Sync + 'static,
{
    let path = page.uri.path();
    match (&failure, paths::language(path)) {
        (Some(AppError::SignIn), Some(_)) => return signed_out(app, page).await,
        (Some(AppError::SecondProof), Some(lang)) => return see_other(&paths::second_proof(lang, path)),
        _ => {}
    }
    let error = failure.map(PageError::App);
    let mut response: Response<Body> = pages::render(app, page, move || provide_context(state.clone())).await;
    *response.status_mut() = error.as_ref().map_or(StatusCode::UNPROCESSABLE_ENTITY, status);
    if let Some(error) = error {
        set_retry_after(&mut response, &error);
    }
    response
}
