use super::SignError;
use crate::campaigns::Slug;
use serde::{Deserialize, Serialize};

/// What the browser is told after signing. Says nothing of whether the address was known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignOutcome {
    /// Taken; go on at the inbox page.
    Accepted,
    /// Fields break a rule.
    Refused(Vec<SignError>),
}

/// The inbox page's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inbox {
    /// The campaign's title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// The address as typed, from the visitor's own sealed cookie; `None` without one (an hour later, another browser).
    pub address: Option<String>,
}

/// Where a confirmation link stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// Not confirmed yet: show the button.
    Confirm(Pending),
    /// Confirmed before: the link leads to the page of the signature. Holds the token of that page.
    Manage(String),
}

/// What the confirm page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The campaign's title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// The name that would be shown, if that was ticked.
    pub public_name: Option<String>,
    /// The reason that would be shown, if that was ticked.
    pub reason: Option<String>,
}

/// The thank-you page's content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thanks {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// Confirmed signatures at this moment.
    pub count: i64,
    /// The goal that is next to be reached.
    pub goal: i64,
    /// Where the campaign is shared: absolute, without a language.
    pub share_url: String,
    /// Whether this visitor has just confirmed, as the visitor's own cookie says; not known without one (an hour later, a link passed on).
    pub confirmed: bool,
    /// The token of the page of this signature, from the visitor's own cookie.
    pub manage: Option<String>,
}

/// What the page that ends updates shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    /// Address, title and language of the campaign, while it is public.
    pub campaign: Option<(Slug, String, String)>,
}

/// The context of the page that ends updates, once that was done.
#[derive(Clone, Copy, Debug)]
pub struct Unsubscribed;

/// How a signature stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignatureState {
    /// Counts.
    Confirmed,
    /// Taken back by the signer.
    Withdrawn,
    /// Removed by a rule of the house.
    Invalidated,
}

/// A signature as its signer sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mine {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// How the signature stands.
    pub state: SignatureState,
    /// The name that is shown or waits for review.
    pub public_name: Option<String>,
    /// The reason that is shown or waits for review.
    pub reason: Option<String>,
    /// Whether the reason still waits for review.
    pub in_review: bool,
    /// Whether updates are sent.
    pub updates: bool,
}
