//! What admins set for the whole house.

mod form;
pub(crate) mod pages;
mod port;
mod view;

pub use form::{CampaignerForm, CampaignerState, SettingsError, SettingsForm, SettingsProblem, SettingsState};
pub use port::{CampaignerAnswer, Settings, SettingsAnswer, SettingsPort};
pub use view::{Campaigner, Campaigners, HouseSettings, Publishing, Setting, ShownReasons, Starting};
