/// The list of campaigns and a campaign's page.
#[derive(Clone, Copy)]
pub enum CampaignMsg<'a> {
    /// What this is, in one sentence: the heading of the home page.
    HomeTitle,
    /// What happens to those who sign, below it.
    HomeLead,
    /// Label of the search field.
    SearchLabel,
    /// Button of the search.
    SearchButton,
    /// Heading of the list.
    ListTitle,
    /// Leads from a search to the whole list.
    ShowAll,
    /// Heading of the list after a search.
    FoundTitle {
        /// What was searched.
        query: &'a str,
    },
    /// Where no campaign is public yet.
    Empty,
    /// The first step where no campaign is public yet.
    EmptyHint,
    /// Where a search found nothing.
    NoMatch {
        /// What was searched.
        query: &'a str,
    },
    /// What to do then.
    NoMatchHint,
    /// Label of the pager.
    Pages,
    /// The page before.
    PreviousPage,
    /// The page after.
    NextPage,
    /// This page's number.
    PageNumber(u32),
    /// That no moderator has read the campaign yet.
    Unread,
    /// Label before who is asked.
    ToLabel,
    /// Stands before the name of who started it.
    StartedBy,
    /// Stands before the languages of its texts.
    InLanguages,
    /// Said where the texts are in another language than the page.
    OtherLanguage {
        /// Their own names, joined.
        names: &'a str,
    },
    /// Said where its texts were changed while people signed.
    ChangedOn {
        /// The day, as the server wrote it.
        day: &'a str,
    },
    /// The link to the texts that were there before.
    EarlierText,
    /// Heading of their page.
    EarlierTitle,
    /// Who has signed them.
    EarlierSigned {
        /// Since which day they were public, as the server wrote it.
        from: &'a str,
        /// Until which day.
        until: &'a str,
    },
    /// The link from there to what is public now.
    PresentText,
    /// What follows the number of signatures, which stands in an element of its own.
    SignedWords(i64),
    /// Instead of a number of signatures.
    NobodyYet,
    /// Names the bar.
    BarLabel,
    /// What the bar shows, for those who do not see it.
    BarText {
        /// Confirmed signatures.
        count: i64,
        /// The goal.
        goal: i64,
    },
    /// The goal that is next to be reached.
    NextGoal(i64),
    /// The last day.
    Closes {
        /// The day, as the server wrote it.
        day: &'a str,
    },
    /// The last day, of a campaign that is over.
    ClosedOn {
        /// The day, as the server wrote it.
        day: &'a str,
    },
    /// Mark of a campaign that takes no signatures.
    Closed,
    /// Heading where the form would be.
    ClosedTitle,
    /// Stands where the form would be.
    ClosedText,
    /// The button that leads to the form.
    SignLink,
    /// Heading of the demands.
    Demands,
    /// Heading of the facts.
    Facts,
    /// Opens the table below the chart.
    ShowNumbers,
    /// Column of the table: what the bar stands for.
    FactLabel,
    /// Column of the table: where the figure comes from.
    FactSource,
    /// Heading of the story.
    Story,
    /// Heading of the reasons.
    Reasons,
    /// Where no reason is shown yet.
    NoReasons,
    /// Heading of the share block.
    Share,
    /// The text beside the QR code.
    QrText,
    /// The alternative text of the QR code.
    QrAlt,
    /// Label of the field that holds the address.
    ShareLink,
    /// Button that copies the address.
    Copy,
    /// After it was copied.
    Copied,
    /// Where it could not be copied.
    NotCopied,
    /// Button that opens the device's own way of sharing.
    ShareDevice,
    /// Link that opens a mail to be written.
    ShareMail,
    /// Button that prints the page as a poster.
    Print,
    /// What a shared mail says.
    MailBody {
        /// The campaign's title.
        title: &'a str,
        /// The address.
        url: &'a str,
    },
}
