use crate::campaigns::ReasonsMode;

/// When a campaign becomes public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publishing {
    /// Once a moderator has read it.
    #[default]
    Read,
    /// As soon as its team submits it; a moderator reads it then.
    AtOnce,
}

impl Publishing {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Read, Self::AtOnce];

    /// As it is stored and stands in forms and in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "before",
            Self::AtOnce => "after",
        }
    }

    /// The one of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Who may start campaigns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Starting {
    /// Whoever has an account.
    #[default]
    Anyone,
    /// Those whom an admin has invited, and moderators and admins.
    Invited,
}

impl Starting {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Anyone, Self::Invited];

    /// As it is stored and stands in forms and in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::Invited => "invited",
        }
    }

    /// The one of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How openly reasons of signers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShownReasons {
    /// Nowhere, and no form asks for them.
    Off,
    /// Each is read first.
    Reviewed,
    /// As each campaign says: those that were written in the browser say that each is read first.
    #[default]
    Campaign,
    /// At once, wherever a campaign asks for them.
    Open,
}

impl ShownReasons {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Off, Self::Reviewed, Self::Campaign, Self::Open];

    /// As it is stored and stands in forms and in the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Reviewed => "reviewed",
            Self::Campaign => "campaign",
            Self::Open => "open",
        }
    }

    /// The one of this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// How it is then with a campaign that says this.
    #[must_use]
    pub const fn of(self, campaign: ReasonsMode) -> ReasonsMode {
        match (self, campaign) {
            (Self::Off, _) | (_, ReasonsMode::Off) => ReasonsMode::Off,
            (Self::Reviewed, _) => ReasonsMode::Reviewed,
            (Self::Campaign, own) => own,
            (Self::Open, _) => ReasonsMode::Open,
        }
    }
}

/// A setting of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// When a campaign becomes public.
    Publishing,
    /// Who may start one.
    Starting,
    /// How openly reasons of signers are shown.
    Reasons,
    /// Days after which what waits for a moderator is due.
    DueDays,
    /// Days after which it is overdue.
    OverdueDays,
    /// Drafts of one team.
    Drafts,
    /// Campaigns that one team may submit within seven days.
    CampaignsAWeek,
    /// Forms that one network may send in an hour, over all campaigns.
    FormsAnHour,
}

impl Setting {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Publishing,
        Self::Starting,
        Self::Reasons,
        Self::DueDays,
        Self::OverdueDays,
        Self::Drafts,
        Self::CampaignsAWeek,
        Self::FormsAnHour,
    ];

    /// As it is stored and stands in forms and in the log; also the control's `id` in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Publishing => "moderation",
            Self::Starting => "starting",
            Self::Reasons => "reasons",
            Self::DueDays => "due_days",
            Self::OverdueDays => "overdue_days",
            Self::Drafts => "drafts",
            Self::CampaignsAWeek => "campaigns_a_week",
            Self::FormsAnHour => "forms_an_hour",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// The least and the greatest value of a number; nothing for a choice.
    pub const fn bounds(self) -> Option<(u32, u32)> {
        match self {
            Self::Publishing | Self::Starting | Self::Reasons => None,
            Self::DueDays | Self::OverdueDays => Some((1, 365)),
            Self::Drafts => Some((1, 200)),
            Self::CampaignsAWeek => Some((1, 100)),
            Self::FormsAnHour => Some((10, 100_000)),
        }
    }
}

/// What is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HouseSettings {
    /// See [`Setting::Publishing`].
    pub publishing: Publishing,
    /// See [`Setting::Starting`].
    pub starting: Starting,
    /// See [`Setting::Reasons`].
    pub reasons: ShownReasons,
    /// See [`Setting::DueDays`].
    pub due_days: u32,
    /// See [`Setting::OverdueDays`]; never less than the days before.
    pub overdue_days: u32,
    /// See [`Setting::Drafts`].
    pub drafts: u32,
    /// See [`Setting::CampaignsAWeek`].
    pub campaigns_a_week: u32,
    /// See [`Setting::FormsAnHour`].
    pub forms_an_hour: u32,
}

impl Default for HouseSettings {
    fn default() -> Self {
        Self {
            publishing: Publishing::default(),
            starting: Starting::default(),
            reasons: ShownReasons::default(),
            due_days: 3,
            overdue_days: 7,
            drafts: 20,
            campaigns_a_week: 10,
            forms_an_hour: 120,
        }
    }
}

impl HouseSettings {
    /// A setting as it is stored and stands in the log.
    pub fn value(&self, setting: Setting) -> String {
        match setting {
            Setting::Publishing => self.publishing.code().to_owned(),
            Setting::Starting => self.starting.code().to_owned(),
            Setting::Reasons => self.reasons.code().to_owned(),
            Setting::DueDays => self.due_days.to_string(),
            Setting::OverdueDays => self.overdue_days.to_string(),
            Setting::Drafts => self.drafts.to_string(),
            Setting::CampaignsAWeek => self.campaigns_a_week.to_string(),
            Setting::FormsAnHour => self.forms_an_hour.to_string(),
        }
    }

    /// What differs from `before`: the setting, its value before and its value now.
    pub fn changes_from(&self, before: &Self) -> Vec<(Setting, String, String)> {
        let all = Setting::ALL.into_iter().map(|setting| (setting, before.value(setting), self.value(setting)));
        all.filter(|(_, before, now)| before != now).collect()
    }
}

/// An address that may start campaigns where only those may who are invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaigner {
    /// Names it in forms.
    pub id: String,
    /// The address.
    pub email: String,
    /// The day (UTC) on which it was invited, in the reader's language.
    pub since: String,
}

/// A page of them, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaigners {
    /// At most 50.
    pub rows: Vec<Campaigner>,
    /// Whether there is another page.
    pub more: bool,
    /// Whether the list counts at the moment.
    pub starting: Starting,
}
