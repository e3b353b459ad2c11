use crate::moderation::{AgeBand, CaseAction, CaseField, GroundAction, GroundField, GroundProblem, TextProblem};

/// Review, for moderators.
#[derive(Clone, Copy)]
pub enum ReviewMsg<'a> {
    /// Heading of the queue, and every link to it.
    Queue,
    /// Below it: from how many days on something is due, and overdue.
    Ages(u32, u32),
    /// Where nothing waits.
    NothingWaits,
    /// Where the filter leaves nothing.
    NothingHere,
    /// Label of the links between pages of the queue.
    QueuePages,
    /// Heading above the filter.
    Filter,
    /// Label of the choice of an age.
    FilterAge,
    /// Label of the choice of a language.
    FilterLanguage,
    /// "All".
    All,
    /// The button that filters.
    Apply,
    /// An age.
    Band(AgeBand),
    /// The same with how many there are.
    BandCount(AgeBand, i64),
    /// Column: the campaign.
    ColumnCampaign,
    /// Column: its language.
    ColumnLanguage,
    /// Column: for how long it has waited.
    ColumnWaiting,
    /// Column: who is at it.
    ColumnWho,
    /// Marks changes to a campaign that is public already.
    QueuedChange,
    /// The same on its page, and what becomes of them.
    IsChange,
    /// For so many days.
    Days(i64),
    /// Nobody is at it.
    Nobody,
    /// Leads to the campaign before it in the queue.
    Previous,
    /// Leads to the one after it.
    Next,
    /// The key with which a link is opened.
    Key(&'a str),
    /// Label of those links.
    Others,
    /// After a decision, or another form.
    Did(CaseAction),
    /// A button.
    Do(CaseAction),
    /// The button that takes what somebody else is at.
    TakeOver,
    /// Heading above who is at it.
    LockTitle,
    /// Nobody is at it.
    LockFree,
    /// Whoever looks is, until this time.
    LockMine(&'a str),
    /// Somebody else is.
    LockOther {
        /// The address.
        by: &'a str,
        /// Until when.
        until: &'a str,
    },
    /// Heading of the form that decides.
    DecisionTitle,
    /// Whoever looks belongs to its team.
    OwnTeam,
    /// Somebody else is at it, so that nothing can be decided now.
    Held(&'a str),
    /// Before what keeps it from being published.
    Unfit,
    /// Its team has changed it meanwhile.
    Changed,
    /// It does not wait any more.
    Over,
    /// Heading of the page that says so.
    OverTitle,
    /// Label of a field.
    Label(CaseField),
    /// Help of a field.
    Help(CaseField),
    /// What is wrong with a field, and what to do.
    Problem(CaseField, TextProblem),
    /// Below an error summary: nothing was decided.
    NothingDone,
    /// Heading of what the page itself does not show.
    FactsTitle,
    /// Its public address.
    FactAddress,
    /// Its language.
    FactLanguage,
    /// The time zone of its days.
    FactZone,
    /// Whether signers are asked for their postcode area.
    FactPostcode,
    /// Yes, or no.
    YesNo(bool),
    /// Heading of what was changed.
    ChangesTitle,
    /// Nothing was.
    NoChanges,
    /// How changes are marked.
    ChangesHow,
    /// Before words that were taken out, for screen readers.
    RemovedWords,
    /// Before words that were put in, for screen readers.
    AddedWords,
    /// Heading of the notes.
    NotesTitle,
    /// There are none.
    NoNotes,
    /// Who wrote one, whose account is closed.
    ClosedAccount,
    /// Label of the links to the other parts of review.
    Rooms,
    /// Link to signers' reasons, with how many wait.
    ReasonsWait(i64),
    /// Link to answers of those who are asked, with how many wait.
    RepliesWait(i64),
    /// The link to updates, with how many wait.
    UpdatesWait(i64),
    /// Heading of the page with signers' reasons.
    Reasons,
    /// What they are and how they are listed.
    ReasonsHow,
    /// Heading of those that are shown.
    ReasonsShown,
    /// Link to those that wait.
    ReasonsWaiting,
    /// Where none wait.
    NoReasons,
    /// Where none are shown.
    NoShownReasons,
    /// Label of the links between their pages.
    ReasonPages,
    /// Label of a box: this reason.
    PickReason,
    /// The button that shows what is ticked.
    ShowTicked,
    /// The button that removes it.
    RemoveTicked,
    /// What removing means.
    RemoveHow,
    /// After it: how many.
    ReasonsDone(u32),
    /// Nothing was ticked.
    NothingTicked,
    /// Heading of public and hidden campaigns, and links to them.
    Campaigns,
    /// Label of the search.
    SearchWords,
    /// Label of the choice between all and hidden ones.
    Which,
    /// All of them.
    AllOfThem,
    /// Only hidden ones.
    HiddenOnes,
    /// Where nothing is found.
    NoCampaigns,
    /// Label of the links between their pages.
    CampaignPages,
    /// Column: whether it is public.
    ColumnState,
    /// Public.
    StatePublic,
    /// Hidden.
    StateHidden,
    /// Link to a campaign's public page.
    ToPublicPage,
    /// Link to its reasons that are shown.
    ToItsReasons,
    /// Heading above campaigns that became public before anybody had read them.
    UnreadTitle,
    /// What is to be done with them.
    UnreadLead,
    /// The same beside one of them.
    UnreadText,
    /// Lets it stay public.
    Approve,
    /// Refuses it.
    Refuse,
    /// What that means.
    RefuseHelp,
    /// Heading beside one that was refused.
    RefusedTitle,
    /// After it was approved.
    DidApprove,
    /// After it was refused.
    DidRefuse,
    /// Heading of the form that hides.
    HideTitle,
    /// What hiding does.
    HideText,
    /// The button.
    Hide,
    /// Help of the reasons for hiding.
    HideHelp,
    /// Heading where it is hidden.
    ShowTitle,
    /// Before the reasons for which it is.
    HiddenBecause,
    /// It has none.
    HiddenWithout,
    /// The button that shows it again.
    Show,
    /// After hiding.
    DidHide,
    /// After showing.
    DidShow,
    /// Link to the catalogue, and its heading.
    Catalogue,
    /// What it is.
    CatalogueText,
    /// Heading of the form for a new one.
    NewGround,
    /// Marks one that is not given any more.
    Retired,
    /// A button.
    DoGround(GroundAction),
    /// After it.
    DidGround(GroundAction),
    /// Label of a field.
    GroundLabel(GroundField),
    /// Help of the name.
    GroundCodeHelp,
    /// What is wrong with a field.
    GroundProblem(GroundField, GroundProblem),
    /// Below an error summary: nothing was saved.
    NothingChanged,
    /// On a hidden campaign's public page, before the reasons.
    WhyHidden,
}
