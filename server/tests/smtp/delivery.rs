use crate::{
    house::{House, Plan, plan, until},
    mail_server::MailServer,
    outbox::{Mark, Outbox, address},
};
use server::mail::{Letter, ReturnAddress, UpdateLetter};
use server::privacy::{Concern, ReturnTags};
use std::{
    collections::BTreeSet,
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

#[tokio::test]
async fn the_server_gets_a_whole_mail_and_the_row_is_deleted() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.put("ana");
    let house = House::open(&outbox, &plan(server.port));
    until("the mail is sent", || outbox.left().is_empty()).await;

    let mails = server.received(1).await;
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!((mail.sender.as_str(), mail.to.as_slice()), ("no-reply@sign.example.org", &[address("ana")][..]));
    assert!(mail.ascii);
    for (name, value) in [
        ("from", "Undersigned <no-reply@sign.example.org>"),
        ("to", "ana@example.org"),
        ("subject", "Undersigned: confirma tu dirección de correo"),
        ("auto-submitted", "auto-generated"),
        ("x-auto-response-suppress", "All"),
        ("date", "Mon, 02 Feb 2026 02:40:00 +0000"),
    ] {
        assert_eq!(mail.headers.get(name).map(String::as_str), Some(value), "{name}");
    }
    assert!(mail.headers["message-id"].ends_with("@sign.example.org>"));
    assert_eq!(mail.kind, "multipart/alternative");
    let [(text_type, text), (html_type, html)] = mail.parts.as_slice() else { panic!("{:?}", mail.parts) };
    assert_eq!((text_type.as_str(), html_type.as_str()), ("text/plain", "text/html"));
    for part in [text, html] {
        for words in
            ["Alto a las deportaciones", "https://sign.example.org/es/campaigns/alto/confirm/AbC-_123", "1234 5678"]
        {
            assert!(part.contains(words), "{words} in {part}");
        }
        // Beyond ASCII, decoded by the other side.
        assert!(part.contains("No pasará nada"), "{part}");
    }
    assert_eq!(outbox.marks(), [Mark::Sent("ana".to_owned())]);
    house.close().await;
}

#[tokio::test]
async fn each_mail_names_a_sender_of_its_own_to_which_it_comes_back() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.put("ana");
    outbox.put("ben");
    let house = House::open(&outbox, &Plan { bounces: Some("b@bounces.example.org"), ..plan(server.port) });
    until("both are sent", || outbox.left().is_empty()).await;
    house.close().await;
    let mails = server.received(2).await;
    let (address, tags) = (ReturnAddress::parse("b@bounces.example.org").unwrap(), ReturnTags::new([9; 32]));
    let mut concerns = Vec::new();
    for mail in &mails {
        assert!(mail.sender.split('@').next().unwrap().len() <= 64, "{}", mail.sender);
        assert_eq!(mail.headers["from"], "Undersigned <no-reply@sign.example.org>");
        concerns.push(tags.open(address.tag(&mail.sender).unwrap()).unwrap().concern);
    }
    assert!(concerns[0] != concerns[1] && concerns.iter().all(|concern| matches!(concern, Concern::Confirmation(_))));
}

#[tokio::test]
async fn an_update_can_be_ended_from_the_mail_program() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    // As long as addresses of ours get, so that a header that is folded would show.
    let address =
        format!("https://sign.example.org/es/campaigns/{}/unsubscribe/{}", "a".repeat(60), "AbC-_123".repeat(5));
    let letter = UpdateLetter {
        campaign: "Alto a las deportaciones".to_owned(),
        title: "El pleno votó".to_owned(),
        text: "Ganamos **por fin**.".to_owned(),
        html: "<p>Ganamos <strong>por fin</strong>.</p>".to_owned(),
        locale: "es".to_owned(),
        link: "https://sign.example.org/es/campaigns/alto/updates".to_owned(),
        unsubscribe: Some(address.clone()),
    };
    outbox.put_letter("ana", Letter::Update(Box::new(letter)));
    outbox.put("ben");
    let house = House::open(&outbox, &plan(server.port));
    until("both are sent", || outbox.left().is_empty()).await;
    house.close().await;
    let mails = server.received(2).await;
    let to = |name| mails.iter().find(|mail| mail.to == [super::outbox::address(name)]).unwrap();
    let update = to("ana");
    assert_eq!(update.headers["list-unsubscribe"], format!("<{address}>"));
    assert_eq!(update.headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
    assert_eq!(update.headers["subject"], "Undersigned: las novedades que pediste");
    let [(_, text), (_, html)] = update.parts.as_slice() else { panic!("{:?}", update.parts) };
    assert!(text.contains("Ganamos **por fin**.") && text.contains(&address), "{text}");
    assert!(html.contains("<p>Ganamos <strong>por fin</strong>.</p>"), "{html}");
    for name in ["list-unsubscribe", "list-unsubscribe-post"] {
        assert!(!to("ben").headers.contains_key(name), "{name} in a mail that is one of its kind");
    }
}

#[tokio::test]
async fn many_mails_go_once_each_over_a_few_connections() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    for n in 0..150 {
        outbox.put(&format!("signer.{n}"));
    }
    let house = House::open(&outbox, &plan(server.port));
    until("all are sent", || outbox.left().is_empty()).await;
    house.close().await;
    let mails = server.received(150).await;
    assert_eq!(mails.iter().map(|mail| mail.to[0].clone()).collect::<BTreeSet<_>>().len(), 150);
    assert_eq!(mails.iter().map(|mail| mail.headers["message-id"].clone()).collect::<BTreeSet<_>>().len(), 150);
    let connections = mails.iter().map(|mail| mail.connection).collect::<BTreeSet<_>>().len();
    assert!(connections <= 4, "{connections} connections");
}

#[tokio::test]
async fn a_wake_sends_sooner_than_the_worker_would_look() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    let house = House::open(&outbox, &plan(server.port));
    // Connects, so that the next mail is quick.
    outbox.put("first");
    until("the first mail is sent", || outbox.left().is_empty()).await;
    let start = Instant::now();
    for n in 0..5 {
        outbox.put(&format!("next.{n}"));
        house.handle.wake();
        until("it is sent", || outbox.left().is_empty()).await;
    }
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}: five waits of a second each", start.elapsed());
    house.close().await;
}

#[tokio::test]
async fn a_sent_mail_is_not_sent_again_when_the_outbox_fails_for_a_while() {
    let server = MailServer::start(&[]);
    let outbox = Outbox::new();
    outbox.broken.store(true, Ordering::SeqCst);
    outbox.put("ana");
    let house = House::open(&outbox, &plan(server.port));
    until("the mail arrives", || server.mails().len() == 1).await;
    outbox.put("ben");
    // Its lease is over, so that a worker that asked would get it again.
    outbox.clock.advance(600);
    until("the failure is reported", || house.log().contains("the disk is full")).await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(server.mails().len(), 1, "nothing new is begun meanwhile");
    outbox.broken.store(false, Ordering::SeqCst);
    until("both are settled", || outbox.left().is_empty()).await;
    assert_eq!(outbox.marks(), [Mark::Sent("ana".to_owned()), Mark::Sent("ben".to_owned())]);
    server.received(2).await;
    house.close().await;
}
