//! Links, supporters and drafts, as they are stored.

use crate::clock::ago;
use crate::store::writer::Writer;
use crate::store::{AccountId, CampaignId, Link, Result, SupportLinkId, SupporterId, each_db};
use app::supporters::{HOURS, MAILS, MOST};
use jiff::Timestamp;

crate::store::statements! {
    SUPPORT_OF_DRAFT = "SELECT d.form, l.id AS link FROM drafts d
        JOIN team_members m ON m.team_id = d.team_id
        LEFT JOIN support_links l ON l.draft_id = d.id
        WHERE d.id = $1 AND m.account_id = $2 AND m.role IN ('owner', 'editor')
        AND NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = d.id)";
    FORM_OF_LINK = "SELECT d.form FROM support_links l JOIN drafts d ON d.id = l.draft_id
        WHERE l.id = $1 AND d.state IN ('draft', 'submitted')";
    ADD_LINK = "INSERT INTO support_links (id, draft_id) VALUES ($1, $2) ON CONFLICT (draft_id) DO NOTHING";
    DROP_LINK = "DELETE FROM support_links WHERE draft_id = $1";
    LOCK_LINK = "UPDATE support_links SET draft_id = draft_id WHERE id = $1";
    SUPPORTER_OF_ADDRESS = "SELECT id FROM supporters WHERE link_id = $1 AND digest = $2";
    COUNT_SUPPORTERS = "SELECT COUNT(*) FROM supporters WHERE link_id = $1";
    ADD_SUPPORTER = "INSERT INTO supporters (id, link_id, digest, mails, asked_at) VALUES ($1, $2, $3, 1, $4)
        ON CONFLICT (link_id, digest) DO NOTHING";
    ASK_AGAIN = "UPDATE supporters SET mails = mails + 1 WHERE id = $1 AND asked_at IS NOT NULL AND mails < $2";
    ASKED = "SELECT asked_at FROM supporters WHERE id = $1 AND (asked_at IS NULL OR asked_at > $2)";
    CONFIRM_SUPPORT = "UPDATE supporters SET asked_at = NULL WHERE id = $1 AND (asked_at IS NULL OR asked_at > $2)";
    CONFIRMED_OF_DRAFT = "SELECT COUNT(*) FROM supporters s JOIN support_links l ON l.id = s.link_id
        WHERE l.draft_id = $1 AND s.asked_at IS NULL";
    EXPIRE_SUPPORTERS = "DELETE FROM supporters WHERE asked_at <= $1";
}

/// The moment (microseconds) before which the link of a mail is too old.
fn oldest(now: Timestamp) -> i64 {
    ago(now, i64::from(HOURS) * 60)
}

/// A draft and its link.
#[derive(sqlx::FromRow)]
pub(super) struct Own {
    /// As typed, in JSON.
    pub(super) form: String,
    link: Option<Vec<u8>>,
}

impl Own {
    pub(super) fn link(&self) -> Result<Option<SupportLinkId>> {
        self.link.as_deref().map(SupportLinkId::read).transpose()
    }
}

/// A draft that this account may write, of a campaign that is not public.
pub(super) async fn own(link: &mut Link<'_>, draft: CampaignId, account: AccountId) -> Result<Option<Own>> {
    Ok(each_db!(link, c => sqlx::query_as(SUPPORT_OF_DRAFT)
        .bind(draft.bytes())
        .bind(account.bytes())
        .fetch_optional(&mut **c).await)?)
}

/// What was typed of the draft behind a link, unless it was refused.
pub(super) async fn form(link: &mut Link<'_>, id: SupportLinkId) -> Result<Option<String>> {
    Ok(each_db!(link, c => sqlx::query_scalar(FORM_OF_LINK).bind(id.bytes()).fetch_optional(&mut **c).await)?)
}

/// Makes a draft's link, unless it has one.
pub(super) async fn add_link(link: &mut Link<'_>, id: SupportLinkId, draft: CampaignId) -> Result<()> {
    each_db!(link, c =>
        sqlx::query(ADD_LINK).bind(id.bytes()).bind(draft.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Drops a draft's link with its supporters.
pub(super) async fn drop_link(link: &mut Link<'_>, draft: CampaignId) -> Result<()> {
    each_db!(link, c => sqlx::query(DROP_LINK).bind(draft.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}

/// Keeps others from adding to a link until the transaction is over. Whether there is such a link.
pub(super) async fn lock(link: &mut Link<'_>, id: SupportLinkId) -> Result<bool> {
    let found = each_db!(link, c =>
        sqlx::query(LOCK_LINK).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(found == 1)
}

/// The row of an address.
pub(super) async fn of_address(
    link: &mut Link<'_>,
    id: SupportLinkId,
    digest: &[u8; 32],
) -> Result<Option<SupporterId>> {
    let row: Option<Vec<u8>> = each_db!(link, c =>
        sqlx::query_scalar(SUPPORTER_OF_ADDRESS).bind(id.bytes()).bind(&digest[..]).fetch_optional(&mut **c).await)?;
    row.as_deref().map(SupporterId::read).transpose()
}

/// Whether a link has as many as it can have.
pub(super) async fn is_full(link: &mut Link<'_>, id: SupportLinkId) -> Result<bool> {
    let n: i64 = each_db!(link, c => sqlx::query_scalar(COUNT_SUPPORTERS).bind(id.bytes()).fetch_one(&mut **c).await)?;
    Ok(n >= i64::from(MOST))
}

/// Adds an address that has to be proved yet. Whether it was not there.
pub(super) async fn add(
    link: &mut Link<'_>,
    id: SupporterId,
    of: SupportLinkId,
    digest: &[u8; 32],
    now: Timestamp,
) -> Result<bool> {
    let added = each_db!(link, c => sqlx::query(ADD_SUPPORTER)
        .bind(id.bytes())
        .bind(of.bytes())
        .bind(&digest[..])
        .bind(now.as_microsecond())
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(added == 1)
}

/// Counts another mail to one that has not proved its address. Whether there was one left.
pub(super) async fn ask_again(link: &mut Link<'_>, id: SupporterId) -> Result<bool> {
    let counted = each_db!(link, c => sqlx::query(ASK_AGAIN)
        .bind(id.bytes())
        .bind(i64::from(MAILS))
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(counted == 1)
}

/// Whether the link of a mail works, be it for the first time or again.
pub(super) async fn asked(link: &mut Link<'_>, id: SupporterId, now: Timestamp) -> Result<bool> {
    let row: Option<Option<i64>> = each_db!(link, c =>
        sqlx::query_scalar(ASKED).bind(id.bytes()).bind(oldest(now)).fetch_optional(&mut **c).await)?;
    Ok(row.is_some())
}

/// Counts one. Whether the link of the mail worked.
pub(super) async fn confirm(link: &mut Link<'_>, id: SupporterId, now: Timestamp) -> Result<bool> {
    let counted = each_db!(link, c => sqlx::query(CONFIRM_SUPPORT)
        .bind(id.bytes())
        .bind(oldest(now))
        .execute(&mut **c).await.map(|done| done.rows_affected()))?;
    Ok(counted == 1)
}

/// How many have proved their address.
pub(crate) async fn confirmed(link: &mut Link<'_>, draft: CampaignId) -> Result<u32> {
    let n: i64 =
        each_db!(link, c => sqlx::query_scalar(CONFIRMED_OF_DRAFT).bind(draft.bytes()).fetch_one(&mut **c).await)?;
    Ok(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Drops addresses that nobody has proved within a day.
///
/// # Errors
/// When the database fails.
pub async fn sweep(writer: &Writer, now: Timestamp) -> Result<()> {
    writer
        .job(move |tx| {
            Box::pin(async move {
                each_db!(tx.link(), c =>
                    sqlx::query(EXPIRE_SUPPORTERS).bind(oldest(now)).execute(c).await.map(drop))?;
                Ok(())
            })
        })
        .await
}
