//! Keys of drafts: only their public halves come here, and what is locked with a passphrase.

use crate::store::{AccountId, CampaignId, Link, Result, StoreError, each_db};
use app::keys::{KeyForm, KeyProblem};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use vault::PublicKey;
use vault::copy::copied_key;

crate::store::statements! {
    OWNED_DRAFT = "SELECT d.state, d.form, d.public_key, d.key_copy, d.keyed_at FROM drafts d
        JOIN team_members m ON m.team_id = d.team_id
        WHERE m.account_id = $1 AND m.role = 'owner' AND d.id = $2 AND NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = d.id)";
    SET_DRAFT_KEY = "UPDATE drafts SET public_key = $2, key_copy = $3, keyed_at = $4
        WHERE id = $1 AND state = 'draft' AND public_key IS NULL
        AND NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = drafts.id)";
    REMOVE_DRAFT_KEY = "UPDATE drafts SET public_key = NULL, key_copy = NULL, keyed_at = NULL
        WHERE id = $1 AND state = 'draft' AND public_key IS NOT NULL";
    KEY_OF_DRAFT = "SELECT public_key, key_copy, keyed_at FROM drafts WHERE id = $1 AND public_key IS NOT NULL";
    PUBLISH_KEY = "INSERT INTO campaign_keys (campaign_id, key_id, public_key, key_copy, created_at) VALUES ($1, $2, $3, $4, $5)";
    KEY_COPY = "SELECT key_copy FROM campaign_keys WHERE campaign_id = $1 AND key_copy IS NOT NULL ORDER BY key_id LIMIT 1";
    DELETE_KEY_COPY = "UPDATE campaign_keys SET key_copy = NULL WHERE campaign_id = $1 AND key_copy IS NOT NULL";
}

/// A draft of a team that an account owns.
#[derive(sqlx::FromRow)]
pub(super) struct OwnedDraft {
    state: String,
    pub(super) form: String,
    public_key: Option<Vec<u8>>,
    key_copy: Option<Vec<u8>>,
    keyed_at: Option<i64>,
}

impl OwnedDraft {
    pub(super) fn is_written(&self) -> bool {
        self.state == "draft"
    }

    /// Its key, since when (microseconds), and whether there is a locked copy.
    pub(super) fn key(&self) -> Result<Option<(PublicKey, i64, bool)>> {
        let (Some(key), Some(at)) = (&self.public_key, self.keyed_at) else { return Ok(None) };
        Ok(Some((public_key(key)?, at, self.key_copy.is_some())))
    }
}

fn public_key(stored: &[u8]) -> Result<PublicKey> {
    PublicKey::from_bytes(stored).map_err(|_| StoreError::Corrupt("public key"))
}

/// What a browser has sent.
pub(super) struct Sent {
    pub(super) key: PublicKey,
    pub(super) copy: Option<Vec<u8>>,
}

impl Sent {
    /// Reads it. A copy must say that it is of the other half.
    pub(super) fn read(form: &KeyForm) -> std::result::Result<Self, KeyProblem> {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyProblem::NotAKey);
        let key = PublicKey::from_bytes(&bytes(&form.public_key)?).map_err(|_| KeyProblem::NotAKey)?;
        if form.copy.is_empty() {
            return Ok(Self { key, copy: None });
        }
        let copy = bytes(&form.copy)?;
        if copied_key(&copy) == Ok(key.key_id()) {
            Ok(Self { key, copy: Some(copy) })
        } else {
            Err(KeyProblem::NotAKey)
        }
    }
}

/// A draft of a team that this account owns, unless it changes what is public.
pub(super) async fn find(link: &mut Link<'_>, account: AccountId, id: CampaignId) -> Result<Option<OwnedDraft>> {
    Ok(each_db!(link, c => sqlx::query_as(OWNED_DRAFT)
        .bind(account.bytes())
        .bind(id.bytes())
        .fetch_optional(&mut **c).await)?)
}

/// Gives a draft its key. Whether it had none, and is being written.
pub(super) async fn set(link: &mut Link<'_>, id: CampaignId, sent: &Sent, now: i64) -> Result<bool> {
    let changed = each_db!(link, c => sqlx::query(SET_DRAFT_KEY)
        .bind(id.bytes())
        .bind(&sent.key.to_bytes()[..])
        .bind(&sent.copy)
        .bind(now)
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// Takes it away. Whether it had one, and is being written.
pub(super) async fn remove(link: &mut Link<'_>, id: CampaignId) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(REMOVE_DRAFT_KEY).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed == 1)
}

/// A draft's key on its way to the campaign.
pub(crate) struct Kept {
    key: PublicKey,
    copy: Option<Vec<u8>>,
    made: i64,
}

impl Kept {
    /// That of a draft, should it have one.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn of_draft(link: &mut Link<'_>, id: CampaignId) -> Result<Option<Self>> {
        let row: Option<(Vec<u8>, Option<Vec<u8>>, i64)> =
            each_db!(link, c => sqlx::query_as(KEY_OF_DRAFT).bind(id.bytes()).fetch_optional(&mut **c).await)?;
        row.map(|(key, copy, made)| Ok(Self { key: public_key(&key)?, copy, made })).transpose()
    }

    /// Makes it the key of the campaign that the draft has become.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn publish(self, link: &mut Link<'_>, id: CampaignId) -> Result<()> {
        each_db!(link, c => sqlx::query(PUBLISH_KEY)
            .bind(id.bytes())
            .bind(&self.key.key_id().as_bytes()[..])
            .bind(&self.key.to_bytes()[..])
            .bind(&self.copy)
            .bind(self.made)
            .execute(&mut **c).await.map(drop))?;
        Ok(())
    }
}

/// The locked copy of a campaign's private key.
pub(super) async fn copy(link: &mut Link<'_>, campaign: CampaignId) -> Result<Option<Vec<u8>>> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(KEY_COPY).bind(campaign.bytes()).fetch_optional(&mut **c).await)?)
}

/// Deletes it. Whether there was one.
pub(super) async fn delete_copy(link: &mut Link<'_>, campaign: CampaignId) -> Result<bool> {
    let changed = each_db!(link, c =>
        sqlx::query(DELETE_KEY_COPY).bind(campaign.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(changed > 0)
}
