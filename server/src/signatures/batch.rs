//! One transaction's worth of acts.

use super::act::{Act, Answer, NewSignature};
use super::epochs::Epoch;
use super::tally::Tally;
use super::{confirm, manage, outbox, sign};
use crate::clock::{Clock, Entropy};
use crate::config::Signing;
use crate::limits::AddressLimits;
use crate::mail;
use crate::privacy::{SecretBox, Tokens};
use crate::settings::Current;
use crate::store::nodes::Slot;
use crate::store::{Result, SignatureId, Tx};
use app::settings::ShownReasons;
use jiff::Timestamp;
use std::sync::Arc;

const MICROSECONDS_AN_HOUR: i64 = 3_600_000_000;

/// Applies acts within a transaction.
pub struct Batcher {
    /// The time of events.
    pub clock: Arc<dyn Clock>,
    /// Checks codes.
    pub tokens: Tokens,
    /// Encrypts addresses for updates.
    pub contact: SecretBox,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Mails that one mailbox may be sent over all campaigns.
    pub limits: Arc<AddressLimits>,
    /// How many mails may go out.
    pub rules: Signing,
    /// What is set for the whole house.
    pub settings: Current,
    /// Where this process counts.
    pub slot: Slot,
    /// The mail worker, told when mails were queued.
    pub mail: mail::Handle,
}

/// What a transaction gathers, and what has to follow once it is committed or has failed.
#[derive(Default)]
pub struct Batch {
    /// Events to be counted.
    pub tally: Tally,
    /// How openly the house shows reasons.
    pub reasons: ShownReasons,
    /// Mails to be queued.
    pub mails: Vec<outbox::Queued>,
    /// Places taken under the limit over all campaigns.
    pub places: Vec<SignatureId>,
    /// Signatures that were confirmed: their mails' places come back.
    pub answered: Vec<SignatureId>,
    /// Epochs that this transaction wrote.
    pub epochs: Vec<Arc<Epoch>>,
    /// Rows whose waiting mails are of no use any more.
    pub moot: Vec<SignatureId>,
}

impl Batcher {
    /// Applies the acts, in the order: all new signatures together, then the others one by one. Rows are locked in this order too, here
    /// and wherever else signers' rows are written: signatures by id, mails by id, tallies and counts by their keys.
    ///
    /// # Errors
    /// When the database fails; the transaction is then to be dropped.
    pub async fn apply(&self, batch: &mut Batch, tx: &mut Tx, acts: &[Act]) -> Result<Vec<Answer>> {
        let now = self.clock.now();
        batch.reasons = self.settings.get().reasons;
        let mut link = tx.link();
        let new = acts.iter().filter_map(|act| match act {
            Act::Sign(new) => Some(&**new),
            _ => None,
        });
        let new: Vec<&NewSignature> = new.collect();
        if !new.is_empty() {
            sign::apply(self, batch, &mut link, now, &new).await?;
        }
        // In the order of their rows, so that two nodes do not wait for each other crosswise.
        let mut ordered = acts.iter().enumerate().collect::<Vec<_>>();
        ordered.sort_by_key(|(_, act)| act.row());
        let mut answers = Vec::with_capacity(acts.len());
        for (place, act) in ordered {
            let answer = match act {
                Act::Sign(_) => Answer::Done,
                Act::Confirm { campaign, row, show, contact, provider } => {
                    let contact = contact.as_deref();
                    confirm::by_link(batch, &mut link, now, *campaign, *row, *show, contact, provider).await?
                }
                Act::Code { campaign, digest, code, address } => {
                    confirm::by_code(self, batch, &mut link, now, *campaign, digest, code, address).await?
                }
                Act::Manage { campaign, row, decision } => {
                    manage::apply(batch, &mut link, *campaign, *row, *decision).await?
                }
            };
            answers.push((place, answer));
        }
        answers.sort_by_key(|(place, _)| *place);
        outbox::delete_of(&mut link, &batch.moot).await?;
        outbox::insert(&mut link, now, &batch.mails).await?;
        batch.tally.write(&mut link, hour_of(now), self.slot.get()).await?;
        Ok(answers.into_iter().map(|(_, answer)| answer).collect())
    }

    /// What follows a commit.
    pub fn committed(&self, batch: Batch) {
        for epoch in batch.epochs {
            epoch.mark_stored();
        }
        self.give_back(&batch.answered);
        if !batch.mails.is_empty() {
            self.mail.wake();
        }
    }

    /// What follows a transaction that came to nothing.
    pub fn failed(&self, batch: Batch) {
        self.give_back(&batch.places);
    }

    fn give_back(&self, rows: &[SignatureId]) {
        let now = self.clock.now();
        for row in rows {
            self.limits.give_back(now, &row.0);
        }
    }
}

/// The UTC hour since 1970.
pub(crate) fn hour_of(now: Timestamp) -> i64 {
    now.as_microsecond().div_euclid(MICROSECONDS_AN_HOUR)
}

/// Queues a mail.
pub(super) fn queue(batch: &mut Batch, new: &NewSignature, about: outbox::About) {
    batch.mails.push(outbox::Queued {
        id: new.mail.id,
        about,
        locale: new.facts.locale.clone(),
        address: new.mail.address.clone(),
    });
}
