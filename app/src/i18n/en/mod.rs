//! English.

pub(super) mod about;
pub(super) mod accounts;
#[cfg(feature = "ssr")]
pub(super) mod audit;
pub(super) mod campaign;
#[cfg(feature = "ssr")]
pub(super) mod drafts;
pub(super) mod error;
#[cfg(feature = "ssr")]
pub(super) mod exports;
pub(super) mod flow;
#[cfg(feature = "ssr")]
pub(super) mod house;
#[cfg(feature = "ssr")]
pub(super) mod moderation;
pub(super) mod privacy;
#[cfg(feature = "ssr")]
pub(super) mod proof;
#[cfg(feature = "ssr")]
pub(super) mod reports;
#[cfg(feature = "ssr")]
pub(super) mod running;
pub(super) mod sign;
pub(super) mod site;
#[cfg(feature = "ssr")]
pub(super) mod staff;
