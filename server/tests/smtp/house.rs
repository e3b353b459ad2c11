//! A running worker with its log.

use crate::outbox::Outbox;
use server::{
    clock::SystemEntropy,
    mail::{Bounces, Composer, Handle, House as Name, Settings, SmtpSettings, SmtpTransport, Tls, Worker},
    privacy::ReturnTags,
};
use std::{
    io::Write,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub struct House {
    pub handle: Handle,
    stop: CancellationToken,
    worker: JoinHandle<()>,
    log: Log,
    _subscriber: tracing::subscriber::DefaultGuard,
}

pub struct Plan {
    pub smtp: SmtpSettings,
    pub concurrency: usize,
    pub timeout: Duration,
    /// Where mails come back to.
    pub bounces: Option<&'static str>,
}

/// To a server on this machine, in plain text.
pub fn plan(port: u16) -> Plan {
    let smtp = SmtpSettings { port: Some(port), ..SmtpSettings::new("localhost", Tls::None) };
    Plan { smtp, concurrency: 4, timeout: Duration::from_secs(10), bounces: None }
}

impl House {
    /// Starts a worker on the test's own thread, so that its log is the test's.
    pub fn open(outbox: &Arc<Outbox>, plan: &Plan) -> Self {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::DEBUG)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        let guard = tracing::subscriber::set_default(subscriber);
        let bounces = Bounces { address: plan.bounces.map(str::to_owned), maildir: None };
        let settings = Settings { from: "no-reply@sign.example.org".to_owned(), bounces, ..Settings::default() };
        let name = Name { name: "Undersigned".to_owned(), link_hours: 72 };
        let worker = Worker::new(
            Arc::clone(outbox) as Arc<_>,
            Arc::new(SmtpTransport::new(&plan.smtp, plan.concurrency, plan.timeout).unwrap()),
            Composer::new(&settings, name, [7; 32]).unwrap().tagging(ReturnTags::new([9; 32])),
            Arc::clone(&outbox.clock) as Arc<_>,
            Arc::new(SystemEntropy),
            plan.concurrency,
        );
        let handle = worker.handle();
        let stop = CancellationToken::new();
        let worker = tokio::spawn(worker.run(stop.clone()));
        Self { handle, stop, worker, log, _subscriber: guard }
    }

    pub fn log(&self) -> String {
        String::from_utf8(self.log.0.lock().unwrap().clone()).unwrap()
    }

    /// Stops the worker as the server does, and returns its log, in which no address may be.
    pub async fn close(self) -> String {
        self.stop.cancel();
        self.worker.await.unwrap();
        let log = String::from_utf8(self.log.0.lock().unwrap().clone()).unwrap();
        for secret in ["@", "AbC-_123", "12345678", "1234 5678", "deportaciones"] {
            assert!(!log.contains(secret), "{secret} in the log:\n{log}");
        }
        log
    }
}

/// Waits until `condition` holds; fails after ten seconds.
pub async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..2_000 {
        if condition() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("waited in vain: {what}");
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
