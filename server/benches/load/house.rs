//! A house to be measured: what `undersigned serve` runs, in this process, over an empty database on this disk.

use server::clock::{SystemClock, SystemEntropy};
use server::config::Config;
use server::http::{HttpOptions, router};
use server::run::{Bounds, serve};
use server::services::{self, Background};
use server::store::Db;
use server::store::writer::Writer;
use std::error::Error;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::Layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// What `run` leaves to the configuration.
pub const BOUNDS: Bounds = Bounds { connections: 2_048, headers: Duration::from_secs(15) };

/// A server with the demo campaigns. Its mails are delivered into memory.
pub struct House {
    pub address: SocketAddr,
    pub db: Db,
    pub writer: Writer,
    pub folder: TempDir,
    pub config: Config,
    background: Background,
    stop: CancellationToken,
    serving: JoinHandle<()>,
}

impl House {
    /// Opens it in a new folder beside what cargo builds, which is on a disk where `/tmp` may be memory.
    pub fn open(runtime: &Runtime) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let mut config = Config::for_folder(folder.path());
        config.site_root = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/site"));
        // All the load comes from one network.
        config.limits.burst = 1_000_000;
        config.limits.per_minute = 1_000_000;
        config.limits.per_hour = 100_000_000;
        log(&config, folder.path())?;
        let kept = config.clone();
        runtime.block_on(async {
            let entropy = Arc::new(SystemEntropy);
            let opened = services::open(&config, Arc::new(SystemClock), entropy.clone()).await?;
            let listener = TcpListener::bind("127.0.0.1:0").await?;
            let address = listener.local_addr()?;
            let stop = CancellationToken::new();
            let router = router(opened.services, HttpOptions::new(&config, entropy));
            let stopped = stop.clone().cancelled_owned();
            let serving = tokio::spawn(async move {
                serve(listener, router, BOUNDS, stopped).await;
            });
            let (db, writer, background) = (opened.db, opened.writer, opened.background);
            Ok(Self { address, db, writer, folder, config: kept, background, stop, serving })
        })
    }

    /// Ends it as the server ends; the folder stays until the returned guard goes.
    pub fn close(self, runtime: &Runtime) -> TempDir {
        self.stop.cancel();
        runtime.block_on(async {
            let _ = self.serving.await;
            self.background.shutdown().await;
        });
        self.folder
    }
}

/// One line a request, as a real server writes it, into a file: that of the first house, for all of them.
fn log(config: &Config, folder: &Path) -> Result<(), Box<dyn Error>> {
    let file = Mutex::new(std::fs::File::create(folder.join("log"))?);
    let lines = tracing_subscriber::fmt::layer().with_target(false).with_ansi(false).with_writer(file);
    let _ = tracing_subscriber::registry().with(lines.with_filter(server::logging::filter(&config.log))).try_init();
    Ok(())
}
