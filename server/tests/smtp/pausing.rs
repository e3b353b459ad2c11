use crate::{
    house::{House, Plan, plan, until},
    mail_server::MailServer,
    outbox::{Mark, Outbox, address},
};
use std::{sync::atomic::Ordering, time::Duration};
use tokio::time::sleep;

#[tokio::test]
async fn a_worker_that_starts_paused_leases_nothing() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.paused.store(true, Ordering::SeqCst);
    outbox.put("ana");
    let house = House::open(&outbox, &plan(server.port));
    for _ in 0..3 {
        house.handle.wake();
        sleep(Duration::from_millis(500)).await;
    }
    assert_eq!((outbox.marks().len(), server.mails().len()), (0, 0));
    assert_eq!(outbox.left(), [("ana".to_owned(), 0)]);
    assert_eq!(house.log().matches("`undersigned mail resume`").count(), 1, "{}", house.log());

    outbox.paused.store(false, Ordering::SeqCst);
    until("the mail is sent", || outbox.left().is_empty()).await;
    let log = house.close().await;
    assert!(log.contains("no longer paused"), "{log}");
}

#[tokio::test]
async fn a_pause_finishes_what_is_under_way_and_gives_back_the_rest() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    for recipient in ["slow-3", "ana", "ben"] {
        outbox.put(recipient);
    }
    let house = House::open(&outbox, &Plan { concurrency: 1, ..plan(server.port) });
    until("the first mail is under way", || server.contents(&address("slow-3")) == 1).await;
    assert!(!house.log().contains("paused"), "{}", house.log());
    outbox.paused.store(true, Ordering::SeqCst);
    until("it is sent", || outbox.marks().contains(&Mark::Sent("slow-3".to_owned()))).await;
    sleep(Duration::from_millis(200)).await;
    let given_back = ["ana", "ben"].map(|recipient| Mark::Release(recipient.to_owned()));
    assert_eq!(outbox.marks()[..2], given_back, "{:?}", outbox.marks());
    assert_eq!((outbox.marks().len(), outbox.left().len()), (3, 2));

    outbox.paused.store(false, Ordering::SeqCst);
    until("the rest is sent", || outbox.left().is_empty()).await;
    server.received(3).await;
    let log = house.close().await;
    assert_eq!(log.matches("mail is paused").count(), 1, "{log}");
}
