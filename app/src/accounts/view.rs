use super::Role;
use serde::{Deserialize, Serialize};

/// What a sign-in link shows before its button is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Invitation {
    /// This browser asked for the link: the button signs in.
    Here,
    /// Another browser asked: the button shows a code for it.
    Elsewhere,
}

/// An account as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The address.
    pub email: String,
    /// What it may do in the house.
    pub role: Role,
    /// Whether an authenticator app gives a second proof of who uses it.
    pub second_proof: bool,
    /// How many passkeys it has.
    pub passkeys: u32,
    /// Where it is signed in, the newest first; this browser's is among them.
    pub sessions: Vec<AccountSession>,
}

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSession {
    /// Names it in [`AccountForm`](super::AccountForm).
    pub id: String,
    /// Whether it is the one that asks.
    pub this: bool,
    /// The day (UTC) on which it signed in, in the reader's language.
    pub since: String,
    /// The day (UTC) on which it was last seen, in the reader's language.
    pub seen: String,
}

/// The digits for another browser, given to the render that answers a pressed link. A secret: it has no `Debug`, so that it cannot be
/// logged, and goes nowhere but into that page.
#[derive(Clone)]
pub struct ShownCode(pub String);
