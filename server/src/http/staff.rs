//! The forms on the page of moderators and admins.

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
    staff::{PeopleAnswer, PeopleForm, PeopleState},
};
use axum::{
    Router,
    extract::{Request, State},
    response::Response,
    routing::post,
};

/// The POST side of the page, on the pattern of its GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router.route(&paths::house_people(lang), post(move |app, request| change(app, lang, request)))
    })
}

async fn change(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<PeopleForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let typed = PeopleState { form: form.clone(), ..PeopleState::default() };
    let said = match app.services.staff.change(&visitor, lang, &form).await {
        Ok(PeopleAnswer::Invited) => "invited",
        Ok(PeopleAnswer::HasRole) => "has_role",
        Ok(PeopleAnswer::Changed) => "changed",
        Ok(PeopleAnswer::Withdrawn) => "withdrawn",
        Ok(PeopleAnswer::Overtaken) => "overtaken",
        Ok(PeopleAnswer::LastAdmin) => {
            return came_back(&app, page, None, PeopleState { last_admin: true, ..typed }).await;
        }
        Ok(PeopleAnswer::Refused(problem)) => {
            return came_back(&app, page, None, PeopleState { problem: Some(problem), ..typed }).await;
        }
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => {
            return came_back(&app, page, Some(error.clone()), PeopleState { failure: Some(error), ..typed }).await;
        }
    };
    see_other(&format!("{}?saved={said}", paths::house_people(lang)))
}
