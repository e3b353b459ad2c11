//! The settings without a database: as an admin sees them or, where there is an error, not.

use app::error::AppError;
use app::i18n::Lang;
use app::settings::{
    Campaigner, CampaignerAnswer, CampaignerForm, Campaigners, HouseSettings, Settings, SettingsAnswer, SettingsForm,
};
use app::visitor::Visitor;
use async_trait::async_trait;

/// What is set, in the third version, with one who is invited.
#[derive(Clone, Default)]
pub struct FakeSettings {
    pub settings: HouseSettings,
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

    async fn campaigners(&self, _: &Visitor, _: Lang, _: u32) -> Result<Campaigners, AppError> {
        self.check()?;
        let one = Campaigner { id: "0a".into(), email: "ivo@example.org".into(), since: "2 March 2026".into() };
        Ok(Campaigners { rows: vec![one], more: true, starting: self.settings.starting })
    }

    async fn change_campaigners(&self, _: &Visitor, _: Lang, _: &CampaignerForm) -> Result<CampaignerAnswer, AppError> {
        self.check().map(|()| CampaignerAnswer::Removed)
    }
}
