//! The public face: router and middleware, one concern a file.

mod health;

pub use health::Health;

use crate::{clock::Entropy, config::PublicUrl, mail::MemoryOutbox};
use app::{campaigns::CampaignsPort, signatures::SignaturesPort};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// What the router serves.
#[derive(Clone)]
pub struct Services {
    /// Public campaigns.
    pub campaigns: CampaignsPort,
    /// The flow of a signature.
    pub signatures: SignaturesPort,
    /// Whether the server can do its work.
    pub health: Arc<dyn Health>,
    /// Mails that are kept instead of being sent, where [`Config::keeps_mails_in_memory`] says so.
    pub outbox: Option<Arc<MemoryOutbox>>,
}

/// How the router behaves.
#[derive(Clone)]
pub struct HttpOptions {
    /// Where readers find the site.
    pub public_url: PublicUrl,
    /// Whether only this machine can reach the listener.
    pub loopback: bool,
    /// Reverse proxies of one's own that add to `X-Forwarded-For`.
    pub trusted_hops: u8,
    /// Where the source code is to be had; may be empty.
    pub source_url: String,
    /// An address that readers can write to.
    pub contact: Option<String>,
    /// The folder with `pkg/` and public files.
    pub site_root: PathBuf,
    /// Bytes of a request's body.
    pub body_limit: usize,
    /// Time in which a request must have been read and answered.
    pub deadline: Duration,
    /// Requests that are worked on at once.
    pub max_requests: usize,
    /// Source of nonces and request ids.
    pub entropy: Arc<dyn Entropy>,
}

#[derive(Clone)]
struct App {
    services: Services,
    options: Arc<HttpOptions>,
}
