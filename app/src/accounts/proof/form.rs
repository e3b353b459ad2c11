use crate::signatures::Problem;
use serde::Deserialize;

/// Digits of an authenticator app's code.
pub const PROOF_DIGITS: usize = 6;

/// The forms on the page of the second proof.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct ProofForm {
    /// `prove`, `set_up`, `remove` or, for a passkey, `passkey`.
    pub action: String,
    /// The code, as typed.
    pub code: String,
    /// The secret that an app was shown, sealed: it is stored only once a code of it has come back.
    pub sealed: String,
    /// What a device answered with a passkey, as JSON.
    pub credential: String,
}

impl ProofForm {
    /// The six digits; spaces and hyphens between them are dropped.
    ///
    /// # Errors
    /// [`Problem::Missing`] or [`Problem::WrongCode`].
    pub fn validate(&self) -> Result<[u8; PROOF_DIGITS], Problem> {
        crate::form::digits(&self.code)
    }
}
