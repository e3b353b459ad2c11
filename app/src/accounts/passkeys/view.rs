use super::PasskeyForm;
use crate::error::AppError;
use crate::typed::TextProblem;

/// The passkeys of an account, for its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeysView {
    /// Those that there are, the oldest first.
    pub passkeys: Vec<Passkey>,
    /// Whether they can be changed now.
    pub access: PasskeyAccess,
    /// Whether the last one can be removed: moderators and admins keep one, or an authenticator app.
    pub last_removable: bool,
}

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Names it in [`PasskeyForm`].
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// The day (UTC) on which it was added, in the reader's language.
    pub since: String,
}

/// Whether passkeys can be added and removed in this session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyAccess {
    /// They can.
    Open,
    /// Only with a second proof of the last ten minutes: there is an app, or it is the account of a moderator or an admin with passkeys.
    Prove,
    /// Not in this session, which began more than an hour ago.
    SignInAgain,
}

/// Why the answer of a device was not taken, or a passkey not removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyProblem {
    /// It is no answer to what was asked, from here.
    NotFit,
    /// The question was asked more than five minutes ago, was answered already, or comes from another browser.
    TooLate,
    /// It is none of this account, or of any.
    Unknown,
    /// Its counter went back: there may be a copy of it.
    Copied,
    /// The new one is in use already.
    Taken,
    /// There are as many as there can be.
    Full,
    /// Something is wrong with its name.
    Name(TextProblem),
    /// A moderator or an admin would be without a second proof.
    Last,
    /// This session began too long ago.
    Old,
}

/// The context of a page to which a form with a passkey came back.
#[derive(Clone, Debug, Default)]
pub struct PasskeyState {
    /// The form.
    pub form: PasskeyForm,
    /// Why it was refused.
    pub problem: Option<PasskeyProblem>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}
