/// Signing in, and the account's page.
#[derive(Clone, Copy)]
pub enum AccountMsg<'a> {
    /// Heading of the sign-in page, and every button that signs in.
    SignIn,
    /// Whom it is for.
    Lead,
    /// What the address is asked for.
    AddressHelp,
    /// The button that asks for a link.
    Ask,
    /// Heading of what happens then.
    HowTitle,
    /// A link instead of a password.
    HowLink,
    /// The first time.
    HowFirst,
    /// After signing out.
    SignedOut,
    /// After the account was closed.
    Closed,
    /// Heading of the page after asking.
    SentTitle,
    /// Where this browser has not asked.
    NotAsked,
    /// Leads back to asking.
    AskHere,
    /// The subject of the mail, in quotation marks.
    Subject {
        /// The name of the house.
        house: &'a str,
    },
    /// The rest of that paragraph: how long the link works.
    SubjectEnd,
    /// Heading above the code form.
    CodeTitle,
    /// Ask once more.
    NothingAgain,
    /// What a link's button does in the browser that asked.
    Here,
    /// Heading of a link that another browser asked for.
    ElsewhereTitle,
    /// What its button does.
    ElsewhereText,
    /// That button.
    ShowCode,
    /// Heading above the digits.
    ShownTitle,
    /// Where they are to be typed.
    ShownText,
    /// Where they must not be.
    ShownWarning,
    /// Heading of the account's page.
    Account,
    /// Before the address.
    SignedInAs,
    /// Heading above the browsers that are signed in.
    SessionsTitle,
    /// The browser that asks.
    ThisBrowser {
        /// The day on which it signed in.
        since: &'a str,
    },
    /// Another one.
    OtherBrowser {
        /// The day on which it signed in.
        since: &'a str,
        /// The day on which it was last seen.
        seen: &'a str,
    },
    /// Signs this browser out.
    SignOut,
    /// Signs another one out.
    SignOutThere,
    /// After that.
    Ended,
    /// Heading above the download.
    DataTitle,
    /// What is in it.
    DataText,
    /// The link to it.
    DataLink,
    /// Heading, and the button that closes the account.
    Close,
    /// What goes with it.
    CloseText,
}
