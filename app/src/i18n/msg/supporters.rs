/// Supporters of campaigns that are being written.
#[derive(Clone, Copy)]
pub enum SupportMsg {
    /// Heading of the form behind the private link.
    Title,
    /// What supporting it means.
    Lead,
    /// Above a campaign that is not public.
    Banner,
    /// What becomes of the address.
    AddressHelp,
    /// The button.
    Support,
    /// A mail is on its way, if one is due.
    Sent,
    /// As many as can support it.
    Full,
    /// Heading where a link does not work.
    DeadTitle,
    /// Why that may be.
    DeadText,
    /// Heading of the page that a mail leads to.
    ConfirmTitle,
    /// What its button does.
    ConfirmText,
    /// The button.
    Confirm,
    /// Heading once it was pressed.
    ThanksTitle,
    /// What happens now.
    Thanks,
    /// Heading of the team's page, and the link to it.
    Own,
    /// What supporters are for.
    OwnLead {
        /// How many it takes; 0 if none.
        needed: u32,
    },
    /// What the button below makes.
    OpenHelp,
    /// The button that makes the link.
    Open,
    /// After it.
    Opened,
    /// Heading of the link.
    LinkTitle,
    /// Whom to give it to.
    LinkHelp,
    /// How many have proved their address.
    Confirmed(u32),
    /// The button that takes the link back, and its heading.
    Close,
    /// What goes with it.
    CloseText,
    /// What is to be ticked.
    Sure,
    /// What follows.
    SureHelp,
    /// It was not ticked.
    NotSure,
    /// After it.
    Closed,
    /// On a draft's page: how many support it, of how many it takes.
    SoFar {
        /// How many have proved their address.
        confirmed: u32,
        /// How many it takes.
        needed: u32,
    },
    /// It was to be submitted and is supported by too few.
    TooFew {
        /// How many it takes.
        needed: u32,
    },
}
