//! The languages of the interface: typed messages (`msg`), one folder of tables for each language, numbers and writing directions.
//!
//! A text is asked for by [`tr`]; the compiler holds every language to every message. To add a language, add it to [`Lang`], copy the
//! folder `en` and follow the compiler.

mod consent;
mod dir;
mod en;
mod es;
mod lang;
mod list;
mod mail;
mod msg;
mod number;

pub use consent::consent;
pub use dir::text_dir;
pub use lang::Lang;
pub use list::{Conjunction, join};
pub use mail::{confirm_subject, sign_in_subject};
pub use msg::{AboutMsg, AccountMsg, CampaignMsg, ErrorMsg, FlowMsg, PasskeyUseMsg, PrivacyMsg, SignMsg, SiteMsg};
#[cfg(feature = "ssr")]
pub use msg::{
    AuditMsg, BlockMsg, CountsMsg, DraftMsg, ExportMsg, HouseMsg, InvalidationMsg, KeyMsg, PasskeyMsg, PictureMsg,
    ProofMsg, ReadingMsg, ReportMsg, ReviewMsg, RunMsg, SettingsMsg, SignersMsg, StaffMsg, SupportMsg, SwitchMsg,
    TeamMsg, UpdateMsg,
};
pub use number::number;
#[cfg(feature = "ssr")]
pub use number::size;

use leptos::prelude::use_context;
use std::borrow::Cow;

/// A text in the reader's language. Plain text: a view escapes it.
pub type Text = Cow<'static, str>;

/// A message that every language has a text for.
pub trait Message {
    /// The text.
    fn text(self, lang: Lang) -> Text;
}

/// The text of a message.
pub fn tr(lang: Lang, message: impl Message) -> Text {
    message.text(lang)
}

/// The language of the page that is being made.
pub fn use_lang() -> Lang {
    use_context().unwrap_or_default()
}
