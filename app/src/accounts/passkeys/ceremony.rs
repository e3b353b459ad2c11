use serde::{Deserialize, Serialize};

/// What a device is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ceremony {
    /// Any passkey for this site: it tells whose account it is.
    SignIn,
    /// A passkey of the account that is signed in.
    Prove,
    /// A new passkey for it.
    Add,
}
