//! What every page knows of the house it stands in.

pub(crate) mod pages;

use crate::signatures::Country;
use serde::{Deserialize, Serialize};

/// Given to each render by the server and carried into the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// The name of the house, as its operator set it.
    pub name: String,
    /// Scheme, host and port of the public address, without a slash at the end.
    pub origin: String,
    /// The country that the reader's language names (`es-MX`), to fill in the form. Never taken from the network.
    pub country: Option<Country>,
    /// Whether mails are kept in memory and read at `/dev/outbox`.
    pub dev_outbox: bool,
    /// Where the source code is to be had (AGPL-3.0, section 13).
    pub source_url: String,
    /// An address that readers can write to, if the operator gave one.
    pub contact: Option<String>,
}
