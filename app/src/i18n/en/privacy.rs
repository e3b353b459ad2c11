use crate::i18n::{PrivacyMsg as M, Text};
use crate::privacy::Stored as S;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "What is stored about you",
        M::Lead => {
            "This list is made from the same table that a test holds against our database. Nothing else about a signer is kept."
        }
        M::Why => {
            "You give a name, an address and a country. We need the address once, to see that a mailbox stands behind the signature, and \
             want to know as little as we can after that: what the system does not know, it cannot be made to tell."
        }
        M::Caption => "A signature, piece by piece",
        M::ColumnWhat => "What",
        M::ColumnWhy => "What for",
        M::ColumnWho => "Who can read it",
        M::ColumnLong => "How long",
        M::What(kind) => what(kind),
        M::For(kind) => purpose(kind),
        M::Who(kind) => who(kind),
        M::Long(kind) => long(kind),
        M::TakenTitle => "What could be taken",
        M::TakenDatabase => {
            "Whoever takes the database alone, by force, by law or by theft, finds counts, fingerprints made with a key that is not in it, \
             sealed boxes, and the names and reasons that signers wanted to be public. There is no list of who signed."
        }
        M::TakenKey => {
            "Whoever holds the database and the server’s key can test guesses: take an address that they already know and see whether it \
             signed. They cannot read addresses out of the fingerprints. Thirty days after a campaign has closed its fingerprint key is \
             destroyed, and then nobody can test anything, we neither."
        }
        M::TakenRunning => {
            "Whoever controls the running server can read addresses that still wait for a mail, and those of signers who asked for \
             updates. They cannot open sealed boxes that were closed in earlier hours."
        }
        M::TakenHolder => {
            "Where a campaign may read its signers, a key holder can open its sealed boxes, and so can whoever forces them. The sign form \
             says beside the button what they can read. Campaigns that see numbers only have no such boxes to open."
        }
        M::TakenOrder => {
            "Small installations keep rows in random order. Large ones run on PostgreSQL, whose files and log show in which order \
             signatures arrived, but not when and not whose."
        }
        M::NeverTitle => "What is never stored",
        M::NeverNetwork => {
            "Your network address (IP) and your browser’s name, neither in the database nor in a log. To stop floods we keep a code made \
             from the network in memory, under a secret that changes every day."
        }
        M::NeverTime => "The time at which you signed, once you have confirmed. Counts know the hour, not the person.",
        M::NeverMail => "Whether you opened our mail or followed a link in it.",
        M::NeverThird => "Anything at anybody else’s: no page loads a picture, a font or a script from another site.",
        M::CookieTitle => "In your browser",
        M::CookieText => {
            "Signing sets one cookie that only our server can read. It carries the address as you typed it, so that the next page can \
             show it, and after confirming the way to your signature. It ends after an hour."
        }
        M::ThemeText => "If you switch between light and dark, your browser remembers that by itself; we are not told.",
        M::AccountsTitle => "If you run a campaign",
        M::AccountsText => {
            "Signing needs no account. Whoever signs in has one: the address, encrypted under a key of the server beside a fingerprint \
             of it that is not the one a signature leaves; the day of the first sign-in; and for each browser that is signed in when it \
             signed in, when it was last seen, and the hash of a secret that its cookie holds for up to ninety days. Of a passkey \
             there is its public key with a counter, the name that you gave it and the day. Sign-in mails leave \
             a row for an hour. Campaigns that you write are kept as you typed them until they are public or you delete them. Of a picture we keep \
             what can be seen on it, drawn anew, and not your file, which may tell where it was taken. Members of a team \
             see each other’s address. An address that is invited into one, or offered a campaign, is kept in the same way for seven days at \
             most. Closing the account deletes all of that; what is public, and what others of a team write, stays."
        }
        M::ReportsTitle => "If you report a campaign",
        M::ReportsText => {
            "What you chose and wrote is kept with the day and the language of the page until thirty days after somebody has decided on it. An \
             address that you gave for an answer is encrypted under a key of the server, and is deleted when the report is closed; the mail \
             with the answer takes four days at most. Nothing else tells who sent it."
        }
        M::YoursTitle => "What you can do",
        M::YoursText => {
            "The link in the confirmation mail leads to your signature for good. There you can hide your name and reason, stop updates, or withdraw: \
             then your name, reason and address are erased, and your signature no longer counts."
        }
        M::OperatorTitle => "Questions",
        M::OperatorText => "Write to those who run this site:",
    };
    text.into()
}

fn what(kind: S) -> &'static str {
    match kind {
        S::AddressDigest => "Fingerprint of your address",
        S::NameTag => "Fingerprint of address and name",
        S::SealedData => "Name and contact, sealed",
        S::Address => "Address, encrypted",
        S::CoarseFacts => "Country, postcode region, how you came here, language and version of the text",
        S::PublicWords => "Name and reason for everyone",
        S::State => "State of the signature",
        S::PendingTimes => "Time of signing, number of mails",
        S::AbuseMarks => "Fingerprint of the mail provider, marks for programs that sign",
        S::RowId => "A random number",
    }
}

fn purpose(kind: S) -> &'static str {
    match kind {
        S::AddressDigest => "So that nobody signs twice",
        S::NameTag => "So that two people can share a mailbox",
        S::SealedData => "To show, where a campaign needs to, that signers are people; to write to those who allow it",
        S::Address => "To send the one mail, and updates to those who asked for them",
        S::CoarseFacts => "For counts by place, source and language",
        S::PublicWords => "To be read on the campaign’s page",
        S::State => "To know whether it counts, waits, was withdrawn or removed",
        S::PendingTimes => "To delete in time what is not confirmed, and not to flood mailboxes",
        S::AbuseMarks => "To find forged signatures in bulk",
        S::RowId => "To tell rows apart and to make the link in your mail",
    }
}

fn who(kind: S) -> &'static str {
    match kind {
        S::AddressDigest | S::NameTag => "Nobody. Whoever holds database and server key can test guesses",
        S::SealedData => {
            "The campaign’s key holders on their own machines, if the campaign may read its signers. Never the server"
        }
        S::Address => "The server while it runs",
        S::CoarseFacts => "Whoever runs this site, as counts",
        S::PublicWords => "Everyone, but only if you tick it, and a name only beside a reason",
        S::State => "The server; the team as counts",
        S::PendingTimes | S::RowId => "The server",
        S::AbuseMarks => "The operator, as counts",
    }
}

fn long(kind: S) -> &'static str {
    match kind {
        S::AddressDigest | S::NameTag => {
            "Unusable once its key is destroyed, 30 days after closing; kept where a campaign has no end"
        }
        S::SealedData => "Until you withdraw; three days if you do not confirm",
        S::Address => "Four days at most; for updates, until you stop them or withdraw",
        S::CoarseFacts => "With the campaign; three days if you do not confirm",
        S::PublicWords => "Until you hide it or withdraw",
        S::State | S::RowId => "With the campaign; three days if you do not confirm",
        S::PendingTimes => "Until you confirm, three days at most",
        S::AbuseMarks => "Unusable once its key is destroyed, 30 days after closing; kept where a campaign has no end",
    }
}
