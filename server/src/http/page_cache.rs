//! Public pages as they were rendered a moment ago: to most readers of that moment a page differs in its nonce alone, which is put in anew.

use super::{App, headers, headers::CspNonce, languages::Preference, refusal::refuse};
use app::{error::AppError, signatures::Country};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderValue, Method, StatusCode, header};
use moka::future::Cache;
use std::sync::Arc;
use std::time::Duration;

/// Bytes of a path with its query beyond which a page is rendered for each reader.
const LONGEST: usize = 200;
/// Bytes of a page.
const LARGEST: usize = 1 << 20;

/// What a public page is made of: the moment, the address and the country that the reader's language names.
type Key = ((i64, u64), String, Option<Country>);

/// A page in pieces, between which the nonce stands.
struct Pieces(Vec<Bytes>);

/// The pages of this moment. Whoever asks for one that is being rendered waits for it.
#[derive(Clone)]
pub(super) struct PageCache(Cache<Key, Arc<Pieces>>);

impl Default for PageCache {
    fn default() -> Self {
        Self(Cache::builder().max_capacity(256).time_to_live(Duration::from_secs(2)).build())
    }
}

pub(super) async fn serve(State(app): State<App>, request: Request, next: Next) -> Response {
    let address = request.uri().path_and_query().map_or("", |address| address.as_str());
    if *request.method() != Method::GET || headers::is_personal(&request) || address.len() > LONGEST {
        return next.run(request).await;
    }
    let Some(CspNonce(nonce)) = request.extensions().get::<CspNonce>().cloned() else { return next.run(request).await };
    let country = Preference::of(request.headers()).country;
    let key = (app.services.campaigns.moment(), address.to_owned(), country);
    let (mut request, mut refused) = (Some(request), None);
    let rendering = async {
        let request = request.take().ok_or(())?;
        pieces(next.clone().run(request).await, &nonce).await.map_err(|response| refused = Some(response))
    };
    match (app.page_cache.0.try_get_with(key, rendering).await, refused, request) {
        (Ok(page), ..) => answer(&page, &nonce),
        (Err(_), Some(response), _) => response,
        // It was refused to the reader for whom it was rendered; an error page is each reader's own.
        (Err(_), None, Some(request)) => next.run(request).await,
        (Err(_), None, None) => refuse(AppError::Internal),
    }
}

/// The page in pieces, unless the answer tells of an error, leads elsewhere or is for one reader alone.
async fn pieces(response: Response, nonce: &str) -> Result<Arc<Pieces>, Response> {
    if response.status() != StatusCode::OK || response.headers().contains_key(header::SET_COOKIE) {
        return Err(response);
    }
    let html = to_bytes(response.into_body(), LARGEST).await.map_err(|_| refuse(AppError::Internal))?;
    let text = std::str::from_utf8(&html).map_err(|_| refuse(AppError::Internal))?;
    Ok(Arc::new(Pieces(text.split(nonce).map(|piece| html.slice_ref(piece.as_bytes())).collect())))
}

fn answer(Pieces(pieces): &Pieces, nonce: &str) -> Response {
    let size = pieces.iter().map(Bytes::len).sum::<usize>() + pieces.len() * nonce.len();
    let mut html = Vec::with_capacity(size);
    for (i, piece) in pieces.iter().enumerate() {
        if i > 0 {
            html.extend_from_slice(nonce.as_bytes());
        }
        html.extend_from_slice(piece);
    }
    let mut response = Response::new(Body::from(html));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}
