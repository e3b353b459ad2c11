//! Accounts of those who run campaigns: signing in by a mailed link, and what belongs to an account.

mod form;
#[cfg(feature = "ssr")]
pub(crate) mod pages;
pub mod passkeys;
#[cfg(feature = "ssr")]
mod port;
#[cfg(feature = "ssr")]
pub mod proof;
mod role;
mod view;

pub use form::{AccountForm, AskForm, SIGN_IN_CODE_DIGITS, SignInCodeForm};
#[cfg(feature = "ssr")]
pub use port::{AccountChange, Accounts, AccountsPort, Asked, LinkUsed};
pub use role::Role;
pub use view::{Account, AccountSession, Invitation, ShownCode};
