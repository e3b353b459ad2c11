//! What key holders' browsers fetch, and what moderators let them read.

use super::{
    App,
    forms::{Button, came_back, sent_by, visitor},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    campaigns::Slug,
    error::AppError,
    i18n::Lang,
    keys::{KeyForm, ReadingForm, ReadingState, SealedPart},
    paths,
};
use axum::{
    Router,
    extract::{Path, Query, Request, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use http::{StatusCode, header};
use serde::Deserialize;

/// For the scripts of the pages of keys, and the POST side of pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router
            .route(&format!("{}/campaigns/signers/{{slug}}/rows", paths::account(lang)), get(sealed))
            .route(&format!("{}/campaigns/signers/{{slug}}/copy", paths::account(lang)), get(copy))
            .route(
                &format!("{}/campaigns/signers/{{slug}}", paths::account(lang)),
                post(move |app, path, request| delete_copy(app, lang, path, request)),
            )
            .route(&paths::key(lang, "{id}"), post(move |app, path, request| key(app, lang, path, request)))
            .route(&paths::reading(lang, "{slug}"), post(move |app, path, request| reading(app, lang, path, request)))
    })
}

/// Which page of sealed data: `part` is `epochs` or `rows`, `after` the last id that is there already, in hexadecimal digits.
#[derive(Default, Deserialize)]
#[serde(default)]
struct SealedPage {
    part: String,
    after: String,
}

impl SealedPage {
    fn read(&self) -> Option<(SealedPart, Option<[u8; 16]>)> {
        let part = SealedPart::parse(&self.part)?;
        let digits = self.after.as_str();
        if digits.is_empty() {
            return Some((part, None));
        }
        let plain = digits.len() == 32 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        let number = u128::from_str_radix(digits, 16).ok().filter(|_| plain)?;
        Some((part, Some(number.to_be_bytes())))
    }
}

/// Sealed data for the script of the signers' list. A failure is a status: nobody is led anywhere, and who may not have it finds nothing.
async fn sealed(
    State(app): State<App>,
    Path(slug): Path<String>,
    Query(page): Query<SealedPage>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let (Some(visitor), Some(slug), Some((part, after))) = (visitor(&parts), Slug::parse(&slug), page.read()) else {
        return refuse(AppError::NotFound);
    };
    fetched(app.services.keys.sealed(&visitor, &slug, part, after).await)
}

/// The locked copy of a campaign's private key, for the same script, which tells a proof that is too old by its status.
async fn copy(State(app): State<App>, Path(slug): Path<String>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let (Some(visitor), Some(slug)) = (visitor(&parts), Slug::parse(&slug)) else { return refuse(AppError::NotFound) };
    fetched(app.services.keys.copy(&visitor, &slug).await)
}

/// What a script has asked for.
fn fetched(answer: Result<Vec<u8>, AppError>) -> Response {
    match answer {
        Ok(bytes) => ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        Err(AppError::SignIn | AppError::Gone) => refuse(AppError::NotFound),
        Err(error) => refuse(error),
    }
}

async fn delete_copy(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (_, visitor, _) = match sent_by::<Button>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    match app.services.keys.delete_copy(&visitor, &slug).await {
        Ok(()) => see_other(&format!("{}?saved=deleted", paths::signers(lang, &slug))),
        Err(AppError::SignIn) => see_other(&paths::sign_in(lang)),
        Err(error) => refuse(error),
    }
}

/// Takes the public half of a key from the script that made it, which is told by the status alone; or removes a key by a button.
async fn key(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (_, visitor, form) = match sent_by::<KeyForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let keys = &app.services.keys;
    if form.action == "remove" {
        return match keys.remove(&visitor, &id).await {
            Ok(()) => see_other(&format!("{}?saved=removed", paths::key(lang, &id))),
            Err(AppError::SignIn) => see_other(&paths::sign_in(lang)),
            Err(error) => refuse(error),
        };
    }
    match keys.set(&visitor, &id, &form).await {
        Ok(Ok(())) => StatusCode::NO_CONTENT.into_response(),
        Ok(Err(_)) => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        Err(AppError::SignIn) => refuse(AppError::NotFound),
        Err(error) => refuse(error),
    }
}

async fn reading(State(app): State<App>, lang: Lang, Path(slug): Path<String>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<ReadingForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let Some(slug) = Slug::parse(&slug) else { return refuse(AppError::NotFound) };
    let (problem, failure) = match app.services.keys.set_reading(&visitor, &slug, &form).await {
        Ok(Ok(())) => {
            let saved = paths::encode(&form.reading);
            return see_other(&format!("{}?saved={saved}", paths::reading(lang, slug.as_str())));
        }
        Ok(Err(problem)) => (Some(problem), None),
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => (None, Some(error)),
    };
    came_back(&app, page, failure.clone(), ReadingState { form, problem, failure }).await
}

#[cfg(test)]
mod tests {
    use super::SealedPage;
    use app::keys::SealedPart;

    #[test]
    fn only_whole_ids_are_read() {
        let read = |part: &str, after: &str| SealedPage { part: part.to_owned(), after: after.to_owned() }.read();
        let last = format!("{:032x}", 7);
        let mut id = [0; 16];
        id[15] = 7;
        assert_eq!(read("rows", &last), Some((SealedPart::Rows, Some(id))));
        assert_eq!(read("epochs", ""), Some((SealedPart::Epochs, None)));
        for (part, after) in
            [("keys", ""), ("rows", "7"), ("rows", &format!("+{}", &last[1..])), ("rows", &"é".repeat(16))]
        {
            assert_eq!(read(part, after), None, "{part} {after}");
        }
    }
}
