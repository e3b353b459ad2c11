//! The forms by which updates are written, mailed, decided on and ended.

use super::{
    App,
    forms::{Button, came_back, sent_by},
    pages,
    redirect::see_other,
    refusal::refuse,
};
use app::{
    campaigns::Slug,
    error::AppError,
    i18n::Lang,
    paths,
    signatures::Unsubscribed,
    typed::is_remark,
    updates::{DecisionState, UpdateAct, UpdateDecision, UpdateForm, UpdateFormState, UpdateSaved},
};
use axum::{
    Router,
    extract::{Path, Request, State},
    response::Response,
    routing::post,
};
use leptos::prelude::provide_context;
use serde::Deserialize;

/// The POST side of the pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        let list = format!("{}/campaigns/updates/{{slug}}", paths::account(lang));
        router
            .route(&list, post(move |app, path, request| start(app, lang, path, request)))
            .route(&format!("{list}/{{id}}"), post(move |app, path, request| change(app, lang, path, request)))
            .route(
                &paths::review_update(lang, "{id}"),
                post(move |app, path, request| decide(app, lang, path, request)),
            )
            .route(&format!("/{}/campaigns/{{slug}}/unsubscribe/{{token}}", lang.code()), post(unsubscribe))
    })
}

async fn start(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (page, visitor, Button {}) = match sent_by(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    match app.services.updates.start(&visitor, lang, &slug).await {
        Ok(Some(id)) => see_other(&paths::update(lang, &slug, &id)),
        Ok(None) => came_back(&app, page, None, UpdateFormState::default()).await,
        Err(error @ (AppError::NotFound | AppError::Gone)) => refuse(error),
        Err(error) => {
            let state = UpdateFormState { failure: Some(error.clone()), ..UpdateFormState::default() };
            came_back(&app, page, Some(error), state).await
        }
    }
}

/// What an update's page sends: its fields, and what is to be done.
#[derive(Deserialize)]
struct Sent {
    /// `save`, `submit`, or the code of an [`UpdateAct`].
    #[serde(default)]
    action: String,
    /// The version that was changed.
    #[serde(default)]
    version: String,
    /// "Yes, delete it".
    #[serde(default)]
    sure: String,
    #[serde(flatten)]
    form: UpdateForm,
}

async fn change(
    State(app): State<App>,
    lang: Lang,
    Path((slug, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (page, visitor, Sent { action, version, sure, form }) = match sent_by(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    let (updates, version) = (&app.services.updates, version.parse().unwrap_or(0));
    let its = |said: &str| format!("{}?saved={said}", paths::update(lang, &slug, &id));
    let typed = UpdateFormState { form: form.clone(), version, ..UpdateFormState::default() };
    let came = match UpdateAct::parse(&action) {
        Some(UpdateAct::Delete) if sure.is_empty() => Ok(Err(UpdateFormState { not_sure: true, ..typed.clone() })),
        Some(act) => updates.act(&visitor, &slug, &id, act).await.map(|done| match (done, act) {
            (false, act) => Err(UpdateFormState { over: Some(act), ..typed.clone() }),
            (true, UpdateAct::Delete) => Ok(format!("{}?saved=deleted", paths::updates(lang, &slug))),
            (true, act) => Ok(its(act.code())),
        }),
        None => updates.save(&visitor, &slug, &id, version, action == "submit", &form).await.map(|saved| match saved {
            UpdateSaved::Saved => Ok(its("draft")),
            UpdateSaved::Submitted => Ok(its("submitted")),
            UpdateSaved::Closed => Ok(paths::update(lang, &slug, &id)),
            UpdateSaved::Refused(version, errors) => Err(UpdateFormState { version, errors, ..typed.clone() }),
            UpdateSaved::Overtaken(version) => Err(UpdateFormState { version, overtaken: true, ..typed.clone() }),
        }),
    };
    match came {
        Ok(Ok(path)) => see_other(&path),
        Ok(Err(state)) => came_back(&app, page, None, state).await,
        Err(error @ (AppError::NotFound | AppError::Gone)) => refuse(error),
        Err(error) => {
            came_back(&app, page, Some(error.clone()), UpdateFormState { failure: Some(error), ..typed }).await
        }
    }
}

/// What a moderator sends.
#[derive(Deserialize)]
struct Decided {
    /// `approve` or `send_back`.
    #[serde(default)]
    decision: String,
    /// The version that was read.
    #[serde(default)]
    version: String,
    #[serde(default)]
    remark: String,
}

async fn decide(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, visitor, Decided { decision, version, remark }) = match sent_by(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let typed = DecisionState { remark: remark.clone(), ..DecisionState::default() };
    let decision = match decision.as_str() {
        "approve" => UpdateDecision::Approve,
        "send_back" => UpdateDecision::SendBack,
        _ => return refuse(app::error::PageError::Unreadable),
    };
    if decision == UpdateDecision::SendBack && !is_remark(&remark) {
        return came_back(&app, page, None, DecisionState { unfit: true, ..typed }).await;
    }
    let version = version.parse().unwrap_or(0);
    match app.services.updates.decide(&visitor, &id, version, decision, remark.trim()).await {
        Ok(done) => {
            let said = if done { "decided" } else { "late" };
            see_other(&format!("{}?saved={said}", paths::review_updates(lang)))
        }
        Err(error @ (AppError::NotFound | AppError::Gone)) => refuse(error),
        Err(error) => came_back(&app, page, Some(error.clone()), DecisionState { failure: Some(error), ..typed }).await,
    }
}

/// Answers at once with the page that says so: mail programs follow no redirects (RFC 8058), and whoever sends it again does no harm.
/// What was sent is not looked at; mail programs may send it in a form that browsers do not use.
async fn unsubscribe(
    State(app): State<App>,
    Path((slug, token)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (page, _) = request.into_parts();
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    match app.services.signatures.unsubscribe(&slug, &token).await {
        Ok(()) => pages::render(&app, page, || provide_context(Unsubscribed)).await,
        Err(error) => refuse(error),
    }
}
