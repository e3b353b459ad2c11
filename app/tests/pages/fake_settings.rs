//! The settings without a database: as an admin sees them or, where there is an error, not.

use app::error::AppError;
use app::i18n::Lang;
use app::settings::{
    BlocksAnswer, BlocksForm, Campaigner, CampaignerAnswer, CampaignerForm, Campaigners, HouseSettings, Public,
    PublicState, Settings, SettingsAnswer, SettingsForm, SwitchField, SwitchValues, SwitchesAnswer, SwitchesForm,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// What is set, in the third version, with one who is invited.
#[derive(Clone, Default)]
pub struct FakeSettings {
    pub settings: HouseSettings,
    pub switches: SwitchValues,
    pub error: Option<AppError>,
}

impl FakeSettings {
    fn check(&self) -> Result<(), AppError> {
        self.error.clone().map_or(Ok(()), Err)
    }
}

#[async_trait]
impl Settings for FakeSettings {
    async fn read(&self, _: &Visitor) -> Result<(HouseSettings, i64), AppError> {
        self.check().map(|()| (self.settings, 3))
    }

    async fn save(&self, _: &Visitor, _: &SettingsForm) -> Result<SettingsAnswer, AppError> {
        self.check().map(|()| SettingsAnswer::Saved)
    }

    async fn blocks(&self, _: &Visitor) -> Result<BlocksForm, AppError> {
        self.check()?;
        let pairs = [("blocked_domains".to_owned(), "throwaway.example".to_owned())];
        Ok(BlocksForm::read(pairs).of_version(3))
    }

    async fn save_blocks(&self, _: &Visitor, _: &BlocksForm) -> Result<BlocksAnswer, AppError> {
        self.check().map(|()| BlocksAnswer::Saved)
    }

    async fn switches(&self, _: &Visitor) -> Result<(SwitchValues, i64), AppError> {
        self.check().map(|()| (self.switches.clone(), 3))
    }

    async fn save_switches(&self, _: &Visitor, _: &SwitchesForm) -> Result<SwitchesAnswer, AppError> {
        self.check().map(|()| SwitchesAnswer::Saved)
    }

    async fn campaigners(&self, _: &Visitor, _: Lang, _: u32) -> Result<Campaigners, AppError> {
        self.check()?;
        let one = Campaigner { id: "0a".into(), email: "ivo@example.org".into(), since: "2 March 2026".into() };
        Ok(Campaigners { rows: vec![one], more: true, starting: self.settings.starting })
    }

    async fn change_campaigners(&self, _: &Visitor, _: Lang, _: &CampaignerForm) -> Result<CampaignerAnswer, AppError> {
        self.check().map(|()| CampaignerAnswer::Removed)
    }
}

/// What is off, with these texts.
pub struct FakePublic(pub PublicState);

impl Public for FakePublic {
    fn now(&self) -> std::sync::Arc<PublicState> {
        std::sync::Arc::new(self.0.clone())
    }
}

/// These fields with these values.
pub fn values(pairs: &[(&str, &str)]) -> SwitchValues {
    pairs.iter().map(|(name, value)| (SwitchField::parse(name).unwrap(), (*value).to_owned())).collect()
}
