use super::Health;
use crate::{
    clock::Entropy,
    config::{Config, PublicUrl},
    exports::Files,
    mail::MemoryOutbox,
};
use app::{
    accounts::AccountsPort,
    accounts::passkeys::PasskeysPort,
    accounts::proof::ProofsPort,
    audit::AuditPort,
    campaigns::CampaignsPort,
    drafts::DraftsPort,
    exports::ExportsPort,
    house::HousePort,
    invalidation::InvalidationPort,
    keys::KeysPort,
    moderation::ModerationPort,
    pictures::PicturesPort,
    reports::ReportsPort,
    running::RunningPort,
    settings::{PublicPort, SettingsPort},
    signatures::SignaturesPort,
    staff::StaffPort,
    supporters::SupportersPort,
    teams::TeamsPort,
    updates::UpdatesPort,
};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// What the router serves.
#[derive(Clone)]
pub struct Services {
    /// Public campaigns.
    pub campaigns: CampaignsPort,
    /// The flow of a signature.
    pub signatures: SignaturesPort,
    /// Accounts.
    pub accounts: AccountsPort,
    /// The second proof of who uses an account.
    pub proofs: ProofsPort,
    /// Passkeys.
    pub passkeys: PasskeysPort,
    /// Who did what.
    pub audit: AuditPort,
    /// Moderators and admins.
    pub staff: StaffPort,
    /// The house.
    pub house: HousePort,
    /// What is switched off.
    pub public: PublicPort,
    /// What is set for the whole house.
    pub settings: SettingsPort,
    /// Campaigns that are being written.
    pub drafts: DraftsPort,
    /// Counts for campaigns' teams and for admins.
    pub exports: ExportsPort,
    /// Keys of campaigns.
    pub keys: KeysPort,
    /// Rules that take signatures off a count.
    pub invalidation: InvalidationPort,
    /// What moderators do.
    pub moderation: ModerationPort,
    /// Pictures of campaigns.
    pub pictures: PicturesPort,
    /// Reports by the public.
    pub reports: ReportsPort,
    /// Running public campaigns.
    pub running: RunningPort,
    /// News on campaigns.
    pub updates: UpdatesPort,
    /// The same as files.
    pub files: Arc<dyn Files>,
    /// Supporters of campaigns that are being written.
    pub supporters: SupportersPort,
    /// Teams.
    pub teams: TeamsPort,
    /// Whether the server can do its work.
    pub health: Arc<dyn Health>,
    /// Mails that are kept instead of being sent, where [`Config::keeps_mails_in_memory`] says so.
    pub outbox: Option<Arc<MemoryOutbox>>,
}

/// How the router behaves.
#[derive(Clone)]
pub struct HttpOptions {
    /// The name of the house.
    pub name: String,
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

impl HttpOptions {
    /// The options that a configuration asks for.
    pub fn new(config: &Config, entropy: Arc<dyn Entropy>) -> Self {
        let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        Self {
            name: config.name.clone(),
            public_url: config.public_url.clone(),
            loopback: config.listen.ip().is_loopback(),
            trusted_hops: config.proxies.trusted_hops,
            source_url: config.source_url.clone(),
            contact: config.contact.clone(),
            site_root: config.site_root(),
            body_limit: number(config.http.body_limit),
            deadline: Duration::from_secs(u64::from(config.http.request_deadline_seconds)),
            max_requests: number(config.http.max_requests),
            entropy,
        }
    }
}
