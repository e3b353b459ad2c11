use super::Mail;
use async_trait::async_trait;
use std::fmt;

/// Brings mails on their way.
#[async_trait]
pub trait Transport: Send + Sync {
    /// Sends one mail. Returns once the other side has taken responsibility for it. Cancelling it (a timeout, a shutdown) does no
    /// harm to other mails.
    ///
    /// # Errors
    /// [`SendError`], which tells whether to try again.
    async fn send(&self, mail: &Mail) -> Result<(), SendError>;

    /// What mails are handed to, for a log line: a host and port, never an address of a mailbox.
    fn name(&self) -> String;

    /// Says goodbye to the other side. Later sends open a new connection.
    async fn close(&self) {}
}

/// What the other side answered: numbers only, for the text of an answer can repeat the address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// The SMTP reply code (RFC 5321), if there was an answer.
    pub code: Option<u16>,
    /// The enhanced status code (RFC 3463), if one was given.
    pub enhanced: Option<(u8, u16, u16)>,
}

/// Why a mail was not sent. Holds no address and no text of the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendError {
    /// This mail may pass later: a 4xx answer, a broken connection, no answer in time.
    Temporary(Status),
    /// This mail will never pass: a 5xx answer to its recipient or its content.
    Permanent(Status),
    /// No mail passes at the moment, whatever it says and wherever it goes.
    Unavailable(Trouble, Status),
}

/// Why no mail passes at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No connection: wrong host or port, a firewall, a server that is down.
    Unreachable,
    /// No encrypted connection, or a certificate that does not hold.
    Tls,
    /// User or password refused, or demanded and not configured.
    Login,
    /// The server takes no mail from our sender address.
    Sender,
    /// The server answers, but takes no mail at the moment.
    Closed,
}

impl Trouble {
    /// What is wrong and what to do, to follow the name of the server.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Unreachable => {
                "cannot be reached: check mail.smtp.host and mail.smtp.port, and that a firewall lets this machine out"
            }
            Self::Tls => {
                "gives no encrypted connection that can be trusted: check mail.smtp.tls (\"implicit\" for port 465, \"starttls\" for 587), \
                 that the certificate bears the name in mail.smtp.host, and mail.smtp.ca_file if it is one of your own"
            }
            Self::Login => "refuses the login: check mail.smtp.user and mail.smtp.password_file",
            Self::Sender => {
                "takes no mail from the address in mail.from or mail.bounces.address: use one that this user may send from"
            }
            Self::Closed => "takes no mail at the moment: its own log says why",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, self.enhanced) {
            (Some(code), Some((class, subject, detail))) => write!(f, "{code} {class}.{subject}.{detail}"),
            (Some(code), None) => write!(f, "{code}"),
            _ => f.write_str("no answer"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_numbers() {
        assert_eq!(Status { code: Some(550), enhanced: Some((5, 1, 1)) }.to_string(), "550 5.1.1");
        assert_eq!(Status { code: Some(421), enhanced: None }.to_string(), "421");
        assert_eq!(Status::default().to_string(), "no answer");
    }
}
