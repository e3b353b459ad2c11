//! Passkeys (WebAuthn): keys on a device that sign in, and prove who uses an account, with nothing to type.

mod ceremony;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
mod port;
mod server_fns;
mod use_passkey;
#[cfg(feature = "ssr")]
mod view;

pub use ceremony::Ceremony;
#[cfg(feature = "ssr")]
pub use form::PasskeyForm;
#[cfg(feature = "ssr")]
pub(crate) use page::PasskeysPage;
#[cfg(feature = "ssr")]
pub(crate) use parts::{PasskeyRefused, passkeys_work};
#[cfg(feature = "ssr")]
pub use port::{PasskeyChange, Passkeys, PasskeysPort, Question};
pub use server_fns::start_passkey;
pub use use_passkey::UsePasskey;
#[cfg(feature = "ssr")]
pub use view::{Passkey, PasskeyAccess, PasskeyProblem, PasskeyState, PasskeysView};

/// Passkeys of one account.
pub const PASSKEYS_MAX: u32 = 10;
/// Greatest length of a passkey's name, in characters.
pub const PASSKEY_NAME_MAX: u32 = 60;
/// Minutes within which a device has to answer. Each question is answered once.
pub const PASSKEY_MINUTES: u32 = 5;
