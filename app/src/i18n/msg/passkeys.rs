use crate::accounts::passkeys::PasskeyProblem;

/// The passkeys of an account.
#[derive(Clone, Copy)]
pub enum PasskeyMsg<'a> {
    /// Heading of their page, and of the part of the account's page that leads there.
    Title,
    /// On the account's page: how many there are.
    State(u32),
    /// The link from there, by whether there are any.
    Link(bool),
    /// What a passkey is.
    Lead,
    /// Who learns of it.
    Provider,
    /// Heading above those that there are.
    ListTitle,
    /// That there are none.
    NoneYet,
    /// When one was added.
    Since {
        /// The day.
        day: &'a str,
    },
    /// The button that removes one.
    Remove,
    /// Why there is none.
    LastKept,
    /// Heading above the form.
    AddTitle,
    /// What happens then.
    AddText,
    /// That there are as many as there can be.
    Full,
    /// That a second proof is needed first.
    ProveFirst,
    /// The link to it.
    ProveLink,
    /// That browsers allow none at this address.
    NotHere,
    /// Heading about a lost device.
    LostTitle,
    /// What to do then.
    LostText,
    /// After one was added.
    Added,
    /// After one was removed.
    Removed,
    /// Why a form was refused.
    Problem(PasskeyProblem),
}
