//! The last resort: a page that needs nothing of what may just have failed.

use app::{i18n::Lang, paths};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use maud::{DOCTYPE, html};

/// "Something went wrong on our side", for when the usual error page cannot be rendered either.
pub(super) fn broken(lang: Lang, request_id: Option<&str>) -> Response {
    let (title, text, back) = match lang {
        Lang::En => (
            "Something went wrong on our side",
            "Nothing you typed was stored by this. Please try again in a minute.",
            "All campaigns",
        ),
        Lang::Es => (
            "Algo ha fallado por nuestra parte",
            "No se ha guardado nada de lo que has escrito aquí. Inténtalo de nuevo en un minuto.",
            "Todas las campañas",
        ),
    };
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) dir=(lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – Undersigned" }
            }
            body {
                main {
                    h1 { (title) }
                    p { (text) }
                    p { a href=(paths::home(lang)) { (back) } }
                    @if let Some(id) = request_id { p { code { (id) } } }
                }
            }
        }
    };
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    ([(header::CONTENT_TYPE, html)], page.into_string()).into_response()
}
