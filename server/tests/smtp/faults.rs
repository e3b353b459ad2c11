use crate::{
    house::{House, Plan, plan, until},
    mail_server::MailServer,
    outbox::{Mark, Outbox, address},
};
use std::time::Duration;

fn sent(recipient: &str) -> Mark {
    Mark::Sent(recipient.to_owned())
}

#[tokio::test]
async fn a_4xx_answer_is_tried_again_later_and_holds_nobody_up() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.put("later-2");
    outbox.put("ana");
    let house = House::open(&outbox, &plan(server.port));
    for (attempt, shortest, longest) in [(1, 24, 36), (2, 48, 72)] {
        until("the mail is put off", || outbox.left() == [("later-2".to_owned(), attempt)]).await;
        let mut waits = outbox.marks().into_iter().filter_map(|mark| match mark {
            Mark::Retry(_, seconds) => Some(seconds),
            _ => None,
        });
        let last = waits.next_back().unwrap();
        assert!((shortest..=longest).contains(&last), "attempt {attempt}: {last} s");
        assert!(server.mails().iter().all(|mail| mail.to[0] == address("ana")));
        outbox.clock.advance(longest);
        house.handle.wake();
    }
    until("it is sent", || outbox.left().is_empty()).await;
    assert_eq!(outbox.marks().last(), Some(&sent("later-2")));
    house.close().await;
}

#[tokio::test]
async fn a_5xx_answer_is_given_up_at_once_and_reported_without_the_address() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.put("never-9");
    let house = House::open(&outbox, &plan(server.port));
    until("it is given up", || outbox.left().is_empty()).await;
    assert_eq!(outbox.marks(), [Mark::GiveUp("never-9".to_owned(), Some(550))]);
    // The connection on which it was refused serves the next mail.
    outbox.put("ana");
    house.handle.wake();
    until("the next one is sent", || outbox.left().is_empty()).await;
    let log = house.close().await;
    assert!(log.contains("gave up on a mail") && log.contains("feed0000") && log.contains("550 5.1.1"), "{log}");
}

#[tokio::test]
async fn many_refusals_in_a_row_are_said_aloud() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    for n in 0..20 {
        outbox.put(&format!("never-{}", n + 1));
    }
    let house = House::open(&outbox, &plan(server.port));
    until("all are given up", || outbox.left().is_empty()).await;
    let log = house.close().await;
    assert_eq!(log.matches("20 mails in a row were refused").count(), 1, "{log}");
}

#[tokio::test]
async fn a_server_that_hangs_costs_one_mail_its_time_and_no_more() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.put("hang-1");
    for n in 0..20 {
        outbox.put(&format!("signer.{n}"));
    }
    let house =
        House::open(&outbox, &Plan { concurrency: 2, timeout: Duration::from_millis(1_500), ..plan(server.port) });
    until("the others are sent", || server.mails().len() == 20).await;
    until("it is put off", || outbox.left() == [("hang-1".to_owned(), 1)]).await;
    outbox.clock.advance(36);
    house.handle.wake();
    until("it is sent", || outbox.left().is_empty()).await;
    until("it was tried twice", || server.contents(&address("hang-1")) == 2).await;
    house.close().await;
}

#[tokio::test]
async fn a_late_answer_is_never_taken_for_the_answer_to_another_mail() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    for recipient in ["slow-1", "spam-1", "never-1", "ana"] {
        outbox.put(recipient);
    }
    let house =
        House::open(&outbox, &Plan { concurrency: 1, timeout: Duration::from_millis(500), ..plan(server.port) });
    until("all were tried", || outbox.marks().len() == 4).await;
    let marks = outbox.marks();
    assert!(matches!(&marks[0], Mark::Retry(to, _) if to == "slow-1"), "{marks:?}");
    assert_eq!(
        marks[1..],
        [Mark::GiveUp("spam-1".to_owned(), Some(554)), Mark::GiveUp("never-1".to_owned(), Some(550)), sent("ana")]
    );
    house.close().await;
}

#[tokio::test]
async fn a_connection_that_breaks_in_the_middle_is_tried_again() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.put("drop-1");
    let house = House::open(&outbox, &plan(server.port));
    until("it is put off", || outbox.left() == [("drop-1".to_owned(), 1)]).await;
    outbox.clock.advance(36);
    house.handle.wake();
    until("it is sent", || outbox.left().is_empty()).await;
    server.received(1).await;
    house.close().await;
}

#[tokio::test]
async fn a_server_that_takes_few_mails_a_connection_is_called_again() {
    let server = MailServer::start(&["--mails-per-connection", "3"]);
    let outbox = Outbox::new();
    for n in 0..10 {
        outbox.put(&format!("signer.{n}"));
    }
    let house = House::open(&outbox, &Plan { concurrency: 1, ..plan(server.port) });
    until("all are sent", || outbox.left().is_empty()).await;
    assert!(outbox.marks().iter().all(|mark| matches!(mark, Mark::Sent(_))), "{:?}", outbox.marks());
    house.close().await;
}

#[tokio::test]
async fn a_mail_that_fails_for_three_days_is_given_up() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.put("later-99");
    outbox.clock.advance(3 * 86_400);
    let house = House::open(&outbox, &plan(server.port));
    until("it is given up", || outbox.left().is_empty()).await;
    assert_eq!(outbox.marks(), [Mark::GiveUp("later-99".to_owned(), Some(451))]);
    house.close().await;
}
