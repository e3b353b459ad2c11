//! The forms by which moderators decide.

use super::{
    App,
    forms::{came_back, sent_by},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    campaigns::Slug,
    error::{AppError, PageError},
    i18n::Lang,
    moderation::{CaseAnswer, CaseForm, CaseState, GroundAnswer, GroundForm, GroundState, HideAnswer, HideState},
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
        router
            .route(&paths::review_case(lang, "{id}"), post(move |app, path, request| case(app, lang, path, request)))
            .route(&paths::review_catalogue(lang), post(move |app, request| catalogue(app, lang, request)))
            .route(
                &paths::review_campaign(lang, "{slug}"),
                post(move |app, path, request| campaign(app, lang, path, request)),
            )
            .route(&paths::review_reasons(lang), post(move |app, request| reasons(app, lang, request)))
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

async fn catalogue(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<Pairs>(request).await {
        Ok((page, visitor, pairs)) => (page, visitor, GroundForm::read(pairs)),
        Err(refused) => return refused,
    };
    let Some(action) = form.action() else { return refuse(PageError::Unreadable) };
    let state = match app.services.moderation.change_catalogue(&visitor, action, &form).await {
        Ok(GroundAnswer::Done(action)) => {
            return see_other(&format!("{}?saved={}", paths::review_catalogue(lang), action.code()));
        }
        Ok(GroundAnswer::Refused(errors)) => GroundState { form, errors, failure: None },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => GroundState { form, errors: Vec::new(), failure: Some(error) },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}

/// The values of this name, and what is to be done.
fn picked(pairs: Vec<(String, String)>, wanted: &str) -> (String, Vec<String>) {
    let (mut action, mut values) = (String::new(), Vec::new());
    for (name, value) in pairs {
        if name == "action" {
            action = value;
        } else if name == wanted {
            values.push(value);
        }
    }
    (action, values)
}

async fn campaign(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (page, visitor, pairs) = match sent_by::<Pairs>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    let (action, grounds) = picked(pairs, "ground");
    let moderation = &app.services.moderation;
    let done = match action.as_str() {
        "hide" => moderation.hide(&visitor, &slug, &grounds).await,
        "refuse" => moderation.refuse(&visitor, &slug, &grounds).await,
        "approve" => moderation.approve(&visitor, &slug).await,
        "show" => moderation.show(&visitor, &slug).await,
        _ => return refuse(PageError::Unreadable),
    };
    let state = match done {
        Ok(HideAnswer::Done) => {
            return see_other(&format!("{}?saved={action}", paths::review_campaign(lang, slug.as_str())));
        }
        Ok(HideAnswer::NoGround) => HideState { missing: true, ..HideState::default() },
        Ok(HideAnswer::OwnTeam) => HideState { grounds, own: true, ..HideState::default() },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => HideState { grounds, failure: Some(error), ..HideState::default() },
    };
    let failure = state.failure.clone();
    came_back(&app, page, failure, state).await
}

async fn reasons(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, pairs) = match sent_by::<Pairs>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let (action, ids) = picked(pairs, "reason");
    let show = match action.as_str() {
        "show" => true,
        "remove" => false,
        _ => return refuse(PageError::Unreadable),
    };
    match app.services.moderation.decide_reasons(&visitor, show, &ids).await {
        Ok(count) => {
            // To the same list as it now stands.
            let kept = page.uri.query().map(|query| format!("{query}&")).unwrap_or_default();
            see_other(&format!("{}?{kept}saved={count}", paths::review_reasons(lang)))
        }
        Err(error @ AppError::NotFound) => refuse(error),
        Err(error) => came_back(&app, page, Some(error.clone()), error).await,
    }
}
