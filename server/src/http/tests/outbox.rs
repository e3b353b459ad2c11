use super::house::{House, options, services};
use crate::{
    config::PublicUrl,
    http::{HttpOptions, router},
    mail::{Composer, House as Sender, Leased, Letter, MemoryOutbox, Settings, Transport},
    privacy::Concern,
};
use app::{i18n::Lang, signatures::EmailAddress};
use axum::{body::Body, extract::ConnectInfo};
use http::{Method, Request, StatusCode};
use jiff::Timestamp;
use std::{net::SocketAddr, sync::Arc};

#[tokio::test]
async fn the_viewer_shows_mails_as_text_with_links_that_work() {
    let outbox = Arc::new(MemoryOutbox::new());
    let house = Sender { name: "Undersigned".into(), link_hours: 72 };
    let link = "http://127.0.0.1:3000/en/campaigns/safe-crossing/confirm/token";
    let letter = Letter::Confirm { campaign: "<b>Crossing</b>".into(), link: link.into(), code: "12345678".into() };
    let to = EmailAddress::parse("ana@example.org").unwrap();
    let now = Timestamp::UNIX_EPOCH;
    let leased = Leased {
        id: [1; 16],
        attempts: 0,
        queued_at: now,
        lang: Lang::En,
        to,
        letter,
        concern: Concern::Nothing([1; 16]),
    };
    let mail = Composer::new(&Settings::default(), house, [0; 32]).unwrap().compose(&leased, now).unwrap();
    outbox.send(&mail).await.unwrap();
    let mut services = services();
    services.outbox = Some(outbox);
    let house = House(router(services, options()));
    let list = house.get("/dev/outbox").await;
    assert!(list.body.contains("ana@example.org") && list.body.contains("href=\"/dev/outbox/1\""), "{}", list.body);
    assert!(list.body.contains("Nothing is sent"));
    let shown = house.get("/dev/outbox/1").await;
    assert!(shown.body.contains(&format!("<a href=\"{link}\">{link}</a>")), "{}", shown.body);
    assert!(!shown.body.contains("<b>Crossing</b>"), "{}", shown.body);
    assert_eq!(house.get("/dev/outbox/2").await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get("/dev/outbox/x").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_but_this_machine_sees_mails() {
    let house = House::new();
    let status =
        async |headers: &[(&'static str, &str)]| house.send(Method::GET, "/dev/outbox", headers, "").await.status;
    assert_eq!(status(&[]).await, StatusCode::OK);
    assert_eq!(status(&[("host", "localhost:3000")]).await, StatusCode::OK);
    for host in ["evil.example", "127.0.0.1.nip.io:3000", "undersigned.example", ""] {
        assert_eq!(
            status(&[("host", host)]).await,
            StatusCode::NOT_FOUND,
            "a name that was made to point here: {host}"
        );
    }
    assert_eq!(
        status(&[("host", "127.0.0.1:3000"), ("host", "evil.example")]).await,
        StatusCode::NOT_FOUND,
        "two names"
    );
    for header in ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "cf-connecting-ip"] {
        assert_eq!(status(&[(header, "127.0.0.1")]).await, StatusCode::NOT_FOUND, "{header}");
    }
    let from = async |peer: Option<SocketAddr>| {
        let mut request = Request::get("/dev/outbox").header("host", "127.0.0.1:3000").body(Body::empty()).unwrap();
        request.extensions_mut().extend(peer.map(ConnectInfo).into_iter().fold(
            http::Extensions::new(),
            |mut all, peer| {
                all.insert(peer);
                all
            },
        ));
        house.ask(request).await.status
    };
    assert_eq!(from(Some("[::1]:5".parse().unwrap())).await, StatusCode::OK);
    assert_eq!(from(Some("192.168.1.7:5".parse().unwrap())).await, StatusCode::NOT_FOUND);
    assert_eq!(from(None).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_server_that_others_can_reach_has_no_viewer() {
    let changes: [fn(&mut HttpOptions); 4] = [
        |options| options.loopback = false,
        |options| options.trusted_hops = 1,
        |options| options.public_url = PublicUrl::parse("https://localhost").unwrap(),
        |options| options.public_url = PublicUrl::parse("http://sign.example.org").unwrap(),
    ];
    for change in changes {
        assert_eq!(House::with(change).get("/dev/outbox").await.status, StatusCode::NOT_FOUND);
    }
    let mut services = services();
    services.outbox = None;
    assert_eq!(House(router(services, options())).get("/dev/outbox").await.status, StatusCode::NOT_FOUND);
}
