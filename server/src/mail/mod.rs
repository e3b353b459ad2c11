//! Mails: what they say, how they are built, and the worker that brings them from the outbox to a mail server or, while one tries things
//! out, into memory. No mail is ever sent inside a request.

mod letter;
mod memory;
mod message;
mod settings;
mod smtp;
mod transport;
mod worker;

pub use letter::{Leased, Letter};
pub use memory::{MailSummary, MemoryOutbox, StoredMail};
pub use message::{ComposeError, Composer, Mail};
pub use settings::{Settings, SmtpSettings, Tls};
pub use smtp::SmtpTransport;
pub use transport::{SendError, Status, Transport, Trouble};
pub use worker::{Handle, OutboxStore, StoreError, Worker};

/// A row of the outbox.
pub type RowId = [u8; 16];
