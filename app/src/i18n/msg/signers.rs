/// The list of a campaign's signers, for key holders. `{0}` to `{2}` are numbers, which the page's script puts in.
#[derive(Clone, Copy)]
pub enum SignersMsg {
    /// Heading of the page, and every link to it.
    Signers,
    /// What happens with the key.
    Explain,
    /// In the place of all else where nobody may read signers.
    Nobody,
    /// In the place of the form where no script runs.
    NeedsScript,
    /// Label of the field for the key.
    Key,
    /// What to put there.
    KeyHelp,
    /// Label of the choice of a file.
    File,
    /// Label of the passphrase that opens the locked copy, in the place of both.
    Passphrase,
    /// What to put there.
    PassphraseHelp,
    /// That there is a locked copy, which asks for the second proof.
    CopyAsksProof,
    /// Link to the second proof.
    GiveProof,
    /// The passphrase does not open the copy.
    WrongPassphrase,
    /// The second proof has become too old.
    ProofTooOld,
    /// Heading above the button that deletes the locked copy, and that button.
    DeleteCopy,
    /// What deleting it means.
    DeleteCopyText,
    /// After it was deleted.
    CopyDeleted,
    /// Button.
    Open,
    /// While signers are opened: how many of how many.
    Working,
    /// Heading of what was opened.
    ListTitle,
    /// How many were opened.
    Opened,
    /// How many were not.
    Shut,
    /// None of so many opened.
    Wrong,
    /// The text is no private key.
    NoKey,
    /// A mistyped line of the key.
    Line,
    /// The server did not answer as it should.
    Failed,
    /// After ten minutes without a key press.
    Idle,
    /// After the list was closed by its button.
    Closed,
    /// Label of the search.
    Search,
    /// Which of the signers are shown: from, to, of.
    Found,
    /// No signer is found.
    NotFound,
    /// Button: the hundred before.
    Previous,
    /// Button: the hundred after.
    Next,
    /// Button: the file.
    Download,
    /// That the file is no longer protected.
    DownloadHelp,
    /// Button: forget key and signers.
    Close,
    /// A column: name, address, country, postcode area.
    Column(usize),
}
