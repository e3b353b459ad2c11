//! The audit log as a file.

use super::{App, forms::visitor, redirect::see_other, refusal::refuse};
use app::{audit::LogFilter, error::AppError, i18n::Lang, paths};
use axum::{
    Router,
    extract::{Query, Request, State},
    response::{IntoResponse, Response},
    routing::get,
};
use http::header;

pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router.route(
            &paths::house_log_file(lang, "", ""),
            get(move |app, query, request| file(app, lang, query, request)),
        )
    })
}

async fn file(State(app): State<App>, lang: Lang, Query(filter): Query<LogFilter>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let Some(visitor) = visitor(&parts) else { return refuse(AppError::Internal) };
    match app.services.audit.csv(&visitor, &filter).await {
        Ok(csv) => {
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"log.csv\""),
            ];
            (headers, csv).into_response()
        }
        Err(AppError::SignIn) => see_other(&paths::sign_in(lang)),
        // Back to the page, for a file is no page to come back to.
        Err(AppError::SecondProof) => {
            see_other(&paths::second_proof(lang, &paths::house_log_filtered(lang, &filter.action, &filter.object, "")))
        }
        Err(error) => refuse(error),
    }
}
