//! The forms by which a campaign is written.

use super::{
    App,
    forms::{Button, came_back, sent_by, signed_out},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    campaigns::Slug,
    drafts::{DraftForm, DraftFormState, Saved, SourcesState, StartForm, StartState, Started},
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
use http::{StatusCode, request::Parts};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Empty rows of figures that are added at a time.
const MORE_ROWS: u32 = 3;

/// The POST side of the pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router
            .route(&paths::new_campaign(lang), post(move |app, request| start(app, lang, request)))
            .route(
                &format!("{}/counts/{{slug}}/links", paths::account(lang)),
                post(move |app, path, request| sources(app, lang, path, request)),
            )
            .route(
                &format!("{}/campaigns/texts/{{slug}}", paths::account(lang)),
                post(move |app, path, request| change_texts(app, lang, path, request)),
            )
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
        Ok(None) => return signed_out(&app, page).await,
        Ok(Some(Started::Similar(similar))) => StartState { similar, ..typed },
        Ok(Some(Started::Refused(problem))) => StartState { problem: Some(problem), ..typed },
        Ok(Some(Started::NotInvited)) => {
            let mut response = came_back(&app, page, None, typed).await;
            *response.status_mut() = StatusCode::FORBIDDEN;
            return response;
        }
        Ok(Some(Started::TooMany(most))) => StartState { too_many: Some(most), ..typed },
        Err(error) => StartState { failure: Some(error), ..typed },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}

/// What the page of a campaign's own sources sends.
#[derive(Deserialize)]
struct SourcesForm {
    #[serde(default)]
    sources: String,
}

async fn sources(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (page, visitor, SourcesForm { sources }) = match sent_by(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    let state = match app.services.drafts.set_sources(&visitor, &slug, &sources).await {
        Ok(Some(Ok(()))) => return see_other(&format!("{}?saved=sources", paths::sources(lang, &slug))),
        Ok(None) => return signed_out(&app, page).await,
        Ok(Some(Err(problem))) => SourcesState { typed: sources, problem: Some(problem), failure: None },
        Err(error @ (AppError::NotFound | AppError::Gone)) => return refuse(error),
        Err(error) => SourcesState { typed: sources, problem: None, failure: Some(error) },
    };
    came_back(&app, page, state.failure.clone(), state).await
}

/// Opens the draft of changes to a public campaign's texts.
async fn change_texts(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (visitor, slug) = match sent_by::<Button>(request).await {
        Ok((_, visitor, _)) => (visitor, Slug::parse(&slug)),
        Err(refused) => return refused,
    };
    let Some(slug) = slug else { return refuse(AppError::NotFound) };
    match app.services.drafts.change_texts(&visitor, &slug).await {
        Ok(Some(id)) => see_other(&paths::draft(lang, &id)),
        Ok(None) => see_other(&paths::sign_in(lang)),
        Err(error) => refuse(error),
    }
}

async fn change(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, visitor, fields) = match sent_by::<BTreeMap<String, String>>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let field = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let (drafts, version) = (&app.services.drafts, field("version").parse().unwrap_or(0));
    let stored = drafts.read(&visitor, lang, &id).await;
    let form = match &stored {
        Ok(Some(draft)) => draft.form.clone(),
        Ok(None) | Err(_) => DraftForm::default(),
    };
    // The buttons of a draft that is not being written send none of its texts.
    let form = if fields.contains_key("version") { form.with(&fields) } else { DraftForm::default() };
    let typed = DraftFormState {
        form: form.clone(),
        version,
        errors: Vec::new(),
        overtaken: false,
        too_few: None,
        too_many: None,
        not_sure: false,
        signed_out: false,
        failure: None,
    };
    let its = |said: &str| format!("{}?saved={said}", paths::draft(lang, &id));
    let done = match (stored, field("action")) {
        (Ok(None), _) => Ok(None),
        (Err(error), _) => Err(error),
        (Ok(Some(_)), "take_back") => drafts.take_back(&visitor, &id).await.map(|done| done.map(|()| its("back"))),
        (Ok(Some(_)), "delete") if field("sure").is_empty() => {
            return came_back(&app, page, None, DraftFormState { not_sure: true, ..typed }).await;
        }
        (Ok(Some(_)), "delete") => {
            let gone = drafts.delete(&visitor, &id).await;
            gone.map(|done| done.map(|()| format!("{}?saved=deleted", paths::account(lang))))
        }
        (Ok(Some(_)), action) => match drafts.save(&visitor, &id, version, action == "submit", &form).await {
            Ok(Some(Saved::Saved(_))) if action == "add_rows" => {
                let next = form.facts.shown_rows(0) + 1;
                Ok(Some(format!("{}&more={MORE_ROWS}#fact_label_{next}", its("draft"))))
            }
            Ok(Some(Saved::Saved(_))) if action == "key" => Ok(Some(paths::key(lang, &id))),
            Ok(Some(Saved::Saved(_))) => Ok(Some(its("draft"))),
            Ok(Some(Saved::Submitted)) => Ok(Some(its("submitted"))),
            Ok(Some(Saved::Published(slug))) => Ok(Some(format!("{}?saved=published", paths::run(lang, &slug)))),
            Ok(Some(Saved::TooMany(version, most))) => {
                return came_back(&app, page, None, DraftFormState { version, too_many: Some(most), ..typed }).await;
            }
            Ok(Some(Saved::Closed)) => Ok(Some(paths::draft(lang, &id))),
            Ok(Some(Saved::Refused(version, errors))) => {
                return came_back(&app, page, None, DraftFormState { version, errors, ..typed }).await;
            }
            Ok(Some(Saved::Unsupported(version, needed))) => {
                return came_back(&app, page, None, DraftFormState { version, too_few: Some(needed), ..typed }).await;
            }
            Ok(Some(Saved::Overtaken(version))) => {
                return came_back(&app, page, None, DraftFormState { version, overtaken: true, ..typed }).await;
            }
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        },
    };
    match done {
        Ok(Some(path)) => see_other(&path),
        Ok(None) if typed.form == DraftForm::default() => see_other(&paths::sign_in(lang)),
        Ok(None) => keeps_writing(&app, page, typed).await,
        Err(error @ (AppError::NotFound | AppError::Gone)) => refuse(error),
        Err(error) => {
            came_back(&app, page, Some(error.clone()), DraftFormState { failure: Some(error), ..typed }).await
        }
    }
}

/// The page with what was typed, for whose session has ended meanwhile: the sign-in page would keep nothing of it.
async fn keeps_writing(app: &App, page: Parts, typed: DraftFormState) -> Response {
    let mut response = came_back(app, page, None, DraftFormState { signed_out: true, ..typed }).await;
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response
}
