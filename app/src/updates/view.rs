use super::{UpdateError, UpdateForm};
use crate::campaigns::{ShownUpdate, Slug};
use crate::error::AppError;

/// Where an update stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateState {
    /// It is being written.
    Draft,
    /// It waits for a moderator; it cannot be changed meanwhile, but taken back.
    Submitted,
    /// It is on the campaign's page.
    Approved,
}

/// Where its mailing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailingState {
    /// It has not begun, or goes on after a pause.
    Queued,
    /// Mails are being made.
    Running,
    /// It waits until somebody goes on with it.
    Paused,
    /// It was ended before all were written to.
    Cancelled,
    /// Every mail is on its way.
    Done,
}

impl MailingState {
    /// Whether it will make more mails unasked.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Queued | Self::Running)
    }
}

/// A number of signers, by the rule of small groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crowd {
    /// Fewer than ten, perhaps none.
    Few,
    /// At least so many: the tens that are full.
    AtLeast(i64),
}

impl Crowd {
    /// What may be told of this number.
    pub const fn of(n: i64) -> Self {
        if n < 10 { Self::Few } else { Self::AtLeast(n / 10 * 10) }
    }
}

/// The mailing of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mailing {
    /// Where it stands.
    pub state: MailingState,
    /// Mails that are made.
    pub made: Crowd,
    /// How much of the list is gone through, in hundredths.
    pub percent: u8,
}

/// An update in its team's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateSummary {
    /// Names it in its address.
    pub id: String,
    /// Its title, as typed.
    pub title: String,
    /// Where it stands.
    pub state: UpdateState,
    /// Whether a moderator has sent it back with remarks.
    pub sent_back: bool,
    /// The day on which it became public, in the reader's language.
    pub day: Option<String>,
    /// Where its mailing stands.
    pub mailing: Option<MailingState>,
}

/// A campaign's updates, for its team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateList {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// The newest first.
    pub updates: Vec<UpdateSummary>,
}

/// An update as its team sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// The campaign.
    pub slug: Slug,
    /// Names it in its address.
    pub id: String,
    /// Where it stands.
    pub state: UpdateState,
    /// What a moderator said, sending it back.
    pub remark: Option<String>,
    /// The number of this version; sent along when it is saved, so that nobody overwrites what somebody else saved meanwhile.
    pub version: i64,
    /// The fields.
    pub form: UpdateForm,
    /// As the campaign's page shows it, or would.
    pub shown: ShownUpdate,
    /// Its mailing, if it was begun.
    pub mailing: Option<Mailing>,
    /// Signers who asked for updates.
    pub readers: Crowd,
    /// Mailings that this campaign can still begin in these seven days.
    pub mailings_left: u32,
}

/// What came of saving an update.
pub enum UpdateSaved {
    /// It is saved.
    Saved,
    /// It is saved and waits for a moderator.
    Submitted,
    /// It is saved as this version, but not submitted: fields break a rule.
    Refused(i64, Vec<UpdateError>),
    /// Somebody has saved another version meanwhile, which is now this one. Nothing was changed.
    Overtaken(i64),
    /// It is not being written any more. Nothing was changed.
    Closed,
}

/// What its team can do with an update besides writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateAct {
    /// Go on writing one that waits for a moderator.
    TakeBack,
    /// Delete one that is being written.
    Delete,
    /// Have what is saved mailed to oneself.
    Test,
    /// Begin the mailing of one that is public.
    Mail,
    /// Make no more mails for the time being.
    Pause,
    /// Go on after a pause.
    Resume,
    /// End the mailing; mails that still wait are dropped.
    Cancel,
}

impl UpdateAct {
    const ALL: [Self; 7] =
        [Self::TakeBack, Self::Delete, Self::Test, Self::Mail, Self::Pause, Self::Resume, Self::Cancel];

    /// As it stands in forms and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TakeBack => "take_back",
            Self::Delete => "delete",
            Self::Test => "test",
            Self::Mail => "mail",
            Self::Pause => "pause",
            Self::Resume => "resume",
            Self::Cancel => "cancel",
        }
    }

    /// The act of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.code() == code)
    }
}

/// The context of an update's page, where its form came back.
#[derive(Clone, Debug, Default)]
pub struct UpdateFormState {
    /// As it was typed.
    pub form: UpdateForm,
    /// The version that the form is sent with next.
    pub version: i64,
    /// What is wrong, where it was to be submitted. It is saved all the same.
    pub errors: Vec<UpdateError>,
    /// Whether somebody else had saved meanwhile. What was typed is not saved; sending it once more puts it in the place of theirs.
    pub overtaken: bool,
    /// Deleting was asked for and not ticked.
    pub not_sure: bool,
    /// An act that a limit stands against. Nothing was done.
    pub over: Option<UpdateAct>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

/// A campaign's public updates, one page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// The campaign.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// BCP 47 code of the title's language.
    pub text_lang: String,
    /// At most ten, the newest first.
    pub updates: Vec<ShownUpdate>,
    /// This page, from 1.
    pub page: u32,
    /// Whether there is another page.
    pub more: bool,
}

/// An update that waits for a moderator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingUpdate {
    /// Names it in its address.
    pub id: String,
    /// The version that waits.
    pub version: i64,
    /// The campaign.
    pub slug: Slug,
    /// The campaign's title.
    pub campaign: String,
    /// BCP 47 code of the campaign's title.
    pub campaign_lang: String,
    /// As the campaign's page would show it; its day is the one on which it was submitted.
    pub shown: ShownUpdate,
}

/// What a moderator decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpdateDecision {
    /// It becomes public.
    Approve,
    /// Its team is to change it.
    SendBack,
}

/// The context of the page of an update that waits, where its form came back.
#[derive(Clone, Debug, Default)]
pub struct DecisionState {
    /// The remark as typed.
    pub remark: String,
    /// Whether the remark is missing or too long. Nothing was decided.
    pub unfit: bool,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

#[cfg(test)]
mod tests {
    use super::Crowd;

    #[test]
    fn numbers_of_signers_are_told_in_full_tens() {
        for (n, told) in [(0, Crowd::Few), (9, Crowd::Few), (10, Crowd::AtLeast(10)), (129, Crowd::AtLeast(120))] {
            assert_eq!(Crowd::of(n), told);
        }
    }
}
