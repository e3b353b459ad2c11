use crate::{
    house::{House, Plan, plan, until},
    mail_server::MailServer,
    outbox::{Mark, Outbox, address},
};

#[tokio::test]
async fn a_stop_finishes_what_is_under_way_and_gives_back_the_rest() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    for recipient in ["slow-1", "ana", "ben"] {
        outbox.put(recipient);
    }
    let house = House::open(&outbox, &Plan { concurrency: 1, ..plan(server.port) });
    until("the first mail is under way", || server.contents(&address("slow-1")) == 1).await;
    house.close().await;
    let marks = outbox.marks();
    assert_eq!(
        marks,
        [Mark::Sent("slow-1".to_owned()), Mark::Release("ana".to_owned()), Mark::Release("ben".to_owned())],
        "{marks:?}"
    );
    server.received(1).await;

    // The next worker takes them up at once.
    let house = House::open(&outbox, &plan(server.port));
    until("the rest is sent", || outbox.left().is_empty()).await;
    server.received(3).await;
    house.close().await;
}

#[tokio::test]
async fn a_stop_does_not_wait_for_a_server_that_hangs() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.put("hang-1");
    let house = House::open(&outbox, &Plan { timeout: std::time::Duration::from_secs(60), ..plan(server.port) });
    until("the mail is under way", || server.contents(&address("hang-1")) == 1).await;
    let start = std::time::Instant::now();
    let log = house.close().await;
    assert!(start.elapsed().as_secs() < 8, "{:?}", start.elapsed());
    assert!(log.contains("stopped with mails under way"), "{log}");
    assert_eq!((outbox.marks().len(), outbox.left().len()), (0, 1), "its lease brings it back");
}
