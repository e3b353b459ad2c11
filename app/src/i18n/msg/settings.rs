use crate::settings::{Publishing, Setting, SettingsProblem, ShownReasons, Starting};
use crate::signatures::Problem;

/// What admins set for the whole house.
#[derive(Clone, Copy)]
pub enum SettingsMsg<'a> {
    /// What the page is.
    Lead,
    /// Heading above what campaigns go by.
    Campaigns,
    /// Heading above what review goes by.
    Review,
    /// Heading above how much is taken.
    Limits,
    /// A setting's name.
    Label(Setting),
    /// What it does; of a number with its bounds.
    Help(Setting),
    /// A choice of when campaigns become public.
    Publishing(Publishing),
    /// What it means.
    PublishingMeans(Publishing),
    /// A choice of who may start campaigns.
    Starting(Starting),
    /// What it means.
    StartingMeans(Starting),
    /// A choice of how openly reasons are shown.
    Reasons(ShownReasons),
    /// What it means.
    ReasonsMeans(ShownReasons),
    /// What is wrong with a setting.
    Problem(Setting, SettingsProblem),
    /// Saves all.
    Save,
    /// After that.
    Saved,
    /// That somebody else has saved meanwhile.
    Overtaken,
    /// What is saved at the moment, where something else stands in the form.
    SavedNow(&'a str),
    /// Link to, and heading above, those who may start campaigns.
    Campaigners,
    /// What that page is.
    CampaignersLead,
    /// That at the moment everybody may start campaigns.
    CampaignersIdle,
    /// Heading of the form that invites.
    InviteTitle,
    /// Label of somebody's address.
    AddressLabel,
    /// What is wrong with it.
    Address(Problem),
    /// What the address is asked for.
    InviteHelp,
    /// Its button.
    Invite,
    /// Heading above those who are invited.
    InvitedTitle,
    /// Where there are none.
    NobodyInvited,
    /// Since when somebody is invited.
    Since(&'a str),
    /// Takes an invitation back.
    Remove,
    /// Label of the links to other pages of the list.
    Pages,
    /// After inviting.
    SaidInvited,
    /// After inviting somebody who was.
    SaidAlready,
    /// After an invitation was taken back.
    SaidRemoved,
}
