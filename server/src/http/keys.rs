//! What key holders' browsers fetch, and what moderators let them read.

use super::{
    App,
    forms::{came_back, sent_by, visitor},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    campaigns::Slug,
    error::AppError,
    i18n::Lang,
    keys::{ReadingForm, ReadingState, SealedPart},
    paths,
};
use axum::{
    Router,
    extract::{Path, Query, Request, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use http::header;
use serde::Deserialize;

/// For the scripts of the pages of keys, and the POST side of pages, on the patterns of their GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router
            .route(&format!("{}/campaigns/signers/{{slug}}/rows", paths::account(lang)), get(sealed))
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
    match app.services.keys.sealed(&visitor, &slug, part, after).await {
        Ok(bytes) => ([(header::CONTENT_TYPE, "application/octet-stream")], bytes).into_response(),
        Err(AppError::SignIn | AppError::Gone) => refuse(AppError::NotFound),
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
