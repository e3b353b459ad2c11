/// The second proof of who uses an account.
#[derive(Clone, Copy)]
pub enum ProofMsg {
    /// Heading of its page, and of the part of the account's page that leads there.
    Title,
    /// On the account's page: whether there is an app.
    State(bool),
    /// The link from there, by whether there is an app.
    Link(bool),
    /// Leads on to the page that asked for it.
    GoOn,
    /// What an app is for.
    SetUp,
    /// The same where a page of the house asks for it.
    SetUpAsked,
    /// Heading of the first step.
    FirstTitle,
    /// Scan the code.
    FirstText,
    /// What the QR code is, for screen readers.
    Qr,
    /// Before the secret in letters.
    ByHand,
    /// The link that opens an app on the same device.
    OpenApp,
    /// That the secret is to be kept.
    KeepText,
    /// Heading of the second step.
    ThenTitle,
    /// Its button.
    SetUpButton,
    /// Where this browser signed in too long ago.
    SignInAgain,
    /// The same where there are passkeys, one of which was just used.
    SetUpBeside,
    /// That a passkey will do instead.
    Instead,
    /// The link to them.
    InsteadLink,
    /// Asks for a code.
    Ask,
    /// Asks for a passkey.
    AskPasskey,
    /// Asks for one of both.
    AskEither,
    /// Before any of them, where another page asks for it.
    AskedFor,
    /// Its button.
    Prove,
    /// Heading about a lost app.
    LostTitle,
    /// What to do then.
    LostText,
    /// That there is an app, where the proof was just given.
    InUse,
    /// What moderators and admins have to do before they can remove it.
    Kept,
    /// Heading and button: remove it.
    Remove,
    /// What follows.
    RemoveText,
    /// After it was set up.
    SaidSetUp,
    /// After a proof.
    SaidProved,
    /// After it was removed.
    SaidRemoved,
}
