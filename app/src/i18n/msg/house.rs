use crate::house::{CampaignState, QueueKind};
use crate::ui::HouseRoom;

/// What stands on all pages for moderators and admins, and the overview.
#[derive(Clone, Copy)]
pub enum HouseMsg {
    /// Label of the links to the rooms of the house.
    Rooms,
    /// A room's name: link, and heading of its first page.
    Room(HouseRoom),
    /// Heading above the numbers of signatures.
    Signatures,
    /// Signatures that count.
    Counting,
    /// Those that were confirmed today.
    ConfirmedToday,
    /// Forms that were sent today.
    SentToday,
    /// Heading above what waits for moderators.
    Waiting,
    /// Heading of how much waits.
    HowMany,
    /// Heading of since when.
    Oldest,
    /// A queue.
    Queue(QueueKind),
    /// Heading above campaigns by state.
    Campaigns,
    /// A state of campaigns, as a heading of a number of them.
    State(CampaignState),
    /// Where there is none.
    NoCampaign,
    /// Heading above the outbox.
    Mail,
    /// That no mail is sent.
    MailPaused,
    /// Mails that wait to be sent.
    MailQueued,
    /// For how long the first of them has waited.
    MailOldest,
    /// A time of this many minutes, coarsely.
    Minutes(i64),
    /// Mails that were given up.
    MailGivenUp,
    /// Mails that came back for good within a day.
    MailBounced,
    /// Those that may come through yet, or were refused for what they are.
    MailPutOff,
    /// What the button does.
    RetryHelp,
    /// Puts them back.
    Retry,
    /// After that.
    SaidRetried,
    /// Heading above the program and its database.
    Server,
    /// The program's version.
    Version,
    /// The database's kind and version.
    Database,
    /// Its size.
    DatabaseSize,
    /// What is free on the disk.
    DiskFree,
    /// What could not be found out.
    Unknown,
}
