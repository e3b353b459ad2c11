//! Built assets and public files; everything else that has no address of its own is not found.

use super::{App, redirect::redirect, refusal::refuse};
use app::error::AppError;
use axum::{
    body::Body,
    extract::{Request, State},
    response::Response,
};
use http::{HeaderValue, Method, StatusCode, header};
use tower::ServiceExt;
use tower_http::services::ServeDir;

/// Bytes of a path beyond which it is no file's: the system would take it for a mistake of ours, and each would be one in the log.
const LONGEST: usize = 255;

pub(super) async fn serve(State(app): State<App>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return refuse(AppError::NotFound);
    }
    let path = request.uri().path().to_owned();
    if let Some(target) = without_slash(&path, request.uri().query()) {
        return redirect(StatusCode::PERMANENT_REDIRECT, &target);
    }
    if path.len() > LONGEST {
        return refuse(AppError::NotFound);
    }
    let files = ServeDir::new(&app.options.site_root)
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    match files.oneshot(request).await {
        Ok(response) if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED => {
            let mut response = response.map(Body::new);
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(lifetime(&path)));
            response
        }
        _ => refuse(AppError::NotFound),
    }
}

/// The same address without the slashes at its end.
fn without_slash(path: &str, query: Option<&str>) -> Option<String> {
    let trimmed = path.trim_end_matches('/');
    (!trimmed.is_empty() && trimmed != path).then(|| match query {
        Some(query) => format!("{trimmed}?{query}"),
        None => trimmed.to_owned(),
    })
}

/// Names with a hash in them (`undersigned.0f3a….css`) never change their content.
fn lifetime(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    match path.strip_prefix("/pkg/") {
        Some(_) if name.split('.').count() >= 3 => "public, max-age=31536000, immutable",
        Some(_) => "no-cache",
        None => "public, max-age=86400",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_good() {
        assert!(lifetime("/pkg/undersigned.a1B2c3.css").ends_with("immutable"));
        assert_eq!(lifetime("/pkg/undersigned.css"), "no-cache");
        assert_eq!(lifetime("/favicon.svg"), "public, max-age=86400");
    }

    #[test]
    fn slashes_at_the_end_go() {
        assert_eq!(without_slash("/en/", Some("q=a")).as_deref(), Some("/en?q=a"));
        assert_eq!(without_slash("/en/about//", None).as_deref(), Some("/en/about"));
        assert_eq!(without_slash("/", None), None);
        assert_eq!(without_slash("/en", None), None);
    }
}
