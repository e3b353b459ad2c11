//! Mails to members of a team.

use crate::accounts::address_of;
use crate::clock::Entropy;
use crate::privacy::{DayKeys, SecretBox};
use crate::signatures::outbox::{About, Queued};
use crate::store::{AccountId, Db, Result, TeamId, each_db};
use jiff::Timestamp;
use zeroize::Zeroizing;

crate::store::statements! {
    WRITERS = "SELECT a.id, a.contact FROM accounts a JOIN team_members m ON m.account_id = a.id
        WHERE m.team_id = $1 AND m.role IN ('owner', 'editor') ORDER BY a.id";
    OWNERS = "SELECT a.id, a.contact FROM accounts a JOIN team_members m ON m.account_id = a.id
        WHERE m.team_id = $1 AND m.role = 'owner' ORDER BY a.id";
}

/// What it takes to write to a team.
pub struct TeamMails<'a> {
    /// The database, for reading.
    pub db: &'a Db,
    /// Opens the addresses of accounts.
    pub contact: &'a SecretBox,
    /// Encrypts addresses for the mail.
    pub day_keys: &'a DayKeys,
    /// Randomness.
    pub entropy: &'a dyn Entropy,
}

impl TeamMails<'_> {
    /// A mail to each owner and editor of a team.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn make(&self, now: Timestamp, team: TeamId, about: About, locale: &str) -> Result<Vec<Queued>> {
        self.to(WRITERS, now, team, about, locale).await
    }

    /// A mail to each owner of a team.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn to_owners(&self, now: Timestamp, team: TeamId, about: About, locale: &str) -> Result<Vec<Queued>> {
        self.to(OWNERS, now, team, about, locale).await
    }

    async fn to(
        &self,
        whom: &'static str,
        now: Timestamp,
        team: TeamId,
        about: About,
        locale: &str,
    ) -> Result<Vec<Queued>> {
        let mut conn = self.db.read().await?;
        let members: Vec<(Vec<u8>, Vec<u8>)> =
            each_db!(conn.link(), c => sqlx::query_as(whom).bind(team.bytes()).fetch_all(c).await)?;
        drop(conn);
        let day = self.day_keys.today(now).await?;
        let mails = members.iter().map(|(account, contact)| {
            let address = Zeroizing::new(address_of(self.contact, AccountId::read(account)?, contact)?);
            Ok(Queued::new(self.entropy, &day, about, locale, address.as_bytes()))
        });
        mails.collect()
    }
}
