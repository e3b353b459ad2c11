//! The mail server of `server.py` in a process of its own.

use crate::house::until;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{Arc, Mutex},
};

/// A mail as the server understood it.
#[derive(Clone, Debug, Deserialize)]
pub struct Received {
    pub connection: u16,
    pub encrypted: bool,
    pub sender: String,
    pub to: Vec<String>,
    pub ascii: bool,
    /// By lower-case name.
    pub headers: BTreeMap<String, String>,
    pub kind: String,
    /// Content types and decoded texts.
    pub parts: Vec<(String, String)>,
}

#[derive(Default)]
struct Seen {
    mails: Vec<Received>,
    /// Recipients whose content has arrived, whatever was answered.
    contents: Vec<String>,
}

pub struct MailServer {
    pub port: u16,
    pub certificate: Option<PathBuf>,
    seen: Arc<Mutex<Seen>>,
    child: Child,
    stdin: Option<ChildStdin>,
}

#[derive(Deserialize)]
struct Listening {
    port: u16,
    certificate: Option<PathBuf>,
}

impl MailServer {
    pub fn start(arguments: &[&str]) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/smtp/server.py");
        // Debian's own Python has Debian's aiosmtpd; another one may come first in the path.
        let debian = Path::new("/usr/bin/python3");
        let python = if debian.exists() { debian } else { Path::new("python3") };
        let mut child = Command::new(python)
            .arg(script)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("these tests need python3 with aiosmtpd: run `make test`, which installs it");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().and_then(Result::ok).unwrap_or_else(|| {
            panic!(
                "the test's mail server does not start ({}): it needs python3 with aiosmtpd; run `make test`, which installs it",
                child.wait().unwrap()
            )
        });
        let Listening { port, certificate } = serde_json::from_str(&first).unwrap();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let stdin = child.stdin.take();
        std::thread::spawn({
            let seen = Arc::clone(&seen);
            move || {
                for line in lines.map_while(Result::ok) {
                    let event: serde_json::Value = serde_json::from_str(&line).unwrap();
                    let mut seen = seen.lock().unwrap();
                    if event["event"] == "data" {
                        seen.contents.push(event["to"].as_str().unwrap().to_owned());
                    } else {
                        seen.mails.push(serde_json::from_value(event).unwrap());
                    }
                }
            }
        });
        Self { port, certificate, seen, child, stdin }
    }

    /// All mails that were taken: `count` of them. Waits for the last ones, for the outbox knows of an answer before we read what the
    /// server says.
    pub async fn received(&self, count: usize) -> Vec<Received> {
        until("the server tells of all mails", || self.mails().len() >= count).await;
        let mails = self.mails();
        assert_eq!(mails.len(), count, "{mails:?}");
        mails
    }

    /// Mails that were taken so far, in their order.
    pub fn mails(&self) -> Vec<Received> {
        self.seen.lock().unwrap().mails.clone()
    }

    /// How often content for this recipient has arrived.
    pub fn contents(&self, recipient: &str) -> usize {
        self.seen.lock().unwrap().contents.iter().filter(|to| *to == recipient).count()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let _ = self.child.wait();
    }
}

/// A port of this machine on which nobody listens.
pub fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}
