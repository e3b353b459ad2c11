use crate::i18n::{Lang, SettingsMsg as M, Text, number};
use crate::settings::{Publishing, Setting as S, SettingsProblem as P, ShownReasons as R, Starting};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Lead => "Every server of this house takes a change within two seconds. Each is written into the log.",
        M::Campaigns => "Campaigns",
        M::Review => "Review",
        M::Limits => "How much is taken",
        M::Label(setting) => label(setting),
        M::Help(setting) => return help(setting),
        M::Publishing(Publishing::Read) => "Read first, then published",
        M::Publishing(Publishing::AtOnce) => "Published first, then read",
        M::PublishingMeans(Publishing::Read) => "A submitted campaign waits until a moderator has read it.",
        M::PublishingMeans(Publishing::AtOnce) => {
            "A submitted campaign is public at once, says on its page that nobody has read it yet, and waits in the queue. A moderator then \
             approves, hides or refuses it. Until then a trap can take signatures. Changes to texts still wait until they are read."
        }
        M::Starting(Starting::Anyone) => "Anyone who signs in",
        M::Starting(Starting::Invited) => "Only those who are invited",
        M::StartingMeans(Starting::Anyone) => "Whoever proves an e-mail address can start one.",
        M::StartingMeans(Starting::Invited) => {
            "Addresses that an admin has invited, moderators and admins. Others read that, where they would start one. What they have begun \
             already they can go on with."
        }
        M::Reasons(R::Off) => "Not at all",
        M::Reasons(R::Reviewed) => "Once a moderator has read them",
        M::Reasons(R::Campaign) => "As each campaign says",
        M::Reasons(R::Open) => "At once",
        M::ReasonsMeans(R::Off) => {
            "No form asks for a reason, and those that were shown are not shown any more; they stay stored."
        }
        M::ReasonsMeans(R::Reviewed) => "Each waits in review before it is shown.",
        M::ReasonsMeans(R::Campaign) => {
            "In campaigns that are written here, once a moderator has read them; one that was imported may say otherwise."
        }
        M::ReasonsMeans(R::Open) => "As soon as the signer has confirmed, in every campaign that asks for reasons.",
        M::Problem(_, P::NoChoice) => "Choose one.",
        M::Problem(_, P::NotWithin(least, most)) => {
            return format!("Enter a whole number, {}.", within(least, most)).into();
        }
        M::Problem(_, P::OverdueFirst) => "Enter at least the days after which it is due.",
        M::Save => "Save the settings",
        M::Saved => "The settings are saved.",
        M::Overtaken => {
            "Somebody else has changed the settings meanwhile, so nothing was saved. Yours are still here, with what is saved now beside \
             them. Save again to put yours in their place."
        }
        M::SavedNow(value) => return format!("Saved at the moment: {value}").into(),
        M::Campaigners => "Who is invited to start campaigns",
        M::CampaignersLead => "These addresses may start campaigns, whether they have an account yet or not.",
        M::CampaignersIdle => "At the moment anyone may start campaigns; the list counts once the settings say so.",
        M::InviteTitle => "Invite somebody",
        M::AddressLabel => "E-mail address",
        M::Address(problem) => return super::staff::address(problem),
        M::InviteHelp => "We send a mail that leads to the sign-in page. The address is stored encrypted.",
        M::Invite => "Invite",
        M::InvitedTitle => "Invited",
        M::NobodyInvited => "Nobody is invited yet.",
        M::Since(day) => return format!("since {day}").into(),
        M::Remove => "Take it back",
        M::Pages => "Pages of those who are invited",
        M::SaidInvited => "Invited.",
        M::SaidAlready => "This address was invited already.",
        M::SaidRemoved => "This address cannot start campaigns any more. What it has begun stays.",
    };
    text.into()
}

fn label(setting: S) -> &'static str {
    match setting {
        S::Publishing => "When campaigns become public",
        S::Starting => "Who may start campaigns",
        S::Reasons => "Reasons of signers are shown",
        S::DueDays => "Days until it is due",
        S::OverdueDays => "Days until it is overdue",
        S::Drafts => "Drafts of a team",
        S::CampaignsAWeek => "Campaigns of a team in a week",
        S::FormsAnHour => "Forms of a network in an hour",
    }
}

fn help(setting: S) -> Text {
    let what = match setting {
        S::Publishing | S::Starting => return "".into(),
        S::Reasons => return "Signers choose by themselves whether theirs may be shown.".into(),
        S::DueDays => "How long what waits for a moderator may wait before the queue calls it due.",
        S::OverdueDays => "How long before the queue and the overview raise the alarm.",
        S::Drafts => "Campaigns that a team can be writing at a time.",
        S::CampaignsAWeek => "How many a team can submit within seven days.",
        S::FormsAnHour => {
            "Signatures that one network can send, over all campaigns; further ones are told to wait. A school or a phone company is one \
             network: too few shuts out many people."
        }
    };
    match setting.bounds() {
        Some((least, most)) => format!("{what} {}.", capital(&within(least, most))).into(),
        None => what.into(),
    }
}

fn within(least: u32, most: u32) -> String {
    format!("from {least} to {}", number(Lang::En, most.into()))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
