use crate::campaigns::{Reading, Slug};
use serde::{Deserialize, Serialize};

/// What key holders may read of a campaign's signers, for the moderator who decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingPage {
    /// The campaign's address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// What may be read now.
    pub reading: Reading,
    /// Whether it has a key: without one nobody could open what was sealed.
    pub has_key: bool,
    /// Whether whoever looks belongs to its team and others could decide.
    pub own: bool,
}

/// The form of that page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadingForm {
    /// The code of a [`Reading`].
    pub reading: String,
}

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingProblem {
    /// Nothing was chosen.
    Missing,
    /// The campaign has no key.
    NoKey,
    /// Whoever decides belongs to its team, and others could.
    OwnTeam,
}

/// The context of the page, where its form came back.
#[derive(Clone, Debug, Default)]
pub struct ReadingState {
    /// What was chosen.
    pub form: ReadingForm,
    /// What was wrong with it.
    pub problem: Option<ReadingProblem>,
    /// The failure of the whole form.
    pub failure: Option<crate::error::AppError>,
}
