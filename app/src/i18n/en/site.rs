use crate::i18n::{SiteMsg as M, Text};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::TabTitle { page, house } => return format!("{page} – {house}").into(),
        M::SkipLink => "Skip to the content",
        M::MainLinks => "Main",
        M::FooterLinks => "About this site",
        M::Campaigns => "Campaigns",
        M::Theme => "Appearance",
        M::ThemeSystem => "System",
        M::ThemeLight => "Light",
        M::ThemeDark => "Dark",
        M::About => "About",
        M::Campaigners => "For campaigners",
        M::Privacy => "What is stored about you",
        M::Taken => "What could be taken",
        M::Contact => "Contact",
        M::Source => "Source code",
        M::Promise => "No advertising, no trackers, nothing loaded from anyone else.",
        M::HouseNotice => "Notice of the house",
        M::DevBannerLabel => "Trial mode",
        M::DevBanner => "Nothing is sent: mails stay in this server’s memory, for trying things out.",
        M::Problems(1) => "One thing needs another look",
        M::Problems(n @ 2..=5) => {
            return format!("{} things need another look", ["Two", "Three", "Four", "Five"][n as usize - 2]).into();
        }
        M::Problems(n) => return format!("{n} things need another look").into(),
        M::NothingSaved => "Nothing was saved. What you typed is still here.",
        M::Optional => "optional",
        M::AllCampaigns => "All campaigns",
        M::ToCampaign => "To the campaign",
        M::ToSignIn => "To the sign-in page",
    };
    text.into()
}
