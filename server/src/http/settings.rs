//! The forms of what is set for the whole house.

use super::{
    App,
    forms::{came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    error::AppError,
    i18n::Lang,
    paths,
    settings::{
        BlocksForm, CampaignerAnswer, CampaignerForm, CampaignerState, SaveAnswer, SaveState, SettingsForm,
        SwitchesForm,
    },
};
use axum::{
    Router,
    extract::{Request, State},
    response::Response,
    routing::post,
};
use http::request::Parts;

/// The POST side of the pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router
            .route(&paths::house_settings(lang), post(move |app, request| settings(app, lang, request)))
            .route(&paths::house_switches(lang), post(move |app, request| switches(app, lang, request)))
            .route(&paths::house_blocks(lang), post(move |app, request| blocks(app, lang, request)))
            .route(&paths::house_campaigners(lang), post(move |app, request| campaigners(app, lang, request)))
    })
}

async fn settings(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<Vec<(String, String)>>(request).await {
        Ok((page, visitor, pairs)) => (page, visitor, SettingsForm::default().with(pairs)),
        Err(refused) => return refused,
    };
    let answer = app.services.settings.save(&visitor, &form).await;
    answered(&app, page, form, answer, &format!("{}?saved=settings", paths::house_settings(lang))).await
}

async fn switches(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<Vec<(String, String)>>(request).await {
        Ok((page, visitor, pairs)) => (page, visitor, SwitchesForm::read(pairs)),
        Err(refused) => return refused,
    };
    let answer = app.services.settings.save_switches(&visitor, &form).await;
    answered(&app, page, form, answer, &format!("{}?saved=switches", paths::house_switches(lang))).await
}

async fn blocks(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<Vec<(String, String)>>(request).await {
        Ok((page, visitor, pairs)) => (page, visitor, BlocksForm::read(pairs)),
        Err(refused) => return refused,
    };
    let answer = app.services.settings.save_blocks(&visitor, &form).await;
    answered(&app, page, form, answer, &format!("{}?saved=blocks", paths::house_blocks(lang))).await
}

/// Leads to the page that says that it is saved, or shows the form again as it was sent.
async fn answered<F, E>(
    app: &App,
    page: Parts,
    form: F,
    answer: Result<SaveAnswer<E>, AppError>,
    saved: &str,
) -> Response
where
    F: Clone + Default + Send + Sync + 'static,
    E: Clone + Send + Sync + 'static,
{
    let typed = SaveState { form, ..SaveState::default() };
    let state = match answer {
        Ok(SaveAnswer::Saved) => return see_other(saved),
        Ok(SaveAnswer::Overtaken) => SaveState { overtaken: true, ..typed },
        Ok(SaveAnswer::Refused(errors)) => SaveState { errors, ..typed },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => SaveState { failure: Some(error), ..typed },
    };
    let failure = state.failure.clone();
    came_back(app, page, failure, state).await
}

async fn campaigners(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<CampaignerForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let said = match app.services.settings.change_campaigners(&visitor, lang, &form).await {
        Ok(CampaignerAnswer::Invited) => "invited",
        Ok(CampaignerAnswer::Already) => "already",
        Ok(CampaignerAnswer::Removed) => "removed",
        Ok(CampaignerAnswer::Refused(problem)) => {
            let state = CampaignerState { email: form.email, problem: Some(problem), failure: None };
            return came_back(&app, page, None, state).await;
        }
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => {
            let state = CampaignerState { email: form.email, problem: None, failure: Some(error.clone()) };
            return came_back(&app, page, Some(error), state).await;
        }
    };
    see_other(&format!("{}?saved={said}", paths::house_campaigners(lang)))
}
