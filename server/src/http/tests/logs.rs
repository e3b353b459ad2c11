use super::house::House;
use crate::{
    config::{Log, LogFormat},
    logging,
};
use http::Method;
use std::{
    io,
    sync::{Arc, Mutex},
};
use tracing_subscriber::{Layer, fmt, layer::SubscriberExt};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_request_leaves_one_line_that_tells_nothing_of_who_or_what() {
    // For the whole process: beside other threads' requests, tracing loses the lines of a subscriber of one thread.
    let lines = Lines::default();
    let writer = lines.clone();
    let log = Log { format: LogFormat::Json, level: "debug".to_owned() };
    let layer = fmt::layer().json().flatten_event(true).with_writer(move || writer.clone());
    let subscriber = tracing_subscriber::registry().with(layer.with_filter(logging::filter(&log)));
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let house = House::with(|options| options.trusted_hops = 1);
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("x-forwarded-for", "203.0.113.77"),
        ("cookie", "undersigned=sealedcookie"),
        ("user-agent", "Agent/77"),
        ("referer", "http://127.0.0.1:3000/secretreferer"),
    ];
    let form = "name=Secretname&email=secretaddress@example.org&country=US";
    let strange = Method::from_bytes(b"SECRETMETHOD").unwrap();
    let long = format!("/{}", "secretpath".repeat(100));
    let mut ids = Vec::new();
    for (method, path, body) in [
        (Method::POST, "/en/campaigns/safe-crossing?source=secretquery", form),
        (Method::POST, "/en/campaigns/safe-crossing/confirm/secrettoken", ""),
        (Method::GET, "/secretpath?q=secretquery", ""),
        (strange, "/en", ""),
        // No file has such a name, which is no failure of ours.
        (Method::GET, &long, ""),
    ] {
        ids.push(house.send(method, path, &headers, body).await.header("x-request-id").to_owned());
    }
    let all = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    let mine = all.lines().filter(|line| ids.iter().any(|id| line.contains(id.as_str()))).collect::<Vec<_>>();
    let told = mine.iter().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()).collect::<Vec<_>>();
    assert_eq!(told.len(), 5, "{mine:?}");
    assert_eq!(told[0]["route"], "/en/campaigns/{slug}");
    assert_eq!((&told[0]["method"], &told[0]["status"]), (&"POST".into(), &303.into()));
    assert!(told[0]["ms"].is_number());
    assert_eq!(told[1]["route"], "/en/campaigns/{slug}/confirm/{token}");
    assert_eq!(told[2]["route"], "-");
    assert_eq!(told[3]["method"], "OTHER");
    assert_eq!(told[3]["id"], ids[3].as_str());
    for secret in ["secret", "Secret", "SECRET", "safe-crossing", "203.0.113", "127.0.0.1", "sealedcookie", "Agent"] {
        assert!(mine.iter().all(|line| !line.contains(secret)), "{secret}: {mine:?}");
    }
}
