//! `undersigned admin …`: the first admin, and the way back in for who has lost an authenticator app.

use super::{AdminCommand, config::write};
use crate::clock::{Clock, SystemClock, SystemEntropy};
use crate::config::Config;
use crate::failure::Failure;
use crate::services::Foundation;
use crate::staff::{Inviting, invite, reset_proof};
use app::accounts::Role;
use app::i18n::Lang;
use app::signatures::EmailAddress;
use std::io::Write;
use std::sync::Arc;

/// Invites or resets.
///
/// # Errors
/// One sentence with its remedy.
pub(super) async fn run(config: Config, command: AdminCommand) -> Result<(), Failure> {
    let (AdminCommand::Invite { address } | AdminCommand::ResetProof { address }) = &command;
    let address = EmailAddress::parse(address)
        .map_err(|_| Failure::new("That is not a complete e-mail address. It looks like name@example.org."))?;
    let base = Foundation::for_command(&config).await?;
    let day_keys = base.day_keys(Arc::new(SystemEntropy));
    let (contact, digest_key) = (base.contact(), base.account_digests());
    let with = Inviting {
        writer: &base.writer,
        contact: &contact,
        digest_key: &digest_key,
        day_keys: &day_keys,
        now: SystemClock.now(),
        entropy: Arc::new(SystemEntropy),
        actor: None,
        lang: Lang::default(),
    };
    let done = match &command {
        AdminCommand::Invite { .. } => invite(&with, &address, Role::Admin).await,
        AdminCommand::ResetProof { .. } => reset_proof(&with, &address).await,
    };
    base.close().await;
    let told = match (&command, done?) {
        (AdminCommand::Invite { .. }, true) => {
            "Invited, by a mail that leads to the sign-in page. Signed in with this address, one is an admin, and sets up an authenticator \
             app or a passkey before any page of the house opens."
        }
        (AdminCommand::Invite { .. }, false) => "The account of this address is an admin's already.",
        (AdminCommand::ResetProof { .. }, true) => {
            "Authenticator app and passkeys are removed, the account is signed out everywhere, and its owner is told by mail."
        }
        (AdminCommand::ResetProof { .. }, false) => {
            return Err(Failure::new(
                "No account of this address has an authenticator app or a passkey, so nothing was changed.",
            ));
        }
    };
    write(|out| writeln!(out, "{told}"))
}
