//! Runs the server: opens what it needs, serves until told to stop, finishes what it has accepted.

use crate::{
    clock::{SystemClock, SystemEntropy},
    config::Config,
    failure::Failure,
    house::metrics,
    http::{HttpOptions, router},
    services,
};
use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use std::{io, net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{Instant, sleep, timeout, timeout_at},
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

/// The time from the order to stop to the end of [`run`]: a second less than the process has.
const STOP: Duration = Duration::from_secs(9);
/// What of it belongs to answering requests; the rest is for draining the writer.
const ANSWER: Duration = Duration::from_secs(7);

/// Opens the services, calls `opened` and serves on `listener` until `shutdown` is ready. Then it stops accepting, answers what it has accepted,
/// drains the writer and returns, within ten seconds.
///
/// # Errors
/// One sentence with its remedy, when the services cannot be opened.
pub async fn run(
    config: Config,
    listener: TcpListener,
    opened: impl FnOnce() + Send,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), Failure> {
    let figures = match config.metrics.listen {
        Some(address) => Some(bind_metrics(address).await?),
        None => None,
    };
    let entropy = Arc::new(SystemEntropy);
    let all = services::open(&config, Arc::new(SystemClock), entropy.clone()).await?;
    opened();
    let options = HttpOptions::new(&config, entropy);
    let bounds = Bounds {
        connections: usize::try_from(config.http.max_connections).unwrap_or(usize::MAX),
        headers: Duration::from_secs(u64::from(config.http.header_deadline_seconds)),
    };
    let stop = CancellationToken::new();
    if let Some(figures) = figures {
        let stopped = stop.clone().cancelled_owned();
        tokio::spawn(serve(figures, metrics::router(all.gauge), Bounds { connections: 8, ..bounds }, stopped));
    }
    let end = serve(listener, router(all.services, options), bounds, async {
        shutdown.await;
        tracing::info!("Stopping: no new requests are taken.");
    });
    let end = end.await;
    stop.cancel();
    if timeout_at(end, all.background.shutdown()).await.is_err() {
        tracing::error!("The writer was not drained in time; signatures that were not yet answered may be missing.");
    }
    Ok(())
}

/// Binds the address.
///
/// # Errors
/// One sentence with its remedy.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::new(match error.kind() {
            io::ErrorKind::AddrInUse => {
                format!("{address} is already taken: stop the program that listens there, or choose another address by --addr.")
            }
            io::ErrorKind::PermissionDenied => {
                format!("This user may not listen on {address}: choose a port from 1024 up by --addr.")
            }
            io::ErrorKind::AddrNotAvailable => {
                format!("{address} is no address of this machine: choose one that is by --addr.")
            }
            _ => format!("{address} cannot be listened on ({error}): choose another address by --addr."),
        })
    })
}

/// Binds the address for figures.
async fn bind_metrics(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::new(format!(
            "Figures cannot be served on {address} ({error}): set metrics.listen to a free address of this machine, or leave it out."
        ))
    })
}

/// Bounds on connections.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Connections that are served at once.
    pub connections: usize,
    /// How long a client may take over a request's headers, or leave its connection idle.
    pub headers: Duration,
}

/// Serves until `shutdown` is ready and the connections have ended, or their time is up. Returns the moment at which everything
/// has to have ended.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    shutdown: impl Future<Output = ()> + Send,
) -> Instant {
    let places = Arc::new(Semaphore::new(bounds.connections.min(Semaphore::MAX_PERMITS)));
    let connections = GracefulShutdown::new();
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let accept = async {
            let place = places.clone().acquire_owned().await;
            (listener.accept().await, place)
        };
        tokio::select! {
            () = &mut shutdown => break,
            (accepted, place) = accept => match accepted {
                Ok((stream, peer)) => {
                    let connection = connections.watch(connection(stream, peer, router.clone(), bounds.headers));
                    tokio::spawn(async move {
                        // A client that goes away is its own affair.
                        let _ = connection.await;
                        drop(place);
                    });
                }
                Err(error) => pause_after(&error).await,
            },
        }
    }
    drop(listener);
    let now = Instant::now();
    if timeout(ANSWER, connections.shutdown()).await.is_err() {
        tracing::warn!("Some requests were not answered in time.");
    }
    now + STOP
}

/// HTTP/1.1 alone: proxies speak it to the servers behind them, and it has no streams that one client could open by the thousand.
fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    headers: Duration,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error, Output = Result<(), hyper::Error>> {
    // Answers are small and written at once. If the socket is gone already, the connection says so itself.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(headers)
        .serve_connection(TokioIo::new(stream), service)
}

/// Out of file descriptors or memory, `accept` fails at once and for a while.
async fn pause_after(error: &io::Error) {
    let of_the_client = matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionRefused
    );
    if !of_the_client {
        tracing::error!(%error, "No connection could be accepted; raise the limit of open files if this goes on.");
        sleep(Duration::from_millis(500)).await;
    }
}

/// Ready at the first SIGTERM or SIGINT.
///
/// # Errors
/// When the operating system takes no handler.
pub fn stop_signal() -> io::Result<impl Future<Output = ()> + Send> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
