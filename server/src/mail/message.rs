use super::{House, Leased, ReturnAddress, RowId, Settings, letter::one_line};
use crate::privacy::{ReturnTag, ReturnTags, day_of, hmac, provider};
use jiff::Timestamp;
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use std::error::Error;

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
    /// Where its reader asks for no more of its kind.
    pub unsubscribe: Option<String>,
    /// What the `Date` header says.
    pub date: Timestamp,
}

/// Why a mail cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComposeError {
    /// `mail.from`, `mail.reply_to` or `mail.bounces.address` is not an address that can be used there.
    #[error("mail.from, mail.reply_to or mail.bounces.address is not an e-mail address that can be used there")]
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
    house: House,
    key: [u8; 32],
    returns: Option<ReturnAddress>,
    tags: Option<ReturnTags>,
}

impl Composer {
    /// A composer for these settings. `key` makes message ids; whoever has it can tell which row of the outbox a mail came from.
    ///
    /// # Errors
    /// [`ComposeError::Sender`].
    pub fn new(settings: &Settings, house: House, key: [u8; 32]) -> Result<Self, ComposeError> {
        let mut from: Mailbox = settings.from.parse().map_err(|_| ComposeError::Sender)?;
        // lettre panics on a name with control characters in it.
        from.name = Some(one_line(from.name.as_deref().unwrap_or(&house.name)));
        let mut reply_to: Option<Mailbox> =
            settings.reply_to.as_deref().map(str::parse).transpose().map_err(|_| ComposeError::Sender)?;
        if let Some(reply_to) = &mut reply_to {
            reply_to.name = reply_to.name.as_deref().map(one_line);
        }
        let returns = settings.bounces.address.as_deref();
        let returns = returns.map(|address| ReturnAddress::parse(address).ok_or(ComposeError::Sender)).transpose()?;
        Ok(Self { from, reply_to, house, key, returns, tags: None })
    }

    /// The same, with a tag in the sender address of each mail where the settings name one that can bear it.
    #[must_use]
    pub fn tagging(self, tags: ReturnTags) -> Self {
        Self { tags: Some(tags), ..self }
    }

    /// The mail for a leased row. The same row always gives the same message id, so that a mail that is sent twice is shown once.
    ///
    /// # Errors
    /// [`ComposeError::Recipient`] or [`ComposeError::Build`].
    pub fn compose(&self, leased: &Leased, now: Timestamp) -> Result<Mail, ComposeError> {
        let to: Address = leased.to.as_str().parse().map_err(|_| ComposeError::Recipient)?;
        let content = leased.letter.write(leased.lang, &self.house);
        // lettre panics on dates before 1970.
        let date = now.max(Timestamp::UNIX_EPOCH);
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to.clone()))
            .subject(content.subject.clone())
            .date(date.into())
            .message_id(Some(self.message_id(&leased.id)))
            .header(AutoSubmitted)
            .header(AutoResponseSuppress);
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        if let Some(sender) = self.sender(leased, date) {
            let envelope = Envelope::new(Some(sender), vec![to]).map_err(|_| ComposeError::Build)?;
            builder = builder.envelope(envelope);
        }
        let unsubscribe = leased.letter.unsubscribe().map(str::to_owned);
        if let Some(address) = &unsubscribe {
            builder = builder.header(ListUnsubscribe(format!("<{address}>"))).header(ListUnsubscribePost);
        }
        let parts = MultiPart::alternative()
            .boundary(self.tag(b"mail boundary", &leased.id))
            .singlepart(SinglePart::plain(content.text.clone()))
            .singlepart(SinglePart::html(content.html.clone()));
        let message = builder.multipart(parts).map_err(|_| ComposeError::Build)?;
        let to = leased.to.as_str().to_owned();
        Ok(Mail { message, to, subject: content.subject, text: content.text, html: content.html, unsubscribe, date })
    }

    /// Who the mail server is told that the mail comes from, where that is not who its reader is told.
    fn sender(&self, leased: &Leased, now: Timestamp) -> Option<Address> {
        let (returns, tags) = (self.returns.as_ref()?, self.tags.as_ref()?);
        let tag = ReturnTag {
            concern: leased.concern,
            provider: provider::number(leased.to.domain()),
            day: u16::try_from(day_of(now)).ok()?,
        };
        returns.with(&tags.seal(&tag))
    }

    fn message_id(&self, id: &RowId) -> String {
        format!("<{}@{}>", self.tag(b"message id", id), self.from.email.domain())
    }

    /// 32 hex digits that stand for a row and tell nothing of it.
    fn tag(&self, purpose: &[u8], id: &RowId) -> String {
        hmac(&self.key, &[purpose, id])[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

macro_rules! fixed_header {
    ($(#[$doc:meta])* $type:ident, $name:literal, $value:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        struct $type;

        impl Header for $type {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
                Ok(Self)
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), $value.to_owned())
            }
        }
    };
}

fixed_header!(
    /// RFC 3834: no vacation notes in answer, please.
    AutoSubmitted, "Auto-Submitted", "auto-generated"
);
fixed_header!(
    /// The same for Microsoft Exchange (MS-OXCMAIL 2.2.3.2.14).
    AutoResponseSuppress, "X-Auto-Response-Suppress", "All"
);

fixed_header!(
    /// RFC 8058: the mail program may send the form of that address on its own.
    ListUnsubscribePost, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"
);

/// RFC 2369, section 3.2: where no more mails of this kind are asked for. An address of ours, in ASCII, which must not be folded.
#[derive(Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::dangerous_new_pre_encoded(Self::name(), self.0.clone(), self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mail::{Bounces, Letter},
        privacy::Concern,
    };
    use app::{i18n::Lang, signatures::EmailAddress};
    use proptest::prelude::*;

    fn composer(from: &str, reply_to: Option<&str>, name: &str) -> Composer {
        let settings = Settings { from: from.to_owned(), reply_to: reply_to.map(str::to_owned), ..Settings::default() };
        Composer::new(&settings, House { name: name.to_owned(), link_hours: 72 }, [7; 32]).unwrap()
    }

    fn leased(lang: Lang, campaign: &str) -> Leased {
        Leased {
            id: [1; 16],
            attempts: 0,
            queued_at: Timestamp::UNIX_EPOCH,
            lang,
            to: EmailAddress::parse("ana@example.org").unwrap(),
            letter: Letter::Confirm {
                campaign: campaign.to_owned(),
                link: "https://sign.example.org/en/campaigns/halt/confirm/AbC-_123".to_owned(),
                code: "12345678".to_owned(),
            },
            concern: Concern::Confirmation([2; 16]),
        }
    }

    fn raw(composer: &Composer, leased: &Leased) -> String {
        let now = "2026-02-03T04:05:06Z".parse().unwrap();
        String::from_utf8(composer.compose(leased, now).unwrap().message.formatted()).unwrap()
    }

    #[test]
    fn headers_are_what_mail_programs_expect() {
        let composer = composer("no-reply@sign.example.org", Some("Help <help@example.org>"), "Undersigned");
        let raw = raw(&composer, &leased(Lang::En, "Halt"));
        let (head, _) = raw.split_once("\r\n\r\n").unwrap();
        for line in [
            "From: Undersigned <no-reply@sign.example.org>",
            "Reply-To: Help <help@example.org>",
            "To: ana@example.org",
            "Subject: Undersigned: please confirm your e-mail address",
            "Date: Tue, 03 Feb 2026 04:05:06 +0000",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "MIME-Version: 1.0",
        ] {
            assert!(head.lines().any(|l| l == line), "{line} in\n{head}");
        }
        assert!(head.contains("Content-Type: multipart/alternative;"));
        assert!(
            raw.find("text/plain").unwrap() < raw.find("text/html").unwrap(),
            "the last part is the one that is preferred"
        );
    }

    #[test]
    fn only_the_mail_server_sees_where_a_mail_comes_back_to() {
        let bounces = Bounces { address: Some("b@bounces.example.org".to_owned()), maildir: None };
        let settings = Settings { from: "a@sign.example.org".to_owned(), bounces, ..Settings::default() };
        let house = House { name: "U".to_owned(), link_hours: 72 };
        let (tags, now) = (ReturnTags::new([9; 32]), "2026-02-03T04:05:06Z".parse().unwrap());
        let composer = Composer::new(&settings, house, [7; 32]).unwrap().tagging(tags.clone());
        let mail = composer.compose(&leased(Lang::En, "T"), now).unwrap();
        let sender = mail.message.envelope().from().unwrap().to_string();
        let tag =
            ReturnAddress::parse("b@bounces.example.org").unwrap().tag(&sender).and_then(|tag| tags.open(tag)).unwrap();
        assert_eq!((tag.concern, provider::numbered(tag.provider)), (Concern::Confirmation([2; 16]), "other"));
        assert_eq!(i64::from(tag.day), day_of(now));
        assert_eq!(
            mail.message.envelope().to().iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["ana@example.org"]
        );
        let raw = String::from_utf8(mail.message.formatted()).unwrap();
        assert!(raw.contains("From: U <a@sign.example.org>") && !raw.contains("bounces.example.org"), "{raw}");
    }

    #[test]
    fn the_message_id_is_the_rows_own_and_does_not_tell_it() {
        let one = composer("a@sign.example.org", None, "U");
        let id = |row: u8| one.message_id(&[row; 16]);
        assert_eq!(id(1), id(1));
        assert_ne!(id(1), id(2));
        assert!(id(1).ends_with("@sign.example.org>") && id(1).starts_with('<'));
        assert!(!id(1).contains("01010101"));
        let other_key = Composer { key: [8; 32], ..one.clone() };
        assert_ne!(id(1), other_key.message_id(&[1; 16]));
        assert_eq!(raw(&one, &leased(Lang::En, "T")), raw(&one, &leased(Lang::En, "T")));
    }

    #[test]
    fn every_script_passes_through_seven_bits_and_short_lines() {
        for lang in Lang::ALL {
            let title = format!("Detengan las deportaciones ¡ya! · 停止驱逐 {}", "x".repeat(2_000));
            let raw = raw(&composer("a@example.org", None, "Ñandú 停"), &leased(lang, &title));
            assert!(raw.is_ascii());
            assert!(raw.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\n', '\r'])));
        }
    }

    #[test]
    fn no_header_can_be_slipped_in() {
        let name = "House\r\nBcc: x@example.org\r\n\r\n<script>";
        let raw = raw(&composer("a@example.org", None, name), &leased(Lang::Es, "T\r\nBcc: y@example.org\r\n--"));
        let (head, body) = raw.split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")), "{head}");
        assert!(!body.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")), "{body}");
        assert!(composer("a@example.org", None, name).compose(&leased(Lang::En, "T"), Timestamp::UNIX_EPOCH).is_ok());
    }

    #[test]
    fn a_sender_that_is_no_address_is_refused() {
        for (from, reply_to) in
            [("nobody", None), ("a@example.org\r\nBcc: b@example.org", None), ("a@example.org", Some("b"))]
        {
            let settings =
                Settings { from: from.to_owned(), reply_to: reply_to.map(str::to_owned), ..Settings::default() };
            let house = House { name: "U".to_owned(), link_hours: 72 };
            assert_eq!(Composer::new(&settings, house, [0; 32]).err(), Some(ComposeError::Sender), "{from:?}");
        }
    }

    #[test]
    fn a_clock_before_1970_does_no_harm() {
        let composer = composer("a@example.org", None, "U");
        assert!(composer.compose(&leased(Lang::En, "T"), Timestamp::MIN).is_ok());
    }

    proptest! {
        #[test]
        fn whatever_is_taken_as_an_address_can_be_written_to(
            local in "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~.-]{1,66}",
            labels in proptest::collection::vec("[a-z0-9A-Z-]{1,64}|[äéñüßøж停한]{1,12}", 1..5),
        ) {
            if let Ok(address) = EmailAddress::parse(&format!("{local}@{}", labels.join("."))) {
                let parsed = address.as_str().parse::<Address>();
                prop_assert!(parsed.is_ok(), "{}", address.as_str());
                prop_assert_eq!(parsed.unwrap().to_string(), address.as_str());
            }
        }

        #[test]
        fn any_name_and_title_make_a_mail(name in any::<String>(), title in any::<String>()) {
            let raw = raw(&composer("a@example.org", None, &name), &leased(Lang::Es, &title));
            prop_assert!(raw.is_ascii());
            prop_assert!(raw.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\n', '\r'])));
        }

        #[test]
        fn any_text_that_is_taken_as_an_address_can_be_written_to(text in "\\PC{1,20}@\\PC{1,20}(\\.\\PC{1,8})?") {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert!(address.as_str().parse::<Address>().is_ok(), "{}", address.as_str());
            }
        }
    }
}
