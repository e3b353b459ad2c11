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
        BlocksAnswer, BlocksForm, BlocksState, CampaignerAnswer, CampaignerForm, CampaignerState, SettingsAnswer,
        SettingsForm, SettingsState, SwitchesAnswer, SwitchesForm, SwitchesState,
    },
};
use axum::{
    Router,
    extract::{Request, State},
    response::Response,
    routing::post,
};

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
    let typed = SettingsState { form: form.clone(), ..SettingsState::default() };
    let state = match app.services.settings.save(&visitor, &form).await {
        Ok(SettingsAnswer::Saved) => return see_other(&format!("{}?saved=settings", paths::house_settings(lang))),
        Ok(SettingsAnswer::Overtaken) => SettingsState { overtaken: true, ..typed },
        Ok(SettingsAnswer::Refused(errors)) => SettingsState { errors, ..typed },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => SettingsState { failure: Some(error), ..typed },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}

async fn switches(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<Vec<(String, String)>>(request).await {
        Ok((page, visitor, pairs)) => (page, visitor, SwitchesForm::read(pairs)),
        Err(refused) => return refused,
    };
    let typed = SwitchesState { form: form.clone(), ..SwitchesState::default() };
    let state = match app.services.settings.save_switches(&visitor, &form).await {
        Ok(SwitchesAnswer::Saved) => return see_other(&format!("{}?saved=switches", paths::house_switches(lang))),
        Ok(SwitchesAnswer::Overtaken) => SwitchesState { overtaken: true, ..typed },
        Ok(SwitchesAnswer::Refused(errors)) => SwitchesState { errors, ..typed },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => SwitchesState { failure: Some(error), ..typed },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}

async fn blocks(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<Vec<(String, String)>>(request).await {
        Ok((page, visitor, pairs)) => (page, visitor, BlocksForm::read(pairs)),
        Err(refused) => return refused,
    };
    let typed = BlocksState { form: form.clone(), ..BlocksState::default() };
    let state = match app.services.settings.save_blocks(&visitor, &form).await {
        Ok(BlocksAnswer::Saved) => return see_other(&format!("{}?saved=blocks", paths::house_blocks(lang))),
        Ok(BlocksAnswer::Overtaken) => BlocksState { overtaken: true, ..typed },
        Ok(BlocksAnswer::Refused(errors)) => BlocksState { errors, ..typed },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => BlocksState { failure: Some(error), ..typed },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
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
