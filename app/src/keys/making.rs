use serde::{Deserialize, Serialize};

/// A draft and its key, for an owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPage {
    /// The draft's id.
    pub id: String,
    /// Its title, as typed.
    pub title: String,
    /// Names the campaign in the key's text: its address's end, or the draft's id while it has none.
    pub label: String,
    /// Today in words, for the sheet (UTC).
    pub today: String,
    /// What can be done.
    pub state: KeyState,
}

/// Where a draft stands with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// It has none, and one can be made.
    Making {
        /// Whether a locked copy may be left with the server: whoever looks has given the second proof today.
        may_copy: bool,
    },
    /// It has one.
    Made(MadeKey),
    /// It has none, and cannot get one while it waits for a moderator or is refused.
    Closed,
}

/// A draft's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeKey {
    /// Its id: sixteen hexadecimal digits.
    pub id: String,
    /// The day on which it was made, in words (UTC).
    pub day: String,
    /// Whether a locked copy lies with the server.
    pub copy: bool,
    /// Whether it can be removed: while the draft is being written.
    pub removable: bool,
}

/// What the page sends: the public half that a browser made, or the wish to remove the key.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeyForm {
    /// `remove`, or nothing.
    pub action: String,
    /// The public half, 1,216 bytes in base64url.
    pub public_key: String,
    /// The private half locked with a passphrase, 97 bytes in base64url, or nothing.
    pub copy: String,
}

/// Why a key was not taken. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyProblem {
    /// What was sent is no public key, or the copy is not of its other half.
    NotAKey,
    /// There is a key already, or the draft is not being written.
    Closed,
}
