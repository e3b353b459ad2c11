use crate::drafts::{DraftField, DraftProblem, DraftState, FactPart};

/// Writing a campaign, until it is public.
#[derive(Clone, Copy)]
pub enum DraftMsg {
    /// Heading of the page on which a campaign begins, and every button and link that leads there.
    Start,
    /// What comes after that page.
    StartLead,
    /// There are as many drafts as one person may have.
    TooMany(u32),
    /// That a team has submitted as many campaigns within seven days as it may.
    TooManyAWeek(u32),
    /// That only those who are invited may start campaigns.
    NotInvited,
    /// Before the address of those who run the house, after that.
    NotInvitedContact,
    /// Heading above similar campaigns.
    SimilarTitle,
    /// Between them and the button that starts another one.
    SimilarOr,
    /// That button.
    StartAnyway,
    /// Heading above one's campaigns.
    Mine,
    /// Where there are none.
    NoneYet,
    /// In the place of a title.
    Untitled,
    /// Where a draft stands, and whether a moderator has sent it back.
    State(DraftState, bool),
    /// Where changes to a public campaign stand, and whether a moderator has sent them back.
    ChangesState(DraftState, bool),
    /// Heading of the page of a public campaign's texts, and every link to it.
    TextsTitle,
    /// What changing them means.
    TextsLead,
    /// What cannot be changed there, and where it can.
    TextsFixed,
    /// The button that begins to change them.
    ChangeTexts,
    /// The link to changes that there are.
    GoOnChanging,
    /// In the place of both where the interface does not speak their language.
    NotEditable,
    /// Heading above the texts that have been public.
    Revisions,
    /// One of them, by its number.
    TextNumber(i64),
    /// Those that are public: since this day.
    PresentSince,
    /// Others: since this day.
    EarlierSince,
    /// Stands above changes that are being written.
    ChangesLead,
    /// They wait for a moderator.
    ChangesWait,
    /// They were refused.
    ChangesRefused,
    /// The link to what is public.
    OpenPublic,
    /// Heading, and the button that deletes changes.
    DeleteChanges,
    /// What stays.
    DeleteChangesText,
    /// After a draft was deleted.
    Deleted,
    /// After it was saved.
    Saved,
    /// After it was submitted.
    Submitted,
    /// After it was taken back.
    TakenBack,
    /// A field's label.
    Label(DraftField),
    /// A field's help: its limits, and an example.
    Help(DraftField),
    /// What is wrong with a field, and what to do.
    Problem(DraftField, DraftProblem),
    /// Heading of the fields that say what is asked.
    GroupAsk,
    /// Heading of the fields that say why.
    GroupWhy,
    /// Heading of the figures.
    GroupFacts,
    /// Opens the fields of figures.
    FactsOptional,
    /// The help of a part of all figures: its limits, and an example.
    FactHelp(FactPart),
    /// Heading of a figure's fields, which are counted from 1.
    FactRow(u8),
    /// The button that brings more rows of figures.
    AddRows,
    /// The time zone of no region.
    Utc,
    /// A region of time zones, by its English name in the IANA database.
    Region(&'static str),
    /// Heading of the page of a campaign's own sources, and every link to it.
    SourcesTitle,
    /// What they are for.
    SourcesLead,
    /// Heading above their links.
    LinksTitle,
    /// In the place of links.
    NoSources,
    /// Column of the table: the codes.
    SourceColumn,
    /// Column of the table: the links.
    LinkColumn,
    /// Heading of the other fields.
    GroupWho,
    /// Heading above the buttons.
    GroupDone,
    /// Opens the examples of Markdown.
    StoryExamples,
    /// The examples.
    StoryExample,
    /// Label of the box: whether signers are asked for their postcode area.
    AsksPostcode,
    /// What for.
    AsksPostcodeHelp,
    /// Heading above what has to be done first.
    MissingTitle,
    /// The button that saves.
    Save,
    /// The link to the preview.
    Preview,
    /// What happens on submitting.
    SubmitHelp,
    /// Heading above what is said of the campaign's key.
    KeyTitle,
    /// There is none, to an owner.
    NoKey,
    /// There is none, to an editor.
    NoKeyForEditors,
    /// There is one.
    HasKey,
    /// Button: saves, and leads to where a key is made.
    MakeKey,
    /// Button: saves, and leads to what is said of the key.
    KeyLink,
    /// After a key was made.
    KeySet,
    /// The button that submits.
    Submit,
    /// Below an error summary: what became of the texts.
    NotSubmitted,
    /// Before the words with which a moderator sent it back.
    SentBack,
    /// Somebody else has saved meanwhile.
    Overtaken,
    /// The link to what they saved.
    OpenSaved,
    /// Nobody is signed in any more, and what was typed is kept in the page alone.
    SignedOut,
    /// The button that sends once more what was typed.
    SendAgain,
    /// The link that opens the sign-in page beside it.
    SignInElsewhere,
    /// It waits for a moderator.
    Waits,
    /// The button that takes it back.
    TakeBack,
    /// It was refused.
    Refused,
    /// Before the reasons for which it was.
    RefusedBecause,
    /// Before what a moderator says besides.
    RefusedWith,
    /// The button that makes it a draft again.
    TryAgain,
    /// Heading, and the button that deletes.
    Delete,
    /// What goes with it.
    DeleteText,
    /// The box that has to be ticked.
    Sure,
    /// What cannot be undone.
    SureHelp,
    /// It was not ticked.
    NotSure,
    /// What became of it then.
    NotDeleted,
    /// Stands above the preview.
    PreviewBanner,
    /// Leads from the preview to the draft.
    BackToDraft,
    /// Stands where people will sign.
    SignPlace,
    /// In the place of a text that is not written yet.
    NotWritten(DraftField),
}
