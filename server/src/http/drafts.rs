//! The forms by which a campaign is written.

use super::{
    App,
    forms::{came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    drafts::{DraftForm, DraftFormState, Saved, StartForm, StartState, Started},
    error::AppError,
    i18n::Lang,
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
            .route(&paths::new_campaign(lang), post(move |app, request| start(app, lang, request)))
            .route(&paths::draft(lang, "{id}"), post(move |app, path, request| change(app, lang, path, request)))
    })
}

async fn start(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<StartForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let typed = StartState { form: form.clone(), ..StartState::default() };
    let state = match app.services.drafts.start(&visitor, lang, &form).await {
        Ok(Some(Started::Draft(id))) => return see_other(&paths::draft(lang, &id)),
        Ok(None) => return see_other(&paths::sign_in(lang)),
        Ok(Some(Started::Similar(similar))) => StartState { similar, ..typed },
        Ok(Some(Started::Refused(problem))) => StartState { problem: Some(problem), ..typed },
        Ok(Some(Started::TooMany(most))) => StartState { too_many: Some(most), ..typed },
        Err(error) => StartState { failure: Some(error), ..typed },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}

/// What a draft's page sends: its fields, and what is to be done.
#[derive(Deserialize)]
struct Sent {
    /// `save`, `submit`, `take_back` or `delete`.
    #[serde(default)]
    action: String,
    /// The version that was changed.
    #[serde(default)]
    version: String,
    /// "Yes, delete it".
    #[serde(default)]
    sure: String,
    #[serde(flatten)]
    form: DraftForm,
}

async fn change(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, visitor, Sent { action, version, sure, form }) = match sent_by(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let (drafts, version) = (&app.services.drafts, version.parse().unwrap_or(0));
    let its = |said: &str| format!("{}?saved={said}", paths::draft(lang, &id));
    let typed = DraftFormState {
        form: form.clone(),
        version,
        errors: Vec::new(),
        overtaken: false,
        not_sure: false,
        failure: None,
    };
    let done = match action.as_str() {
        "take_back" => drafts.take_back(&visitor, &id).await.map(|done| done.map(|()| its("back"))),
        "delete" if sure.is_empty() => {
            return came_back(&app, page, None, DraftFormState { not_sure: true, ..typed }).await;
        }
        "delete" => {
            let gone = drafts.delete(&visitor, &id).await;
            gone.map(|done| done.map(|()| format!("{}?saved=deleted", paths::account(lang))))
        }
        action => match drafts.save(&visitor, &id, version, action == "submit", &form).await {
            Ok(Some(Saved::Saved(_))) => Ok(Some(its("draft"))),
            Ok(Some(Saved::Submitted)) => Ok(Some(its("submitted"))),
            Ok(Some(Saved::Closed)) => Ok(Some(paths::draft(lang, &id))),
            Ok(Some(Saved::Refused(version, errors))) => {
                return came_back(&app, page, None, DraftFormState { version, errors, ..typed }).await;
            }
            Ok(Some(Saved::Overtaken(version))) => {
                return came_back(&app, page, None, DraftFormState { version, overtaken: true, ..typed }).await;
            }
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        },
    };
    match done {
        Ok(path) => see_other(&path.unwrap_or_else(|| paths::sign_in(lang))),
        Err(error @ (AppError::NotFound | AppError::Gone)) => refuse(error),
        Err(error) => {
            came_back(&app, page, Some(error.clone()), DraftFormState { failure: Some(error), ..typed }).await
        }
    }
}
