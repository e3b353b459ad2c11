//! Signing: the form and its rules, the flow from the inbox to the thank-you page, and what a signer can change later.

mod address;
mod country;
mod field;
mod form;
mod mail_hint;
#[cfg(feature = "ssr")]
pub(crate) mod pages;
mod parts;
#[cfg(feature = "ssr")]
mod port;
mod server_fns;
mod source;
mod text_rules;
mod view;

pub use address::{AddressProblem, EmailAddress};
pub use country::{Country, countries};
pub use field::{Field, Problem};
pub use form::{CodeForm, ConfirmForm, Decision, ManageForm, SignForm, SignInput, limits};
pub use mail_hint::suggest;
#[cfg(feature = "ssr")]
pub(crate) use parts::{FormModel, Sign};
#[cfg(feature = "ssr")]
pub use port::{Accepted, SignAnswer, Signatures, SignaturesPort};
pub use server_fns::sign;
pub use source::Source;
#[cfg(feature = "ssr")]
pub(crate) use text_rules::{collapse, joined, no_controls};
pub use view::{Inbox, Mine, Pending, SignOutcome, SignatureState, Step, Subscription, Thanks, Unsubscribed};

/// A field's error on a form.
pub type SignError = crate::form::FieldError<Field, Problem>;
