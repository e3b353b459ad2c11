mod blocks;
mod campaigners;
mod choices;
mod settings;
mod switches;

pub use blocks::BlocksPage;
pub use campaigners::CampaignersPage;
use choices::Choices;
pub use settings::SettingsPage;
pub use switches::SwitchesPage;
