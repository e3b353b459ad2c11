//! What the interface can say, without the words: the words stand in the folder of each language.

mod about;
mod accounts;
#[cfg(feature = "ssr")]
mod audit;
#[cfg(feature = "ssr")]
mod blocks;
mod campaign;
#[cfg(feature = "ssr")]
mod counts;
#[cfg(feature = "ssr")]
mod drafts;
mod error;
#[cfg(feature = "ssr")]
mod exports;
mod flow;
#[cfg(feature = "ssr")]
mod house;
#[cfg(feature = "ssr")]
mod invalidation;
#[cfg(feature = "ssr")]
mod keys;
#[cfg(feature = "ssr")]
mod moderation;
mod passkey_use;
#[cfg(feature = "ssr")]
mod passkeys;
#[cfg(feature = "ssr")]
mod pictures;
mod privacy;
#[cfg(feature = "ssr")]
mod proof;
#[cfg(feature = "ssr")]
mod reading;
#[cfg(feature = "ssr")]
mod reports;
#[cfg(feature = "ssr")]
mod running;
#[cfg(feature = "ssr")]
mod settings;
mod sign;
#[cfg(feature = "ssr")]
mod signers;
mod site;
#[cfg(feature = "ssr")]
mod staff;
#[cfg(feature = "ssr")]
mod supporters;
#[cfg(feature = "ssr")]
mod switches;
#[cfg(feature = "ssr")]
mod teams;
#[cfg(feature = "ssr")]
mod updates;

pub use about::AboutMsg;
pub use accounts::AccountMsg;
#[cfg(feature = "ssr")]
pub use audit::AuditMsg;
#[cfg(feature = "ssr")]
pub use blocks::BlockMsg;
pub use campaign::CampaignMsg;
#[cfg(feature = "ssr")]
pub use counts::CountsMsg;
#[cfg(feature = "ssr")]
pub use drafts::DraftMsg;
pub use error::ErrorMsg;
#[cfg(feature = "ssr")]
pub use exports::ExportMsg;
pub use flow::FlowMsg;
#[cfg(feature = "ssr")]
pub use house::HouseMsg;
#[cfg(feature = "ssr")]
pub use invalidation::InvalidationMsg;
#[cfg(feature = "ssr")]
pub use keys::KeyMsg;
#[cfg(feature = "ssr")]
pub use moderation::ReviewMsg;
pub use passkey_use::PasskeyUseMsg;
#[cfg(feature = "ssr")]
pub use passkeys::PasskeyMsg;
#[cfg(feature = "ssr")]
pub use pictures::PictureMsg;
pub use privacy::PrivacyMsg;
#[cfg(feature = "ssr")]
pub use proof::ProofMsg;
#[cfg(feature = "ssr")]
pub use reading::ReadingMsg;
#[cfg(feature = "ssr")]
pub use reports::ReportMsg;
#[cfg(feature = "ssr")]
pub use running::RunMsg;
#[cfg(feature = "ssr")]
pub use settings::SettingsMsg;
pub use sign::SignMsg;
#[cfg(feature = "ssr")]
pub use signers::SignersMsg;
pub use site::SiteMsg;
#[cfg(feature = "ssr")]
pub use staff::StaffMsg;
#[cfg(feature = "ssr")]
pub use supporters::SupportMsg;
#[cfg(feature = "ssr")]
pub use switches::SwitchMsg;
#[cfg(feature = "ssr")]
pub use teams::TeamMsg;
#[cfg(feature = "ssr")]
pub use updates::UpdateMsg;

use super::{Lang, Message, Text, en, es};

macro_rules! spoken {
    ($($message:ty => $room:ident),+ $(,)?) => {$(
        impl Message for $message {
            fn text(self, lang: Lang) -> Text {
                match lang {
                    Lang::En => en::$room::text(self),
                    Lang::Es => es::$room::text(self),
                }
            }
        }
    )+};
}

spoken! {
    AboutMsg<'_> => about,
    AccountMsg<'_> => accounts,
    CampaignMsg<'_> => campaign,
    ErrorMsg => error,
    FlowMsg<'_> => flow,
    PasskeyUseMsg => passkey_use,
    PrivacyMsg => privacy,
    SignMsg<'_> => sign,
    SiteMsg<'_> => site,
}

#[cfg(feature = "ssr")]
spoken! {
    AuditMsg => audit,
    BlockMsg<'_> => blocks,
    CountsMsg => counts,
    DraftMsg => drafts,
    ExportMsg<'_> => exports,
    ReviewMsg<'_> => moderation,
    ReportMsg => reports,
    HouseMsg => house,
    InvalidationMsg<'_> => invalidation,
    PictureMsg => pictures,
    KeyMsg<'_> => keys,
    PasskeyMsg<'_> => passkeys,
    ProofMsg => proof,
    SettingsMsg<'_> => settings,
    StaffMsg<'_> => staff,
    SwitchMsg => switches,
    SignersMsg => signers,
    ReadingMsg => reading,
    RunMsg<'_> => running,
    SupportMsg => supporters,
    TeamMsg<'_> => teams,
    UpdateMsg => updates,
}
