//! Mails: what they say, how they are built, and the worker that brings them from the outbox to a mail server or, while one tries things
//! out, into memory. No mail is ever sent inside a request.

mod backoff;
mod conversation;
mod handle;
mod layout;
mod letter;
mod memory;
mod message;
mod outage;
mod pause;
mod return_address;
mod settings;
mod settle;
mod smtp;
mod store;
mod texts;
mod texts_en;
mod texts_es;
mod transport;
mod worker;

pub use handle::Handle;
pub(crate) use letter::one_line;
pub use letter::{House, Leased, Letter, UpdateLetter};
pub use memory::{MailSummary, MemoryOutbox, StoredMail};
pub use message::{ComposeError, Composer, Mail};
pub use return_address::ReturnAddress;
pub use settings::{Bounces, Settings, SmtpSettings, Tls};
pub use smtp::{SetupError, SmtpTransport};
pub use store::{OutboxStore, StoreError};
pub use transport::{SendError, Status, Transport, Trouble};
pub use worker::Worker;

/// A row of the outbox.
pub type RowId = [u8; 16];
