//! What a delivery status notification says.

use mail_parser::{Message, MessageParser, MimeHeaders};

/// Bytes of a report that are read. What it says comes first, and the mail that came back last.
pub const LONGEST: usize = 256 * 1024;
/// Addresses that are looked at: those of one report are few.
const ADDRESSES: usize = 64;
/// Where mail servers write to whom a mail was delivered.
const TO: [&str; 5] = ["To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To"];

/// How a mail came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Not delivered so far, or refused for what a mail says or where it comes from.
    Soft,
    /// There is no such mailbox, and there will be none.
    Hard,
}

/// A report.
pub(super) struct Report<'a>(Message<'a>);

impl<'a> Report<'a> {
    /// Reads a mail; `None` for what is none.
    pub(super) fn parse(bytes: &'a [u8]) -> Option<Self> {
        MessageParser::default().parse(bytes.get(..LONGEST).unwrap_or(bytes)).map(Self)
    }

    /// The addresses to which it came.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &str> {
        let headers = self.0.headers_raw().filter(|(name, _)| TO.iter().any(|to| to.eq_ignore_ascii_case(name)));
        let within = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | ':' | '"' | '(' | ')');
        headers.flat_map(move |(_, value)| value.split(within)).filter(|word| word.contains('@')).take(ADDRESSES)
    }

    /// How the mail came back; `None` where it did not, or nothing says so in a way that machines can read.
    pub(super) fn weight(&self) -> Option<Weight> {
        let part = self.0.parts.iter().find(|part| {
            part.content_type().is_some_and(|kind| {
                let is = |found: Option<&str>, name: &str| found.is_some_and(|found| found.eq_ignore_ascii_case(name));
                is(Some(kind.ctype()), "message") && is(kind.subtype(), "delivery-status")
            })
        })?;
        weight(&String::from_utf8_lossy(part.contents()))
    }
}

/// The heaviest of what is said of each recipient (RFC 3464, section 2.3).
fn weight(text: &str) -> Option<Weight> {
    let unfolded = text.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    unfolded.split("\n\n").filter_map(group).max()
}

fn group(text: &str) -> Option<Weight> {
    let field = |name: &str| {
        text.lines().find_map(|line| {
            let (found, value) = line.split_once(':')?;
            found.trim().eq_ignore_ascii_case(name).then(|| value.trim())
        })
    };
    let action = field("Action")?.split_whitespace().next()?.to_ascii_lowercase();
    match action.as_str() {
        "delayed" => Some(Weight::Soft),
        "failed" => {
            let status = field("Status").and_then(code);
            // Some servers write 5.0.0 whatever the other one has answered.
            let answer = || field("Diagnostic-Code")?.split([' ', ';', '-']).find_map(code);
            let status = match status {
                Some((class, 0, 0)) => answer().or(Some((class, 0, 0))),
                None => answer(),
                status => status,
            };
            Some(if status.is_some_and(is_final) { Weight::Hard } else { Weight::Soft })
        }
        _ => None,
    }
}

/// A status code (RFC 3463).
fn code(text: &str) -> Option<(u16, u16, u16)> {
    let mut parts =
        text.split_whitespace().next()?.trim_start_matches('#').split('.').map(|part| part.parse::<u16>().ok());
    let code = (parts.next()??, parts.next()??, parts.next()??);
    (parts.next().is_none() && [2, 4, 5].contains(&code.0)).then_some(code)
}

/// Whether it says that the mailbox will never take a mail. What is refused for security or policy (x.7.x), for its content (x.6.x), its
/// size (x.2.3, x.3.4) or since the mailbox is full (x.2.2) may be taken another time.
const fn is_final((class, subject, detail): (u16, u16, u16)) -> bool {
    class == 5 && !matches!((subject, detail), (6 | 7, _) | (2, 2 | 3) | (3, 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAGGED: &str = "b+aaaa@sign.example.org";

    fn postfix(action: &str, status: &str) -> String {
        format!(
            "Return-Path: <>\r\nX-Original-To: {TAGGED}\r\nDelivered-To: {TAGGED}\r\nReceived: by mail.example.org (Postfix)\r\n\tid 4F1; \
             Tue,  3 Feb 2026 04:05:06 +0000 (UTC)\r\nDate: Tue,  3 Feb 2026 04:05:06 +0000 (UTC)\r\nFrom: MAILER-DAEMON@mail.example.org \
             (Mail Delivery System)\r\nSubject: Undelivered Mail Returned to Sender\r\nTo: {TAGGED}\r\nAuto-Submitted: auto-replied\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"4F1.1/mail.example.org\"\r\n\
             Content-Transfer-Encoding: 8bit\r\n\r\nThis is a MIME-encapsulated message.\r\n\r\n--4F1.1/mail.example.org\r\n\
             Content-Description: Notification\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nI'm sorry to have to inform you…\r\n\r\n\
             --4F1.1/mail.example.org\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\n\
             Reporting-MTA: dns; mail.example.org\r\nX-Postfix-Queue-ID: 4F1\r\nArrival-Date: Tue,  3 Feb 2026 04:05:05 +0000 (UTC)\r\n\r\n\
             Final-Recipient: rfc822; ana@example.com\r\nOriginal-Recipient: rfc822;ana@example.com\r\nAction: {action}\r\nStatus: {status}\
             \r\nRemote-MTA: dns; mx.example.com\r\nDiagnostic-Code: smtp; 550 5.1.1 <ana@example.com>: Recipient address\r\n    rejected: \
             User unknown\r\n\r\n--4F1.1/mail.example.org\r\nContent-Description: Undelivered Message\r\nContent-Type: message/rfc822\r\n\
             \r\nFrom: House <no-reply@sign.example.org>\r\nTo: ana@example.com\r\nSubject: x\r\n\r\nAction: delayed\r\n\r\n\
             --4F1.1/mail.example.org--\r\n"
        )
    }

    fn weight_of(mail: &str) -> Option<Weight> {
        Report::parse(mail.as_bytes()).and_then(|report| report.weight())
    }

    fn addresses(mail: &str) -> Vec<String> {
        Report::parse(mail.as_bytes()).unwrap().addresses().map(str::to_owned).collect()
    }

    #[test]
    fn postfix_is_understood() {
        assert_eq!(weight_of(&postfix("failed", "5.1.1")), Some(Weight::Hard));
        assert_eq!(weight_of(&postfix("failed", "4.4.1")), Some(Weight::Soft), "given up after days");
        assert_eq!(weight_of(&postfix("delayed", "4.4.1")), Some(Weight::Soft));
        assert_eq!(weight_of(&postfix("relayed", "2.0.0")), None, "it went on");
        assert_eq!(addresses(&postfix("failed", "5.1.1")), [TAGGED; 3], "not the one within");
    }

    #[test]
    fn exim_is_understood() {
        let exim = |answer: &str| {
            format!(
                "Envelope-to: {TAGGED}\nReceived: from Debian-exim by mx.example.com with local (Exim 4.96)\n\tid 1t\n\
                 X-Failed-Recipients: ana@example.com\nAuto-Submitted: auto-replied\nFrom: Mail Delivery System \
                 <Mailer-Daemon@mx.example.com>\nTo: {TAGGED}\nContent-Type: multipart/report; report-type=delivery-status; \
                 boundary=1770091506-eximdsn-1804289383\nMIME-Version: 1.0\nSubject: Mail delivery failed: returning message to sender\n\n\
                 --1770091506-eximdsn-1804289383\nContent-type: text/plain; charset=us-ascii\n\nThis message was created \
                 automatically.\n\n--1770091506-eximdsn-1804289383\nContent-type: message/delivery-status\n\nReporting-MTA: dns; \
                 mx.example.com\n\nAction: failed\nFinal-Recipient: rfc822;ana@example.com\nStatus: 5.0.0\nRemote-MTA: dns; \
                 in.example.com\nDiagnostic-Code: smtp; {answer}\n\n--1770091506-eximdsn-1804289383\nContent-type: \
                 message/rfc822\n\nSubject: x\n\nx\n--1770091506-eximdsn-1804289383--\n"
            )
        };
        assert_eq!(weight_of(&exim("550 5.1.1 no such user")), Some(Weight::Hard));
        assert_eq!(weight_of(&exim("550-5.7.1 we do not like the address you write from")), Some(Weight::Soft));
        assert_eq!(weight_of(&exim("550 unrouteable")), Some(Weight::Hard), "nothing says more than 5.0.0");
        assert!(addresses(&exim("550 5.1.1 x")).iter().all(|address| address == TAGGED));
    }

    #[test]
    fn exchange_and_gmail_are_understood() {
        let exchange = format!(
            "From: <postmaster@contoso.example>\r\nTo: <{TAGGED}>\r\nDate: Tue, 3 Feb 2026 04:05:06 +0000\r\nContent-Type: multipart/report; \
             report-type=delivery-status;\r\n\tboundary=\"_9ab_\"\r\nX-MS-Exchange-Message-Is-Ndr:\r\nSubject: Undeliverable: x\r\n\
             MIME-Version: 1.0\r\n\r\n--_9ab_\r\nContent-Type: multipart/alternative; differences=Content-Type;\r\n\tboundary=\"_in_\"\r\n\r\n\
             --_in_\r\nContent-Type: text/plain; charset=\"us-ascii\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nYour message \
             couldn't be delivered.\r\n--_in_--\r\n\r\n--_9ab_\r\nContent-Type: message/delivery-status\r\nContent-Transfer-Encoding: \
             base64\r\n\r\nUmVwb3J0aW5nLU1UQTogZG5zO2V4LmNvbnRvc28uZXhhbXBsZQ0KDQpGaW5hbC1SZWNpcGllbnQ6\r\n\
             IHJmYzgyMjthbmFAY29udG9zby5leGFtcGxlDQpBY3Rpb246IGZhaWxlZA0KU3RhdHVzOiA1LjEu\r\n\
             MTANCkRpYWdub3N0aWMtQ29kZTogc210cDs1NTAgNS4xLjEwIFJFU09MVkVSLkFEUi5SZWNpcGll\r\nbnROb3RGb3VuZA0K\r\n\r\n--_9ab_--\r\n"
        );
        assert_eq!(weight_of(&exchange), Some(Weight::Hard));
        let gmail = format!(
            "Delivered-To: {TAGGED}\r\nReturn-Path: <>\r\nContent-Type: multipart/report; boundary=\"0000\"; report-type=delivery-status\r\n\
             To: {TAGGED}\r\nFrom: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\r\nSubject: Delivery Status Notification \
             (Failure)\r\nIn-Reply-To: <x@sign.example.org>\r\n\r\n--0000\r\nContent-Type: multipart/related; boundary=\"1111\"\r\n\r\n--1111\
             \r\nContent-Type: text/plain; charset=\"UTF-8\"\r\n\r\n** Address not found **\r\n--1111--\r\n--0000\r\nContent-Type: \
             message/delivery-status\r\n\r\nReporting-MTA: dns; googlemail.com\r\nArrival-Date: Mon, 02 Feb 2026 20:05:06 -0800 (PST)\r\n\
             X-Original-Message-ID: <x@sign.example.org>\r\n\r\nFinal-Recipient: rfc822; ana@gmail.com\r\nAction: failed\r\nStatus: 5.1.1\r\n\
             Remote-MTA: dns; gmail-smtp-in.l.google.com. (142.250.1.27, the server for the\r\n domain gmail.com.)\r\nDiagnostic-Code: smtp; \
             550-5.1.1 The email account that you tried to reach does not exist.\r\nLast-Attempt-Date: Mon, 02 Feb 2026 20:05:06 -0800 \
             (PST)\r\n\r\n--0000--\r\n"
        );
        assert_eq!(weight_of(&gmail), Some(Weight::Hard));
        assert_eq!(weight_of(&gmail.replace("Status: 5.1.1", "Status: 5.2.2 (full)")), Some(Weight::Soft));
    }

    #[test]
    fn what_is_no_report_says_nothing() {
        let vacation = format!(
            "From: ana@example.com\r\nTo: {TAGGED}\r\nSubject: Away\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        );
        assert_eq!(weight_of(&vacation), None);
        for junk in
            ["", "\r\n\r\n", "\u{0}\u{ff}", "Content-Type: multipart/report; boundary=a\r\n\r\n--a\r\n--a\r\n--a"]
        {
            assert_eq!(weight_of(junk), None, "{junk:?}");
        }
        // What is cut off is read as far as it goes.
        let long = postfix("failed", "5.1.1") + &"x".repeat(LONGEST);
        assert_eq!(weight_of(&long), Some(Weight::Hard));
    }

    #[test]
    fn the_heaviest_counts() {
        let two = "Reporting-MTA: dns; x\n\nAction: delayed\nStatus: 4.0.0\n\nACTION: Failed (x)\nstatus: 5.1.6\n";
        assert_eq!(weight(two), Some(Weight::Hard));
        assert_eq!(weight("Action: failed\n"), Some(Weight::Soft), "without a code nothing is final");
        assert_eq!(weight("Status: 5.1.1\n"), None);
    }
}
