use crate::updates::{Crowd, MailingState, UpdateField, UpdateProblem, UpdateState};

/// News on a campaign: writing, deciding, mailing and reading them, and having no more of them mailed.
#[derive(Clone, Copy)]
pub enum UpdateMsg {
    /// Heading above news on the campaign's page, and of the pages that list them.
    Updates,
    /// The link to older ones.
    Older,
    /// The link to newer ones.
    Newer,
    /// Where there are none on the public page.
    NoneShown,
    /// Above the team's list: what becomes of an update.
    Lead,
    /// The button that begins one.
    Start,
    /// As many are being written as there may be.
    TooMany(u32),
    /// Where the team has none.
    NoneYet,
    /// In the place of a title.
    Untitled,
    /// Where an update stands, and whether a moderator has sent it back.
    State(UpdateState, bool),
    /// Where its mailing stands, in a list.
    MailingShort(MailingState),
    /// After it was deleted.
    Deleted,
    /// After it was saved.
    Saved,
    /// After it was submitted.
    Submitted,
    /// After it was taken back.
    TakenBack,
    /// After a test mail was queued.
    Tested,
    /// After its mailing was begun.
    Begun,
    /// After the mailing was paused.
    Paused,
    /// After it went on.
    Resumed,
    /// After it was ended.
    Cancelled,
    /// A field's label.
    Label(UpdateField),
    /// A field's help: its limits, and an example.
    Help(UpdateField),
    /// What is wrong with a field, and what to do.
    Problem(UpdateField, UpdateProblem),
    /// The button that saves.
    Save,
    /// The link to the preview.
    Preview,
    /// What happens on submitting.
    SubmitHelp,
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
    /// It waits for a moderator.
    Waits,
    /// The button that takes it back.
    TakeBack,
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
    /// Leads from the preview back.
    Back,
    /// Heading of the test mail.
    TestTitle,
    /// What it is.
    TestText,
    /// The button that sends it.
    Test,
    /// There were as many test mails as there may be.
    TooManyTests(u32),
    /// It is public.
    Public,
    /// Leads to it.
    OpenPublic,
    /// Heading of the mailing.
    MailTitle,
    /// To how many it can be mailed, and that nobody sees their addresses.
    Readers(Crowd),
    /// How many mailings there may be, and how many are left.
    Left(u32),
    /// There are no more left in these seven days.
    NoneLeft(u32),
    /// Opens the second step.
    MailOpen,
    /// The second step's sentence.
    MailFinal,
    /// The second step's button.
    Mail,
    /// Where the mailing stands, in a sentence.
    MailingState(MailingState),
    /// How many mails were made.
    Made(Crowd),
    /// Label of the bar.
    Progress,
    /// The text of the bar.
    Percent(u8),
    /// That the page does not change by itself, while mails are made.
    Reload,
    /// The link that looks again.
    ReloadLink,
    /// The button that pauses.
    Pause,
    /// The button that goes on.
    Resume,
    /// Opens the second step of ending it.
    CancelOpen,
    /// What ending means.
    CancelText,
    /// The button that ends it.
    Cancel,
    /// Heading of the page of what waits for a moderator.
    WaitingTitle,
    /// Where nothing waits.
    NothingWaits,
    /// On which day it was submitted.
    Since,
    /// Heading of the decision.
    Decide,
    /// Label of the remark.
    Remark,
    /// Its help.
    RemarkHelp,
    /// It is missing or too long.
    RemarkUnfit(u32),
    /// The button that makes it public.
    Approve,
    /// What that does.
    ApproveHelp,
    /// The button that sends it back.
    SendBack,
    /// After a decision.
    Decided,
    /// It did not wait any more in that version.
    TooLate,
    /// Heading of the page that ends updates.
    UnsubscribeTitle,
    /// Its one sentence.
    UnsubscribeText,
    /// Its button, and that on the page of a signature.
    Unsubscribe,
    /// After it was pressed.
    Unsubscribed,
    /// What else holds then.
    UnsubscribedText,
    /// Heading on the page of a signature.
    StopTitle,
    /// What stopping means.
    StopText,
}
