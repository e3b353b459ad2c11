//! What can go wrong, as codes that cross the wire. Texts are made from them in the reader's language, in the page.

use leptos::prelude::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::codec::JsonEncoding;
use serde::{Deserialize, Serialize};

/// A failure that a reader is told about. Carries no free text, so that no cause and no personal data can slip into a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppError {
    /// There is nothing at this address (404).
    NotFound,
    /// A campaign that was here and is not public any more (410).
    Gone,
    /// The link is not one of ours, was used up or has expired (404).
    LinkInvalid,
    /// Nobody is signed in here (401). Pages and forms lead to the sign-in page.
    SignIn,
    /// The second proof is missing or too old (403). Pages and forms lead to the page that asks for it.
    SecondProof,
    /// The campaign takes no signatures any more.
    Closed,
    /// This network has asked too often (429). Seconds until the next try.
    TooMany {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// More work has arrived than can be taken (503). Seconds until the next try.
    Busy {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// Those who run the house have switched it off for now (503).
    Paused,
    /// Nobody of this network may sign (403).
    Blocked,
    /// What was sent cannot be read as what it should be (400).
    Unreadable,
    /// Something failed on our side (500); the cause is in the log under the request's id.
    Internal,
    /// The server could not be reached (made in the browser).
    Unreachable,
}

impl AppError {
    /// The HTTP status that goes with this error.
    pub fn status(&self) -> u16 {
        match self {
            Self::NotFound | Self::LinkInvalid => 404,
            Self::SignIn => 401,
            Self::SecondProof | Self::Blocked => 403,
            Self::Gone => 410,
            Self::Closed => 422,
            Self::TooMany { .. } => 429,
            Self::Busy { .. } | Self::Paused | Self::Unreachable => 503,
            Self::Unreadable => 400,
            Self::Internal => 500,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(value: ServerFnErrorErr) -> Self {
        match value {
            ServerFnErrorErr::Request(_) => Self::Unreachable,
            // On the server that is what was sent, in the browser what was answered.
            ServerFnErrorErr::Deserialization(_) if cfg!(feature = "ssr") => Self::Unreadable,
            _ => Self::Internal,
        }
    }
}

/// Why a request is answered by an error page: what pages meet themselves, and what the server refuses before a page is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageError {
    /// What a page met.
    App(AppError),
    /// A form that another site sent (403).
    CrossSite,
    /// A body over the limit (413).
    TooLarge,
    /// A body that cannot be read as the form it should be (400, 415, 422).
    Unreadable,
    /// A method that this address does not take (405).
    WrongMethod,
    /// A request over its deadline (408, 503).
    TooSlow,
}

impl From<AppError> for PageError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl PageError {
    /// The HTTP status that goes with this error.
    pub fn status(&self) -> u16 {
        match self {
            Self::App(error) => error.status(),
            Self::CrossSite => 403,
            Self::TooLarge => 413,
            Self::Unreadable => 400,
            Self::WrongMethod => 405,
            Self::TooSlow => 503,
        }
    }
}

/// An error page's content.
///
/// The server renders its own refusals by giving one of these to a render as context: [`App`](crate::app::App) then shows it instead of
/// the page at that address, without any WASM.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// What happened.
    pub error: PageError,
    /// The number under which the log tells of it, where it tells more than the page.
    pub request_id: Option<String>,
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self { error: error.into(), request_id: None }
    }
}
