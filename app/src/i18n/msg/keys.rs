/// A campaign's key, made in its holder's browser. `{0}` and `{1}` are numbers, which the page's script puts in.
#[derive(Clone, Copy)]
pub enum KeyMsg<'a> {
    /// Heading of the page.
    Title,
    /// What the key is, and who never gets it.
    Explain,
    /// That reading is allowed by a moderator, and what there is without a key.
    Reading,
    /// In the place of all else where no script runs.
    NeedsScript,
    /// The choice of a locked copy.
    Copy,
    /// What that copy is.
    CopyHelp,
    /// In the place of that choice where there was no second proof today.
    CopyAsksProof,
    /// Link to the second proof.
    GiveProof,
    /// Button: make a key.
    Make,
    /// While it is made.
    Making,
    /// What to do with the sheet.
    KeepLead,
    /// Heading of the sheet.
    Sheet,
    /// Of which house.
    House,
    /// Of which campaign.
    Campaign,
    /// The key's id.
    Id,
    /// The day on which it was made.
    Day,
    /// Above the key's text.
    Text,
    /// Heading of the next.
    PurposeTitle,
    /// What the sheet is for.
    Purpose,
    /// Heading of the next.
    LossTitle,
    /// What happens if it is lost, or found.
    Loss,
    /// Button: print.
    Print,
    /// Button: save the key as a file.
    File,
    /// Heading above the passphrase.
    Passphrase,
    /// What to do with it.
    PassphraseLead,
    /// Button: it is kept.
    Kept,
    /// Heading above what has to be typed.
    CheckTitle,
    /// Why that is asked.
    CheckLead,
    /// Label: which row, which group.
    Group,
    /// Label: which word of the passphrase.
    Word,
    /// What was typed is not what stands there.
    Mistyped,
    /// Button: make it the campaign's.
    Set,
    /// Button: back to the sheet.
    Back,
    /// While it is sent.
    Setting,
    /// The server did not answer as it should.
    Failed,
    /// The server does not take it any more.
    FailedClosed,
    /// The second proof is too old.
    FailedProof,
    /// The browser cannot make it.
    Unable,
    /// The draft cannot get a key in its state.
    Closed,
    /// There is a key: its id, and the day it was made.
    Made(&'a str, &'a str),
    /// A locked copy lies with the server.
    CopyKept,
    /// No copy does.
    NoCopy,
    /// Heading above the button that removes it, and that button.
    Remove,
    /// What removing means.
    RemoveText,
    /// The key stays while the draft waits.
    Stays,
    /// After it was removed.
    Removed,
}
