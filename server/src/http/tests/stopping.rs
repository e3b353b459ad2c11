use crate::run::{Bounds, bind, serve};
use axum::{Router, extract::ConnectInfo, routing::get};
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{Notify, oneshot},
};

const BOUNDS: Bounds = Bounds { connections: 8, headers: Duration::from_millis(200) };

async fn read_all(mut stream: TcpStream) -> String {
    let mut text = String::new();
    let _ = stream.read_to_string(&mut text).await;
    text
}

#[tokio::test]
async fn what_was_accepted_is_answered_and_then_nothing_is_accepted() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (entered, leave) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (inside, go) = (entered.clone(), leave.clone());
    let handler = move |ConnectInfo(peer): ConnectInfo<SocketAddr>| async move {
        inside.notify_one();
        go.notified().await;
        format!("{} was answered", peer.ip())
    };
    let (stop, stopped) = oneshot::channel::<()>();
    let shutdown = async move { drop(stopped.await) };
    let server = tokio::spawn(serve(listener, Router::new().route("/", get(handler)), BOUNDS, shutdown));
    let mut client = TcpStream::connect(address).await.unwrap();
    client.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    entered.notified().await;
    stop.send(()).unwrap();
    while TcpStream::connect(address).await.is_ok() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    leave.notify_one();
    let answer = read_all(client).await;
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("127.0.0.1 was answered"), "{answer}");
    server.await.unwrap();
}

#[tokio::test]
async fn a_client_that_does_not_finish_its_headers_is_hung_up_on() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(serve(listener, Router::new(), BOUNDS, std::future::pending()));
    let mut client = TcpStream::connect(address).await.unwrap();
    client.write_all(b"GET / HTTP/1.1\r\nhost: ").await.unwrap();
    let answer = tokio::time::timeout(Duration::from_secs(5), read_all(client)).await.expect("hangs up");
    assert!(!answer.contains("200"), "{answer}");
    server.abort();
}

#[tokio::test]
async fn a_taken_port_is_told_with_the_remedy() {
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap();
    let told = bind(address).await.unwrap_err().to_string();
    assert!(told.starts_with(&format!("{address} is already taken")) && told.contains("--addr"), "{told}");
}
