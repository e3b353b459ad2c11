use crate::privacy::Stored;

/// The privacy page.
#[derive(Clone, Copy)]
pub enum PrivacyMsg {
    /// Heading.
    Title,
    /// First paragraph.
    Lead,
    /// Why so little is kept.
    Why,
    /// Caption of the table.
    Caption,
    /// Column: what is stored.
    ColumnWhat,
    /// Column: what for.
    ColumnWhy,
    /// Column: who can read it.
    ColumnWho,
    /// Column: how long it lives.
    ColumnLong,
    /// A kind of fact, by name.
    What(Stored),
    /// What it is for.
    For(Stored),
    /// Who can read it.
    Who(Stored),
    /// How long it lives.
    Long(Stored),
    /// Heading: what could be taken.
    TakenTitle,
    /// By someone who has the database.
    TakenDatabase,
    /// By someone who also has the server's key.
    TakenKey,
    /// By someone who reads the running server.
    TakenRunning,
    /// By someone who has a key holder's key.
    TakenHolder,
    /// The order of arrival.
    TakenOrder,
    /// Heading: what is never stored.
    NeverTitle,
    /// Network address and browser.
    NeverNetwork,
    /// Time of confirming.
    NeverTime,
    /// Opening of mails.
    NeverMail,
    /// Third parties.
    NeverThird,
    /// Heading: the cookie.
    CookieTitle,
    /// What it holds.
    CookieText,
    /// What the switch of the theme keeps.
    ThemeText,
    /// Heading: those who run campaigns.
    AccountsTitle,
    /// What is stored of them.
    AccountsText,
    /// Heading: those who report something.
    ReportsTitle,
    /// What is stored of them.
    ReportsText,
    /// Heading: what one can do.
    YoursTitle,
    /// Hide, withdraw.
    YoursText,
    /// Heading: who runs this.
    OperatorTitle,
    /// Before the operator's address.
    OperatorText,
}
