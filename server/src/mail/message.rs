use super::{Leased, RowId, Settings};
use jiff::Timestamp;
use lettre::{
    Address, Message,
    message::{Mailbox, MultiPart, SinglePart, header},
};

/// A mail, ready to be sent. Has no `Debug`: it holds an address and what opens doors.
pub struct Mail {
    /// What goes over the wire.
    pub message: Message,
    /// The recipient's address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// What the `Date` header says.
    pub date: Timestamp,
}

/// Why a mail cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// `mail.from` or `mail.reply_to` is not an address.
    #[error("mail.from or mail.reply_to is not an e-mail address")]
    Sender,
    /// The recipient is not an address.
    #[error("the recipient is not an e-mail address")]
    Recipient,
    /// The parts do not make a mail.
    #[error("the mail could not be built")]
    Build,
}

/// Turns letters into mails of this house.
#[derive(Clone)]
pub struct Composer {
    from: Mailbox,
    reply_to: Option<Mailbox>,
    house: String,
    key: [u8; 32],
}

impl Composer {
    /// A composer for these settings. `key` makes message ids; whoever has it can tell which row of the outbox a mail came from.
    ///
    /// # Errors
    /// [`ComposeError::Sender`].
    pub fn new(settings: &Settings, key: [u8; 32]) -> Result<Self, ComposeError> {
        let mailbox = |text: &str| text.parse::<Mailbox>().map_err(|_| ComposeError::Sender);
        let from = mailbox(&settings.from)?;
        let reply_to = settings.reply_to.as_deref().map(mailbox).transpose()?;
        let house = from.name.clone().unwrap_or_else(|| from.email.domain().to_owned());
        Ok(Self { from, reply_to, house, key })
    }

    /// The mail for a leased row. The same row always gives the same message id.
    ///
    /// # Errors
    /// [`ComposeError::Recipient`] or [`ComposeError::Build`].
    pub fn compose(&self, leased: &Leased, now: Timestamp) -> Result<Mail, ComposeError> {
        let to: Address = leased.to.as_str().parse().map_err(|_| ComposeError::Recipient)?;
        let content = leased.letter.write(leased.lang, &self.house);
        let date = now.max(Timestamp::UNIX_EPOCH);
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(content.subject.clone())
            .date(date.into())
            .message_id(Some(self.message_id(&leased.id)))
            .header(AutoSubmitted)
            .header(SuppressAutoResponse);
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        let parts = MultiPart::alternative()
            .boundary(self.tag(b"boundary", &leased.id))
            .singlepart(SinglePart::plain(content.text.clone()))
            .singlepart(SinglePart::html(content.html.clone()));
        let message = builder.multipart(parts).map_err(|_| ComposeError::Build)?;
        Ok(Mail {
            message,
            to: leased.to.as_str().to_owned(),
            subject: content.subject,
            text: content.text,
            html: content.html,
            date,
        })
    }

    fn message_id(&self, id: &RowId) -> String {
        format!("<{}@{}>", self.tag(b"message-id", id), self.from.email.domain())
    }

    /// 32 hex digits that stand for a row and tell nothing of its id.
    fn tag(&self, purpose: &[u8], id: &RowId) -> String {
        use hmac::{Hmac, KeyInit, Mac};
        let mac = <Hmac<sha2::Sha256> as KeyInit>::new(&self.key.into());
        hex16(mac.chain_update(purpose).chain_update(id).finalize().into_bytes().as_slice())
    }
}
