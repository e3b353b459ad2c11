use crate::form::Checkbox;
use crate::signatures::{EmailAddress, Problem};
use serde::{Deserialize, Serialize};

/// Digits of the code that another browser shows.
pub const SIGN_IN_CODE_DIGITS: usize = 6;

/// The form that asks for a sign-in mail, or signs in with a passkey.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AskForm {
    /// The address, as typed.
    pub email: String,
    /// The page of ours that signing in is to lead to, if not the account's.
    pub next: String,
    /// What a device answered with a passkey, as JSON; empty where a mail is asked for.
    pub credential: String,
}

impl AskForm {
    /// The address.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn validate(&self) -> Result<EmailAddress, Problem> {
        EmailAddress::parse(&self.email)
    }
}

/// The form that takes the code from another browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInCodeForm {
    /// The code, as typed.
    pub code: String,
}

impl SignInCodeForm {
    /// The six digits; spaces and hyphens between them are dropped.
    ///
    /// # Errors
    /// [`Problem::Missing`] or [`Problem::WrongCode`].
    pub fn validate(&self) -> Result<[u8; SIGN_IN_CODE_DIGITS], Problem> {
        crate::form::digits(&self.code)
    }
}

/// The forms on the account's page: each button says what it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountForm {
    /// `sign_out`, `end` (a session) or `close` (the account).
    pub action: String,
    /// The session to be ended.
    pub session: String,
    /// "Yes, close it".
    pub sure: Checkbox,
}
