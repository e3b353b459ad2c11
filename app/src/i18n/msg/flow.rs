/// From the inbox to the page of a signature.
#[derive(Clone, Copy)]
pub enum FlowMsg<'a> {
    /// Heading of the inbox page.
    InboxTitle,
    /// Before the address as it was typed.
    MailOnItsWay,
    /// Where the address is not known any more.
    MailPerhaps,
    /// Leads back to the form.
    ChangeAddress,
    /// What the mail is called, and why it does not name the campaign. Begins after nothing and is followed by [`FlowMsg::Subject`].
    SubjectStart,
    /// The subject of the mail, in quotation marks.
    Subject {
        /// The name of the house.
        house: &'a str,
    },
    /// The rest of that paragraph.
    SubjectEnd,
    /// Leads to the mails that a server without a mail server keeps in memory.
    DevOutbox,
    /// The text around that link.
    DevOutboxText,
    /// The button of the code form and of the confirm page.
    ConfirmButton,
    /// Heading of what to do when nothing comes.
    NothingTitle,
    /// Look into the spam folder.
    NothingSpam,
    /// Check the address.
    NothingAddress,
    /// Sign once more later.
    NothingAgain,
    /// Signed before.
    NothingBefore,
    /// Heading of the confirm page.
    ConfirmTitle,
    /// Its one sentence.
    ConfirmText,
    /// Legend of what is about to be shown.
    PublicLegend,
    /// What can be done about it.
    PublicHelp,
    /// Label of the name about to be shown.
    PublicName,
    /// Label of the reason about to be shown.
    PublicReason,
    /// Heading of the thank-you page.
    ThanksTitle,
    /// That the signature counts.
    Counts,
    /// The same to whoever may not have signed at all.
    CountsPerhaps,
    /// After it: leads to the campaign.
    SignToo,
    /// How many are missing, and whom to ask.
    ThanksMissing(i64),
    /// Heading of the way to one's signature.
    YoursTitle,
    /// Before the link to it.
    YoursText,
    /// The link to it, and the heading of that page.
    Mine,
    /// Where the link is not known: the mail has it.
    YoursMail,
    /// Term: how the signature stands.
    State,
    /// It counts.
    StateConfirmed,
    /// It was withdrawn.
    StateWithdrawn,
    /// It was removed by a rule.
    StateInvalidated,
    /// Term: what is public.
    Shown,
    /// Nothing is.
    ShownNothing,
    /// Name and reason are.
    ShownBoth,
    /// The reason is.
    ShownReason,
    /// They wait for review.
    InReview {
        /// What was said without it.
        what: &'a str,
    },
    /// Term: whether updates are sent.
    Updates,
    /// They are.
    UpdatesOn,
    /// They are not.
    UpdatesOff,
    /// Heading above what everyone can see.
    PublicTitle,
    /// Button that hides it.
    HideButton,
    /// What hiding does.
    HideText,
    /// After it was hidden.
    Hidden,
    /// Heading of withdrawing.
    WithdrawTitle,
    /// What withdrawing means.
    WithdrawText,
    /// Opens the second step.
    WithdrawOpen,
    /// The second step's sentence.
    WithdrawFinal,
    /// The second step's button.
    WithdrawButton,
    /// After it was withdrawn.
    Withdrawn,
}
