//! Who supports a campaign before a moderator reads it: a private link, an address that is proved by mail, and a number.

pub(crate) mod pages;
mod port;
mod view;

pub use port::{Supported, Supporters, SupportersPort};
pub use view::{NotSure, OwnSupport, SupportState};

/// People who can support one campaign. A private link that has spread further would be a public page that nobody has reviewed.
pub const MOST: u32 = 20;
/// Hours that the link of a mail works.
pub const HOURS: u32 = 24;
/// Mails to one address about one campaign.
pub const MAILS: u32 = 3;
