//! What key holders' browsers fetch and send.

use super::{App, forms::visitor, refusal::refuse};
use app::{campaigns::Slug, error::AppError, i18n::Lang, keys::SealedPart, paths};
use axum::{
    Router,
    extract::{Path, Query, Request, State},
    response::{IntoResponse, Response},
    routing::get,
};
use http::header;
use serde::Deserialize;

/// For the scripts of the pages of keys.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router.route(&format!("{}/campaigns/signers/{{slug}}/rows", paths::account(lang)), get(sealed))
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
