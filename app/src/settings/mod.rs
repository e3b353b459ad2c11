//! What admins set for the whole house.

mod blocks;
mod form;
pub(crate) mod pages;
pub(crate) mod parts;
mod port;
mod switches;
mod view;

pub use blocks::{BLOCKS_MAX, BlockError, BlockList, BlockProblem, Blocks, BlocksForm, BlocksState};
pub use form::{
    CampaignerForm, CampaignerState, SaveState, SettingsError, SettingsForm, SettingsProblem, SettingsState,
};
pub use port::{BlocksAnswer, CampaignerAnswer, SaveAnswer, Settings, SettingsAnswer, SettingsPort, SwitchesAnswer};
pub use switches::{
    PUBLIC_TEXT_MAX, Public, PublicPort, PublicState, Switch, SwitchError, SwitchField, SwitchProblem, SwitchValues,
    SwitchesForm, SwitchesState,
};
pub use view::{Campaigner, Campaigners, HouseSettings, Publishing, Setting, ShownReasons, Starting};
