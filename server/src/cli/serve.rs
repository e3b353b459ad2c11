use crate::{
    config::{Config, Weight},
    failure::Failure,
    logging, run,
};
use std::{io::Write, net::SocketAddr};

/// The address behind `HOST:PORT`. Of several, an IPv4 one: that is what a newcomer's browser tries.
pub(super) async fn address(text: &str) -> Result<SocketAddr, Failure> {
    let wrong = || Failure::new(format!("--addr {text} is not HOST:PORT; 127.0.0.1:3000 is one."));
    let found = tokio::net::lookup_host(text).await.map_err(|_| wrong())?.collect::<Vec<_>>();
    found.iter().find(|address| address.is_ipv4()).or(found.first()).copied().ok_or_else(wrong)
}

pub(super) async fn run(config: Config) -> Result<(), Failure> {
    logging::start(&config.log).map_err(|error| Failure::new(format!("Logging could not be started: {error}.")))?;
    let findings = config.check();
    let errors = findings.iter().filter(|finding| finding.weight == Weight::Error).map(|finding| finding.text.as_str());
    let errors = errors.collect::<Vec<_>>();
    if !errors.is_empty() {
        return Err(Failure::new(errors.join("\n")));
    }
    // On one's own machine nobody is served who could come to harm.
    for finding in findings.iter().filter(|_| !config.is_local()) {
        tracing::warn!("{}", finding.text);
    }
    let stop = run::stop_signal().map_err(|error| Failure::new(format!("Signals cannot be received: {error}.")))?;
    let listener = run::bind(config.listen).await?;
    let bound = listener.local_addr().unwrap_or(config.listen);
    let told = config.clone();
    run::run(config, listener, move || announce(&told, bound), stop).await
}

/// On standard output, for whoever started it. Nobody reading is no reason not to serve.
fn announce(config: &Config, bound: SocketAddr) {
    let mut out = std::io::stdout();
    let _ = writeln!(out, "Undersigned listens on http://{bound}; readers find it at {}", config.public_url);
    let _ = out.flush();
}
