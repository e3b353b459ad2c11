use crate::accounts::{self, Sessions};
use crate::campaigns::Directory;
use crate::clock::{Clock, Entropy};
use crate::drafts::Review;
use crate::mail;
use crate::privacy::{DayKeys, SecretBox};
use crate::settings::Current;
use crate::signatures::outbox::{About, Queued};
use crate::store::writer::Writer;
use crate::store::{AccountId, Db, Result};
use crate::teams::TeamMails;
use app::i18n::Lang;
use std::sync::Arc;
use zeroize::Zeroizing;

/// What the services of all rooms work with.
#[derive(Clone)]
pub struct Common {
    /// The database, for reading.
    pub db: Db,
    /// The writer.
    pub writer: Writer,
    /// Who is signed in.
    pub sessions: Sessions,
    /// Public campaigns.
    pub directory: Arc<Directory>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Encrypts addresses that are kept.
    pub contact: SecretBox,
    /// Encrypts addresses of mails that wait.
    pub day_keys: Arc<DayKeys>,
    /// What is set for the whole house.
    pub settings: Current,
    /// The mail worker, told when mails were queued.
    pub mail: mail::Handle,
}

impl Common {
    /// A mail to this address.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn mail_to(&self, lang: Lang, about: About, address: &str) -> Result<Queued> {
        let day = self.day_keys.today(self.clock.now()).await?;
        Ok(Queued::new(&*self.entropy, &day, about, lang.code(), address.as_bytes()))
    }

    /// A mail to the owner of this account; `None` if it is closed.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn mail_to_account(&self, lang: Lang, about: About, account: AccountId) -> Result<Option<Queued>> {
        let contact = accounts::contact_of(&mut self.db.read().await?.link(), account).await?;
        let Some(contact) = contact else { return Ok(None) };
        let address = Zeroizing::new(accounts::address_of(&self.contact, account, &contact)?);
        self.mail_to(lang, about, &address).await.map(Some)
    }

    /// What it takes to decide on campaigns that wait; `by` decides, or the house itself.
    pub(crate) fn review<'a>(&'a self, wrapping: &'a SecretBox, by: Option<AccountId>) -> Review<'a> {
        Review {
            db: &self.db,
            writer: &self.writer,
            contact: &self.contact,
            day_keys: &self.day_keys,
            wrapping,
            clock: &*self.clock,
            entropy: &*self.entropy,
            by,
        }
    }

    /// What it takes to write to a team.
    pub(crate) fn team_mails(&self) -> TeamMails<'_> {
        TeamMails { db: &self.db, contact: &self.contact, day_keys: &self.day_keys, entropy: &*self.entropy }
    }
}
