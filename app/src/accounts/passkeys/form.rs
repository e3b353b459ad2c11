use super::PASSKEY_NAME_MAX;
use crate::typed::{TextProblem, one_line, required};
use serde::Deserialize;

/// The forms on the page of passkeys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PasskeyForm {
    /// `add` or `remove`.
    pub action: String,
    /// What the new one is to be called, as typed.
    pub name: String,
    /// What the device answered, as JSON.
    pub credential: String,
    /// Names the one to be removed, as [`Passkey::id`](super::Passkey::id).
    pub id: String,
}

impl PasskeyForm {
    /// The name, on one line.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn validate(&self) -> Result<String, TextProblem> {
        one_line(&self.name, PASSKEY_NAME_MAX).and_then(required)
    }
}
