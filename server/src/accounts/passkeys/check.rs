//! Checking what a device answers: to the question that it was asked, in time, and once.

use super::{Pending, Service, json, store};
use crate::accounts::sessions;
use crate::audit::{self, Action, Entry};
use crate::campaigns::internal;
use crate::store::{AccountId, StoreError};
use app::accounts::passkeys::PasskeyProblem as Problem;
use app::error::AppError;
use app::visitor::Visitor;
use webauthn_rs::prelude::{Passkey, PublicKeyCredential, WebauthnError};

/// A passkey whose answer was right.
pub(super) struct Used {
    pub(super) account: AccountId,
    /// The fingerprint of the account's address.
    pub(super) digest: Vec<u8>,
    pub(super) credential: Vec<u8>,
    /// What was stored of it, and what is to be.
    pub(super) before: String,
    pub(super) after: String,
}

impl Service {
    /// Takes the question that this browser's answer is to: of this account, or, where somebody is to sign in, of nobody's.
    pub(super) async fn take(
        &self,
        visitor: &Visitor,
        account: Option<AccountId>,
    ) -> Result<Option<Pending>, AppError> {
        let Some(hash) = visitor.passkey.as_deref().map(sessions::hash) else { return Ok(None) };
        let now = self.common.clock.now();
        let taken =
            self.common.writer.job(move |tx| Box::pin(async move { store::take(&mut tx.link(), &hash).await })).await;
        let challenge = taken.map_err(|error| internal(&error))?.filter(|challenge| challenge.holds(now, account));
        let read = |state: &str| serde_json::from_str(state).map_err(|_| StoreError::Corrupt("passkey challenge"));
        challenge.map(|challenge| read(&challenge.state)).transpose().map_err(|error| internal(&error))
    }

    /// Checks the answer of a passkey: of this account, or, where somebody is to sign in, of the one that it tells.
    pub(super) async fn check(
        &self,
        visitor: &Visitor,
        account: Option<AccountId>,
        credential: &str,
    ) -> Result<Result<Used, Problem>, AppError> {
        let checker = self.checker()?;
        let taken = self.take(visitor, account).await?;
        let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(credential) else {
            return Ok(Err(Problem::NotFit));
        };
        let Some(Pending::Use(state)) = taken else { return Ok(Err(Problem::TooLate)) };
        let credential = answer.get_credential_id().to_vec();
        let found = async {
            let mut conn = self.common.db.read().await?;
            let Some(found) = store::find(&mut conn.link(), &credential).await? else { return Ok(None) };
            let passkey: Passkey = serde_json::from_str(&found.data).map_err(|_| StoreError::Corrupt("passkey"))?;
            Ok(Some((AccountId::read(&found.account_id)?, found, passkey)))
        };
        let found = found.await.map_err(|error: StoreError| internal(&error))?;
        let Some((owner, found, mut passkey)) = found else { return Ok(Err(Problem::Unknown)) };
        // A device that was asked for one of some passkeys need not tell whose it is (WebAuthn, 7.2, step 6).
        let told = answer.get_user_unique_id();
        let theirs = match account {
            None => told == Some(owner.bytes()),
            Some(account) => owner == account && told.is_none_or(|told| told == owner.bytes()),
        };
        if !theirs {
            return Ok(Err(Problem::Unknown));
        }
        let result = match checker.finish_discoverable_authentication_v2(&answer, state, &passkey) {
            Ok(result) if result.user_verified() => result,
            Err(WebauthnError::CredentialPossibleCompromise) => {
                self.tell_of_a_copy(owner).await?;
                return Ok(Err(Problem::Copied));
            }
            _ => return Ok(Err(Problem::NotFit)),
        };
        passkey.update_credential(&result);
        let after = json(&passkey)?;
        Ok(Ok(Used { account: owner, digest: found.digest, credential, before: found.data, after }))
    }

    /// Writes down that the counter of a passkey went back.
    async fn tell_of_a_copy(&self, account: AccountId) -> Result<(), AppError> {
        let now = self.common.clock.now();
        let entry = Entry::new(&*self.common.entropy, now, None, Action::PasskeyRefused, account.hex(), String::new());
        let told =
            self.common.writer.job(move |tx| Box::pin(async move { audit::add(&mut tx.link(), &entry).await })).await;
        told.map_err(|error| internal(&error))
    }
}
