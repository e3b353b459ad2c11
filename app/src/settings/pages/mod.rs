mod campaigners;
mod choices;
mod settings;

pub use campaigners::CampaignersPage;
use choices::Choices;
pub use settings::SettingsPage;
