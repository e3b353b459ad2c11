use crate::{
    house::{House, Plan, plan, until},
    mail_server::{MailServer, free_port},
    outbox::{Mark, Outbox},
};
use secrecy::SecretString;
use server::mail::SmtpSettings;

fn ten() -> std::sync::Arc<Outbox> {
    let outbox = Outbox::new();
    for n in 0..10 {
        outbox.put(&format!("signer.{n}"));
    }
    outbox
}

/// Waits for the outage's second failure, and returns the log of a house that has given up nobody.
async fn outlasts(outbox: &Outbox, house: &House) -> String {
    until("two tries were made", || {
        let first = |mark: &&Mark| **mark == Mark::Release("signer.0".to_owned());
        outbox.marks().iter().filter(first).count() >= 2
    })
    .await;
    assert!(outbox.marks().iter().all(|mark| matches!(mark, Mark::Release(_))), "{:?}", outbox.marks());
    assert!(
        outbox.left().len() == 10 && outbox.left().iter().all(|(_, attempts)| *attempts == 0),
        "{:?}",
        outbox.left()
    );
    let log = house.log();
    assert_eq!(log.matches("no mail is going out").count(), 1, "{log}");
    log
}

#[tokio::test]
async fn a_server_that_is_down_costs_no_mail_an_attempt() {
    let port = free_port();
    let outbox = ten();
    let house = House::open(&outbox, &plan(port));
    let log = outlasts(&outbox, &house).await;
    assert!(log.contains(&format!("localhost:{port} cannot be reached: check mail.smtp.host")), "{log}");
    // One mail at a time asks whether the server is back.
    assert!(outbox.marks().len() <= 12, "{:?}", outbox.marks());

    let server = MailServer::start(&["--port", &port.to_string()]);
    until("all are sent", || outbox.left().is_empty()).await;
    server.received(10).await;
    assert!(house.close().await.contains("mail is going out again"));
}

#[tokio::test]
async fn a_wrong_password_is_not_taken_for_ten_bad_addresses() {
    let server = MailServer::start(&["--login", "house:right"]);
    let login = |password: &str| Plan {
        smtp: SmtpSettings {
            user: Some("house".to_owned()),
            password: Some(SecretString::from(password)),
            ..plan(server.port).smtp
        },
        ..plan(server.port)
    };
    let outbox = ten();
    let house = House::open(&outbox, &login("hunter2"));
    let log = outlasts(&outbox, &house).await;
    assert!(log.contains("refuses the login") && log.contains("535") && !log.contains("hunter2"), "{log}");
    house.close().await;

    let house = House::open(&outbox, &login("right"));
    until("all are sent", || outbox.left().is_empty()).await;
    house.close().await;
}

#[tokio::test]
async fn a_missing_login_is_not_taken_for_ten_bad_addresses() {
    let server = MailServer::start(&["--login", "house:right"]);
    let outbox = ten();
    let house = House::open(&outbox, &plan(server.port));
    assert!(outlasts(&outbox, &house).await.contains("mail.smtp.user"));
    house.close().await;
}

#[tokio::test]
async fn a_refused_sender_is_not_taken_for_ten_bad_addresses() {
    let server = MailServer::start(&["--refuse-sender"]);
    let outbox = ten();
    let house = House::open(&outbox, &plan(server.port));
    let log = outlasts(&outbox, &house).await;
    assert!(
        log.contains("takes no mail from the address in mail.from or mail.bounces.address")
            && log.contains("553 5.7.1"),
        "{log}"
    );
    house.close().await;
}
