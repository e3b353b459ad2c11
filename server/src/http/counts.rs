//! Counts as files.

use super::{
    App,
    forms::{sent_by, visitor},
    redirect::see_other,
    refusal::refuse,
};
use crate::exports::Download;
use app::{
    campaigns::Slug,
    error::AppError,
    exports::{Column, CountsQuery, Dimension, Format},
    i18n::Lang,
    paths,
};
use axum::{
    Router,
    body::Body,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use http::header;

/// The files, on the patterns of the pages that offer them.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router.route(&paths::house_counts(lang), post(move |app, request| house(app, lang, request))).route(
            &format!("{}/counts/{{slug}}/{{file}}", paths::account(lang)),
            get(move |app, path, request| team(app, lang, path, request)),
        )
    })
}

/// What an admin has chosen.
async fn house(State(app): State<App>, lang: Lang, request: Request) -> Response {
    let (_, visitor, pairs) = match sent_by::<Vec<(String, String)>>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let query = CountsQuery::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let format = pairs.iter().find(|(name, _)| name == "format").and_then(|(_, format)| Format::parse(format));
    let Some(format) = format else { return refuse(AppError::NotFound) };
    if pairs.iter().any(|(name, value)| name == "of" && value == "providers") {
        let file = app.services.files.providers(&visitor, format).await;
        return answer(file, lang, &paths::house_counts(lang));
    }
    // Who has to prove something first comes back to the rows, and presses the button once more.
    let page = format!("{}?{}", paths::house_counts(lang), query.text());
    answer(app.services.files.house(&visitor, query, format).await, lang, &page)
}

/// What a file of a campaign's counts holds; `None` for a name that none has.
fn named(name: &str) -> Option<CountsQuery> {
    if name == "funnel" {
        let columns = Column::FUNNEL.into();
        return Some(CountsQuery { by: vec![Dimension::Day], columns, ..CountsQuery::default() });
    }
    let by = Dimension::parse(name).filter(|by| Dimension::SHOWN.contains(by))?;
    Some(CountsQuery { by: vec![by], ..CountsQuery::default() })
}

/// One breakdown of a campaign's counts: `day.csv`, say.
async fn team(
    State(app): State<App>,
    lang: Lang,
    Path((slug, file)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let parsed = file.split_once('.').and_then(|(name, format)| named(name).zip(Format::parse(format)));
    let (Some(visitor), Some(slug), Some((query, format))) = (visitor(&parts), Slug::parse(&slug), parsed) else {
        return refuse(AppError::NotFound);
    };
    answer(app.services.files.team(&visitor, &slug, query, format).await, lang, &paths::counts(lang, &slug))
}

/// The file, or the way to where it can be asked for.
fn answer(file: Result<Download, AppError>, lang: Lang, page: &str) -> Response {
    match file {
        Ok(Download { name, kind, bytes }) => {
            let headers = [
                (header::CONTENT_TYPE, kind.to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
            ];
            (headers, Body::from_stream(bytes)).into_response()
        }
        Err(AppError::SignIn) => see_other(&paths::sign_in(lang)),
        Err(AppError::SecondProof) => see_other(&paths::second_proof(lang, page)),
        Err(error) => refuse(error),
    }
}
