//! Opens what the router serves: databases, keys, the writer and the mail worker.

use crate::{
    clock::{Clock, Entropy},
    config::Config,
    failure::Failure,
    http::Services,
};
use std::sync::Arc;

/// What was opened.
pub struct Opened {
    /// What the router serves.
    pub services: Services,
    /// What works behind it.
    pub background: Background,
}

/// The tasks behind the router.
pub struct Background;

impl Background {
    /// Drains the writer and stops the mail worker. Called once no request is being answered any more.
    pub async fn shutdown(self) {}
}

/// Opens everything over the data folder.
///
/// # Errors
/// One sentence with its remedy.
pub async fn open(_config: &Config, _clock: Arc<dyn Clock>, _entropy: Arc<dyn Entropy>) -> Result<Opened, Failure> {
    Err(Failure::new("The services are not built in yet."))
}
