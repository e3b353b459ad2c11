//! Mails that come back: what ends then, what is counted, and what is not believed.

use crate::helpers::{Letter, On, Site, command};
use app::accounts::Role;
use server::bounces::{Maildir, Receiver, Taken};
use server::clock::{Clock, SystemClock};
use server::privacy::{Concern, ReturnTag, ReturnTags, ServerKeys};
use server::store::Db;
use server::store::nodes::Slot;
use std::io::Write;
use std::process::Stdio;
use tokio_util::sync::CancellationToken;

const ADDRESS: &str = "b@sign.example.org";
const NEW: Taken = Taken { counted: 1, repeated: 0 };
const REPEATED: Taken = Taken { counted: 0, repeated: 1 };
const NONE: Taken = Taken { counted: 0, repeated: 0 };

/// A house that takes in what comes back.
pub async fn open(on: On) -> Site {
    Site::with(on, |config| config.mail.bounces.address = Some(ADDRESS.to_owned())).await
}

fn tags(site: &Site) -> ReturnTags {
    ServerKeys::find(&site.config.keys_folder()).unwrap().unwrap().return_tags()
}

fn receiver(site: &Site) -> Receiver {
    Receiver::new(&site.config, tags(site), site.clock.clone()).unwrap()
}

/// A report as Postfix writes it, on a mail that came from `sender`.
fn report(sender: &str, action: &str, status: &str) -> String {
    format!(
        "Return-Path: <>\nDelivered-To: {sender}\nFrom: MAILER-DAEMON@mx.example.com (Mail Delivery System)\nTo: {sender}\nSubject: \
         Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; \
         boundary=\"B1\"\n\n--B1\nContent-Type: text/plain\n\nI'm sorry.\n\n--B1\nContent-Type: message/delivery-status\n\nReporting-MTA: \
         dns; mx.example.com\n\nFinal-Recipient: rfc822; somebody.else@example.com\nAction: {action}\nStatus: {status}\n\n--B1--\n"
    )
}

/// One of a mailbox that does not exist.
pub fn hard(letter: &Letter) -> String {
    report(letter.sender.as_deref().unwrap(), "failed", "5.1.1")
}

pub async fn take(site: &Site, mail: &str) -> Taken {
    let receiver = receiver(site);
    let reports = receiver.read(mail.as_bytes()).into_iter().collect::<Vec<_>>();
    receiver.take(&site.writer, &Slot::default(), &reports).await.unwrap()
}

async fn bounced(site: &Site) -> (i64, i64) {
    (
        site.number("SELECT CAST(COALESCE(SUM(bounced), 0) AS BIGINT) FROM tallies").await,
        site.number("SELECT CAST(COALESCE(SUM(bounced), 0) AS BIGINT) FROM provider_tallies WHERE provider = 'other'")
            .await,
    )
}

async fn a_confirmation_that_comes_back_ends_its_signature_alone(on: On) {
    let site = open(on).await;
    let confirmed = site.signed_and_confirmed("Eva", "eva@example.org").await;
    site.browser().sign("Ada", "ada@example.org").await;
    let ada = site.mail().await;
    site.browser().sign("Ben", "ben@example.org").await;
    site.mail().await;
    assert!(!ada.sender.as_deref().unwrap().contains("ada"));

    let sender = ada.sender.as_deref().unwrap();
    assert_eq!(take(&site, &report(sender, "delayed", "4.4.1")).await, NEW);
    assert_eq!(take(&site, &report(sender, "failed", "5.7.1")).await, REPEATED, "refused for what it is: not for good");
    assert_eq!((site.rows().await, bounced(&site).await), ((2, 1), (0, 0)));
    assert_eq!(take(&site, &hard(&ada)).await, NEW);
    assert_eq!((site.rows().await, bounced(&site).await), ((1, 1), (1, 1)));
    assert_eq!(take(&site, &hard(&ada)).await, REPEATED);
    assert_eq!(take(&site, &hard(&ada).replace(sender, &sender.to_uppercase())).await, REPEATED);
    // Who has confirmed has the mail.
    assert_eq!(take(&site, &hard(&confirmed)).await, NEW);
    assert_eq!((site.rows().await, site.count().await, bounced(&site).await), ((1, 1), 1, (1, 1)));
    // The same person can sign again.
    site.browser().sign("Ada", "ada@example.org").await;
    assert_eq!(site.rows().await, (2, 1));
    site.mail().await;

    let mut admin = site.signed_in_as("ana@example.org", Role::Admin).await;
    let figure = |body: &str| {
        let at = body.find("Came back for good").unwrap();
        body[at..].split_once("<dd>").unwrap().1.split_once("</dd>").unwrap().0.replace("<!>", "")
    };
    assert_eq!(figure(&admin.get("/en/house").await.expect(200).body), "0", "the hour is not over");
    site.clock.hours(1);
    assert_eq!(figure(&admin.get("/en/house").await.expect(200).body), "2");
    site.close().await;
}

async fn what_is_forged_old_or_junk_is_ignored(on: On) {
    let site = open(on).await;
    site.browser().sign("Ada", "ada@example.org").await;
    let ada = site.mail().await;
    let (sender, good) = (ada.sender.clone().unwrap(), hard(&ada));
    let forged =
        ReturnTags::new([1; 32]).seal(&ReturnTag { concern: Concern::Confirmation([2; 16]), provider: 0, day: 20_514 });
    for junk in [
        String::new(),
        "Subject: Away\n\nI am away.\n".to_owned(),
        report("b@sign.example.org", "failed", "5.1.1"),
        report(&format!("b+{forged}@sign.example.org"), "failed", "5.1.1"),
        good.replace("sign.example.org", "other.example.org"),
        // The tag in the mail that came back instead of in the address to which the report came.
        report("postmaster@sign.example.org", "failed", "5.1.1").replace("I'm sorry.", &format!("To: {sender}")),
        report(&sender, "relayed", "2.0.0"),
        format!("To: {sender}\n\nAction: failed\nStatus: 5.1.1\n"),
    ] {
        assert_eq!(take(&site, &junk).await, NONE, "{junk}");
    }
    site.clock.hours(15 * 24);
    assert_eq!(take(&site, &good).await, NONE, "too old");
    assert_eq!(site.number("SELECT count(*) FROM returned_marks").await, 0);
    site.clock.hours(-24);
    assert_eq!(take(&site, &good).await, NEW);
    // What is kept of a report says nothing of a mail, and goes when no report on it would count any more.
    assert_eq!(site.number("SELECT count(*) FROM returned_marks").await, 1);
    site.clock.hours(24 * 2);
    site.browser().sign("Ben", "ben@example.org").await;
    let ben = site.mails().await.pop().unwrap();
    assert_eq!(take(&site, &hard(&ben)).await, NEW);
    assert_eq!(site.number("SELECT count(*) FROM returned_marks").await, 1);
    site.close().await;
}

async fn mail_to_accounts_is_counted_and_ends_nothing(on: On) {
    let site = open(on).await;
    site.browser().post("/en/sign-in", "email=ana%40example.org".to_owned()).await.expect(303);
    let letter = site.mail().await;
    assert_eq!(take(&site, &hard(&letter)).await, NEW);
    assert_eq!(take(&site, &hard(&letter)).await, REPEATED);
    assert_eq!(bounced(&site).await, (0, 0));
    assert_eq!(site.number("SELECT CAST(SUM(hard) AS BIGINT) FROM returned_mails").await, 1);
    site.close().await;
}

async fn a_maildir_is_emptied_once_its_reports_count(on: On) {
    let site = open(on).await;
    site.browser().sign("Ada", "ada@example.org").await;
    let ada = site.mail().await;
    let folder = site.path("bounces");
    let maildir = Maildir {
        folder: folder.clone(),
        receiver: receiver(&site),
        writer: site.writer.clone(),
        slot: Slot::default(),
    };
    let stop = CancellationToken::new();
    assert!(maildir.look(&stop).await.is_err(), "there is no such folder");
    for name in ["new", "cur", "tmp"] {
        std::fs::create_dir_all(folder.join(name)).unwrap();
    }
    for n in 0..230 {
        std::fs::write(folder.join(format!("new/{n}.junk")), "Subject: x\n\nx\n").unwrap();
    }
    for name in ["new/1.a", "new/2.a", "cur/3.a", "tmp/4.a"] {
        std::fs::write(folder.join(name), hard(&ada)).unwrap();
    }
    maildir.look(&stop).await.unwrap();
    let left = |name: &str| std::fs::read_dir(folder.join(name)).unwrap().count();
    assert_eq!((left("new"), left("cur"), left("tmp")), (0, 1, 1));
    assert_eq!((site.rows().await, bounced(&site).await), ((0, 0), (1, 1)));
    maildir.look(&stop).await.unwrap();
    site.close().await;
}

/// Runs `undersigned bounce` over this input; how it ended, and what it said.
fn pipe(site: &Site, address: &str, input: &str) -> (Option<i32>, String) {
    let data = site.path("");
    let mut child = command(&data, Some(&site.database), &["bounce"])
        .env("UNDERSIGNED_MAIL_BOUNCES_ADDRESS", address)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    (done.status.code(), String::from_utf8([done.stdout, done.stderr].concat()).unwrap())
}

async fn pending_id(site: &Site) -> [u8; 16] {
    const SQL: &str = "SELECT id FROM signatures WHERE state = 'pending'";
    let id: Vec<u8> = match &site.db {
        Db::Sqlite { read, .. } => sqlx::query_scalar(SQL).fetch_one(read).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_scalar(SQL).fetch_one(pool).await.unwrap(),
    };
    id.try_into().unwrap()
}

async fn a_mail_server_hands_reports_to_a_command(on: On) {
    let site = open(on).await;
    site.browser().sign("Ada", "ada@example.org").await;
    site.mail().await;
    let day = u16::try_from(SystemClock.now().as_second() / 86_400).unwrap();
    let tag = ReturnTag { concern: Concern::Confirmation(pending_id(&site).await), provider: 255, day };
    let good = report(&format!("b+{}@sign.example.org", tags(&site).seal(&tag)), "failed", "5.1.1");

    let (code, said) = pipe(&site, "", &good);
    assert_eq!(code, Some(75), "the mail server tries again once it is set up: {said}");
    assert!(said.contains("set mail.bounces.address"), "{said}");
    let (code, said) = pipe(&site, ADDRESS, "To: b@sign.example.org\nFrom: eve@example.org\n\nHello\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("was ignored") && !said.contains('@'), "{said}");
    assert_eq!(site.rows().await, (1, 0));
    for _ in 0..2 {
        assert_eq!(pipe(&site, ADDRESS, &good).0, Some(0));
        assert_eq!((site.rows().await, bounced(&site).await), ((0, 0), (1, 1)));
    }
    site.close().await;
}

flows! {
    a_confirmation_that_comes_back_ends_its_signature_alone,
    what_is_forged_old_or_junk_is_ignored,
    mail_to_accounts_is_counted_and_ends_nothing,
    a_maildir_is_emptied_once_its_reports_count,
    a_mail_server_hands_reports_to_a_command,
}
