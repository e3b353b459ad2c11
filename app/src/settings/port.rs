use super::{
    BlockError, BlocksForm, CampaignerForm, Campaigners, HouseSettings, SettingsError, SettingsForm, SwitchError,
    SwitchValues, SwitchesForm,
};
use crate::signatures::Problem;
use crate::{error::AppError, i18n::Lang, visitor::Visitor};
use async_trait::async_trait;
use std::sync::Arc;

/// The door to the settings, as found in the Leptos context.
pub type SettingsPort = Arc<dyn Settings>;

/// What came of saving a form of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveAnswer<E> {
    /// It is saved, or was so before. This server goes by it at once, others within two seconds.
    Saved,
    /// Somebody else has saved another version meanwhile. Nothing was changed.
    Overtaken,
    /// Something breaks a rule. Nothing was changed.
    Refused(Vec<E>),
}

/// What came of saving the settings.
pub type SettingsAnswer = SaveAnswer<SettingsError>;
/// What came of saving the switches.
pub type SwitchesAnswer = SaveAnswer<SwitchError>;
/// What came of saving who may not sign.
pub type BlocksAnswer = SaveAnswer<BlockError>;

/// What came of a form about those who may start campaigns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CampaignerAnswer {
    /// The address may start campaigns, and is mailed.
    Invited,
    /// It could before.
    Already,
    /// It cannot any more, or could not before.
    Removed,
    /// The address breaks a rule; nothing was changed.
    Refused(Problem),
}

/// The settings of the house, for admins who have just proved who they are. All methods fail with [`AppError::SignIn`],
/// [`AppError::NotFound`] for a lesser role, [`AppError::SecondProof`] where the second proof is missing or too old, [`AppError::Busy`] when
/// the writer's queue is full, and [`AppError::Internal`] when the database fails.
#[async_trait]
pub trait Settings: Send + Sync {
    /// What is set, and the version of it.
    ///
    /// # Errors
    /// As above.
    async fn read(&self, visitor: &Visitor) -> Result<(HouseSettings, i64), AppError>;

    /// Saves the form over the version that it names. Answers after the change is durable and each setting that was changed is in the audit
    /// log.
    ///
    /// # Errors
    /// As above.
    async fn save(&self, visitor: &Visitor, form: &SettingsForm) -> Result<SettingsAnswer, AppError>;

    /// What is switched off and written for the public, and the version of it.
    ///
    /// # Errors
    /// As above.
    async fn switches(&self, visitor: &Visitor) -> Result<(SwitchValues, i64), AppError>;

    /// Saves the switches over the version that the form names, as [`Settings::save`] does.
    ///
    /// # Errors
    /// As above.
    async fn save_switches(&self, visitor: &Visitor, form: &SwitchesForm) -> Result<SwitchesAnswer, AppError>;

    /// Who may not sign, as the form of the version that holds.
    ///
    /// # Errors
    /// As above.
    async fn blocks(&self, visitor: &Visitor) -> Result<BlocksForm, AppError>;

    /// Saves these lists over the version that the form names, as [`Settings::save`] does.
    ///
    /// # Errors
    /// As above.
    async fn save_blocks(&self, visitor: &Visitor, form: &BlocksForm) -> Result<BlocksAnswer, AppError>;

    /// A page (from 1) of those who may start campaigns where only those may who are invited. A proof of today is enough.
    ///
    /// # Errors
    /// As above.
    async fn campaigners(&self, visitor: &Visitor, lang: Lang, page: u32) -> Result<Campaigners, AppError>;

    /// Invites an address or takes an invitation back, as the form says. Answers after that is durable.
    ///
    /// # Errors
    /// As above; and [`AppError::NotFound`] for a form that is none of ours.
    async fn change_campaigners(
        &self,
        visitor: &Visitor,
        lang: Lang,
        form: &CampaignerForm,
    ) -> Result<CampaignerAnswer, AppError>;
}
