//! Whose addresses may start campaigns where only those may who are invited.

use crate::accounts::address_of;
use crate::audit::{self, Action, Entry};
use crate::campaigns::ends_on;
use crate::moderation::window;
use crate::services::Common;
use crate::signatures::outbox::{self, About};
use crate::store::{AccountId, Link, Result, StoreError, each_db};
use app::i18n::Lang;
use app::settings::{Campaigner, Campaigners};
use app::signatures::EmailAddress;
use std::sync::Arc;

/// Addresses on a page.
const PAGE: usize = 50;

crate::store::statements! {
    CAMPAIGNERS = "SELECT id, contact, created_at FROM campaigners ORDER BY created_at DESC, id DESC LIMIT $1 OFFSET $2";
    INVITE_CAMPAIGNER = "INSERT INTO campaigners (id, digest, contact, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (digest) DO NOTHING";
    REMOVE_CAMPAIGNER = "DELETE FROM campaigners WHERE id = $1";
    CAMPAIGNER_CONTACT = "SELECT contact FROM campaigners WHERE id = $1";
    IS_CAMPAIGNER = "SELECT COUNT(*) FROM accounts a JOIN campaigners k ON k.digest = a.digest WHERE a.id = $1";
    FORGET_CAMPAIGNER = "DELETE FROM campaigners WHERE digest = (SELECT a.digest FROM accounts a WHERE a.id = $1)";
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Vec<u8>,
    /// The address, under the contact key and bound to the id.
    contact: Vec<u8>,
    created_at: i64,
}

/// A page of them.
pub(super) async fn read(common: &Common, lang: Lang, page: u32) -> Result<Campaigners> {
    let (limit, offset) = window(page, PAGE);
    let mut conn = common.db.read().await?;
    let rows: Vec<Row> = each_db!(conn.link(), c =>
        sqlx::query_as(CAMPAIGNERS).bind(limit).bind(offset).fetch_all(c).await)?;
    let more = rows.len() > PAGE;
    let rows = rows.into_iter().take(PAGE).map(|row| {
        let id = AccountId::read(&row.id)?;
        Ok(Campaigner {
            id: id.hex(),
            email: address_of(&common.contact, id, &row.contact)?,
            since: ends_on(row.created_at, 0, lang).ok_or(StoreError::Corrupt("time"))?,
        })
    });
    Ok(Campaigners { rows: rows.collect::<Result<_>>()?, more, starting: common.settings.get().starting })
}

/// Lets an address start campaigns, and mails it. Whether it could not before.
pub(super) async fn invite(
    common: &Common,
    by: AccountId,
    lang: Lang,
    address: &EmailAddress,
    digest: [u8; 32],
) -> Result<bool> {
    let (now, entropy) = (common.clock.now(), Arc::clone(&common.entropy));
    let id = AccountId::new(&*entropy);
    let contact = common.contact.seal(&*entropy, id.bytes(), address.as_str().as_bytes());
    let mail = common.mail_to(lang, About::CampaignerInvited, address.as_str()).await?;
    let invited = common.writer.job(move |tx| {
        Box::pin(async move {
            let mut link = tx.link();
            let new = each_db!(&mut link, c => sqlx::query(INVITE_CAMPAIGNER)
                .bind(id.bytes())
                .bind(&digest[..])
                .bind(&contact)
                .bind(now.as_microsecond())
                .execute(&mut **c).await.map(|done| done.rows_affected()))?;
            if new == 1 {
                let entry = Entry::new(&*entropy, now, Some(by), Action::CampaignerInvited, id.hex(), "");
                audit::add(&mut link, &entry).await?;
                outbox::insert(&mut link, now, &[mail]).await?;
            }
            Ok(new == 1)
        })
    });
    let invited = invited.await?;
    common.mail.wake();
    Ok(invited)
}

/// Lets an address start campaigns no more.
pub(super) async fn remove(common: &Common, by: AccountId, id: AccountId) -> Result<()> {
    let (now, entropy) = (common.clock.now(), Arc::clone(&common.entropy));
    let removed = common.writer.job(move |tx| {
        Box::pin(async move {
            let mut link = tx.link();
            let gone = each_db!(&mut link, c =>
                sqlx::query(REMOVE_CAMPAIGNER).bind(id.bytes()).execute(&mut **c).await.map(|done| done.rows_affected()))?;
            if gone == 1 {
                let entry = Entry::new(&*entropy, now, Some(by), Action::CampaignerRemoved, id.hex(), "");
                audit::add(&mut link, &entry).await?;
            }
            Ok(())
        })
    });
    removed.await
}

/// The encrypted address of an invitation; `None` once it is taken back.
pub(crate) async fn contact_of(link: &mut Link<'_>, id: AccountId) -> Result<Option<Vec<u8>>> {
    Ok(each_db!(link, c =>
        sqlx::query_scalar(CAMPAIGNER_CONTACT).bind(id.bytes()).fetch_optional(&mut **c).await)?)
}

/// Whether the address of this account is invited.
pub(crate) async fn is_invited(link: &mut Link<'_>, account: AccountId) -> Result<bool> {
    let n: i64 = each_db!(link, c =>
        sqlx::query_scalar(IS_CAMPAIGNER).bind(account.bytes()).fetch_one(&mut **c).await)?;
    Ok(n > 0)
}

/// Forgets that the address of an account was invited, for that account is closed.
pub(crate) async fn forget(link: &mut Link<'_>, account: AccountId) -> Result<()> {
    each_db!(link, c => sqlx::query(FORGET_CAMPAIGNER).bind(account.bytes()).execute(&mut **c).await.map(drop))?;
    Ok(())
}
