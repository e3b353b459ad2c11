//! Inviting by address, and the way back in for who has lost an authenticator app.

use super::store;
use crate::accounts;
use crate::audit::{self, Action, Entry};
use crate::clock::Entropy;
use crate::privacy::{DayKeys, SecretBox, account_digest};
use crate::signatures::outbox::{self, About, Queued};
use crate::store::writer::Writer;
use crate::store::{AccountId, Result};
use app::accounts::Role;
use app::i18n::Lang;
use app::signatures::EmailAddress;
use jiff::Timestamp;
use std::sync::Arc;

/// What inviting works with.
pub struct Inviting<'a> {
    /// The writer.
    pub writer: &'a Writer,
    /// Encrypts addresses that are kept.
    pub contact: &'a SecretBox,
    /// For fingerprints of the addresses of accounts.
    pub digest_key: &'a [u8; 32],
    /// Encrypts addresses for the mail.
    pub day_keys: &'a DayKeys,
    /// The time.
    pub now: Timestamp,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Who invites; nobody for the command line.
    pub actor: Option<AccountId>,
    /// The language of the mail.
    pub lang: Lang,
}

/// Gives the account of this address the role, if it has a lesser one; or lets the role wait until the address signs in. Mails where to do
/// that. Whether anything was changed: who has the role already is left in peace.
///
/// # Errors
/// When the database fails.
pub async fn invite(with: &Inviting<'_>, address: &EmailAddress, role: Role) -> Result<bool> {
    let (now, actor, entropy) = (with.now, with.actor, Arc::clone(&with.entropy));
    let digest = account_digest(with.digest_key, address);
    let id = AccountId::new(&*entropy);
    let contact = with.contact.seal(&*entropy, id.bytes(), address.as_str().as_bytes());
    let mail = mail(with, address, About::StaffInvited).await?;
    let invited = with.writer.job(move |tx| {
        Box::pin(async move {
            let mut link = tx.link();
            let (object, action, detail) = match accounts::with_role(&mut link, &digest).await? {
                Some((_, has)) if has >= role => return Ok(false),
                Some((account, has)) => {
                    if !store::set_role(&mut link, account, has, role).await? {
                        return Err(crate::store::StoreError::Raced);
                    }
                    (account, Action::RoleChanged, store::change(has, role))
                }
                None => {
                    store::invite(&mut link, id, &digest, &contact, role, now).await?;
                    (id, Action::StaffInvited, role.code().to_owned())
                }
            };
            audit::add(&mut link, &Entry::new(&*entropy, now, actor, action, object.hex(), detail)).await?;
            outbox::insert(&mut link, now, &[mail]).await?;
            Ok(true)
        })
    });
    invited.await
}

/// Takes authenticator app and passkeys from the account of this address, signs it out everywhere, and tells its owner. Whether there was one.
///
/// # Errors
/// When the database fails.
pub async fn reset_proof(with: &Inviting<'_>, address: &EmailAddress) -> Result<bool> {
    let (now, actor, entropy) = (with.now, with.actor, Arc::clone(&with.entropy));
    let digest = account_digest(with.digest_key, address);
    let mail = mail(with, address, About::ProofRemoved).await?;
    let reset = with.writer.job(move |tx| {
        Box::pin(async move {
            let mut link = tx.link();
            let Some((account, _)) = accounts::with_role(&mut link, &digest).await? else { return Ok(false) };
            if !accounts::proof::reset(&mut link, account).await? {
                return Ok(false);
            }
            let entry = Entry::new(&*entropy, now, actor, Action::ProofReset, account.hex(), "");
            audit::add(&mut link, &entry).await?;
            outbox::insert(&mut link, now, &[mail]).await?;
            Ok(true)
        })
    });
    reset.await
}

async fn mail(with: &Inviting<'_>, address: &EmailAddress, about: About) -> Result<Queued> {
    let day = with.day_keys.today(with.now).await?;
    Ok(Queued::new(&*with.entropy, &day, about, with.lang.code(), address.as_str().as_bytes()))
}
