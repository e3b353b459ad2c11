/// What stands around every page.
#[derive(Clone, Copy)]
pub enum SiteMsg<'a> {
    /// A page's title as the browser's tab shows it.
    TabTitle {
        /// The page's own title.
        page: &'a str,
        /// The name of the house.
        house: &'a str,
    },
    /// The first link of every page.
    SkipLink,
    /// Label of the links in the masthead.
    MainLinks,
    /// Label of the links in the footer.
    FooterLinks,
    /// Link to the list of campaigns.
    Campaigns,
    /// Legend of the theme switch.
    Theme,
    /// The system's theme.
    ThemeSystem,
    /// The light theme.
    ThemeLight,
    /// The dark theme.
    ThemeDark,
    /// Link to the page about the house.
    About,
    /// Link to signing in.
    Campaigners,
    /// Link to the privacy page.
    Privacy,
    /// Link to what could be taken.
    Taken,
    /// Link that writes to the operator.
    Contact,
    /// Link to the source code.
    Source,
    /// One sentence at the foot of every page.
    Promise,
    /// Banner where mails are kept in memory.
    DevBanner,
    /// What that notice is, for screen readers.
    DevBannerLabel,
    /// Name of the notice that admins put on every page.
    HouseNotice,
    /// Heading of an error summary, by the number of fields.
    Problems(u32),
    /// Below an error summary.
    NothingSaved,
    /// Marks a field that may stay empty.
    Optional,
    /// Leads to the list of campaigns.
    AllCampaigns,
    /// Leads from an error to the campaign.
    ToCampaign,
    /// Leads from an error to signing in.
    ToSignIn,
}
