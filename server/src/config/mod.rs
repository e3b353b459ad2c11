//! Configuration: built-in values, then `undersigned.toml`, then `UNDERSIGNED_*` variables, then what the command line says.
//! [`keys::KEYS`] lists every setting with its default.

mod check;
pub mod keys;
mod keys_check;
mod load;
mod public_url;
mod sections;
mod variables;

pub use check::{Finding, Weight};
pub use load::Sources;
pub use public_url::{PublicUrl, is_loopback_name};
pub use sections::{Database, Http, Log, LogFormat, Metrics, Proxies, Review, Signing};

use crate::{limits, mail};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

/// Everything that an operator can set. Made by [`Config::load`]; tests make one with [`Config::for_folder`] and change fields.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where readers find the site. When it is not set: `http://` and the address that is listened on.
    pub public_url: PublicUrl,
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The folder of the database and the keys.
    pub data: PathBuf,
    /// Where signatures are kept.
    pub database: Database,
    /// What stands between readers and the server.
    pub proxies: Proxies,
    /// Where the source code of the running version is to be had; empty until the operator says it.
    pub source_url: String,
    /// An address that readers can write to.
    pub contact: Option<String>,
    /// The name of the house: what mails begin with.
    pub name: String,
    /// The folder with the built style sheets, scripts and public files; `None`: looked for beside the binary.
    pub site_root: Option<PathBuf>,
    /// What is logged.
    pub log: Log,
    /// Mail: its sender and its server.
    pub mail: mail::Settings,
    /// How much one network and one mailbox may do.
    pub limits: limits::Settings,
    /// The rules of signing.
    pub signing: Signing,
    /// When moderators are due.
    pub review: Review,
    /// Figures for Prometheus.
    pub metrics: Metrics,
    /// Bounds on requests.
    pub http: Http,
}

impl Config {
    /// The built-in values over a data folder.
    pub fn for_folder(data: impl Into<PathBuf>) -> Self {
        load::Raw::default().resolve(data.into())
    }

    /// Whether only this machine can reach the server and every link that it writes.
    pub fn is_local(&self) -> bool {
        self.public_url.is_loopback() && self.listen.ip().is_loopback()
    }

    /// Whether mails stay in memory, to be read at `/dev/outbox`: no mail server is configured, the public URL is http on a
    /// loopback name, the listener is loopback and no proxy is trusted.
    pub fn keeps_mails_in_memory(&self) -> bool {
        self.mail.smtp.is_none() && self.is_local() && !self.public_url.is_https() && self.proxies.trusted_hops == 0
    }

    /// The folder with style sheets, scripts and public files: the one that was set, or `site` in the binary's folder or the folder above (as
    /// builds leave it), else below the working directory's `target`.
    pub fn site_root(&self) -> PathBuf {
        self.site_root.clone().unwrap_or_else(|| {
            let exe = std::env::current_exe().unwrap_or_default();
            let folders = exe.ancestors().skip(1).take(2).map(|folder| folder.join("site"));
            let fallback = Path::new("target").join("site");
            folders.into_iter().find(|folder| folder.is_dir()).unwrap_or(fallback)
        })
    }

    /// The folder of the server's own keys.
    pub fn keys_folder(&self) -> PathBuf {
        self.data.join("keys")
    }
}
