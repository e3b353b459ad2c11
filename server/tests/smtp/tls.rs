use crate::{
    house::{House, Plan, plan, until},
    mail_server::MailServer,
    outbox::{Mark, Outbox},
};
use server::mail::{SmtpSettings, Tls};

fn encrypted(server: &MailServer, tls: Tls, trusted: bool) -> Plan {
    let ca_file = server.certificate.clone().filter(|_| trusted);
    let smtp = SmtpSettings { port: Some(server.port), ca_file, ..SmtpSettings::new("localhost", tls) };
    Plan { smtp, ..plan(server.port) }
}

async fn sends_encrypted(server: &MailServer, tls: Tls) {
    let outbox = Outbox::new();
    outbox.put("ana");
    let house = House::open(&outbox, &encrypted(server, tls, true));
    until("the mail is sent", || outbox.left().is_empty()).await;
    assert!(server.received(1).await[0].encrypted);
    house.close().await;
}

async fn sends_nothing(server: &MailServer, plan: Plan) {
    let outbox = Outbox::new();
    outbox.put("ana");
    let house = House::open(&outbox, &plan);
    until("it was tried", || outbox.marks() == [Mark::Release("ana".to_owned())]).await;
    assert_eq!((server.mails().len(), outbox.left().len()), (0, 1));
    let log = house.close().await;
    assert!(log.contains("no encrypted connection that can be trusted"), "{log}");
}

#[tokio::test]
async fn starttls_comes_before_anything_is_said() {
    sends_encrypted(&MailServer::start(&["--tls", "starttls"]), Tls::StartTls).await;
}

#[tokio::test]
async fn implicit_tls_comes_from_the_first_byte() {
    sends_encrypted(&MailServer::start(&["--tls", "implicit"]), Tls::Implicit).await;
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_gets_no_mail() {
    let server = MailServer::start(&["--tls", "starttls"]);
    let plan = encrypted(&server, Tls::StartTls, false);
    sends_nothing(&server, plan).await;
}

#[tokio::test]
async fn a_server_without_tls_gets_no_mail_in_plain_text() {
    let server = MailServer::start(&[]);
    let plan = encrypted(&server, Tls::StartTls, false);
    sends_nothing(&server, plan).await;
}
