//! How fast the server is: signing and the campaign's page, each through HTTP over 64 connections and beside a limit that is measured
//! in the same run, on the same machine and disk, so that the ratio says something wherever it is run.
//!
//! A figure counts only if every answer was right and the database holds what was acknowledged; otherwise this ends with an error.
//! The client takes its part of the processors (a thread of its own), in both columns alike.

mod client;
mod house;
mod page;
mod signing;
mod straight;

use client::{CONNECTIONS, Run};
use page::Sizes;
use std::error::Error;

/// What the project wants on two processors.
const SIGNATURES_AIM: f64 = 3_000.0;
const PAGES_AIM: f64 = 0.5;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Runtime::new()?;
    let house = house::House::open(&runtime)?;
    println!("{CONNECTIONS} connections; the databases lie in {}", house.folder.path().display());
    let page = page::measure(&runtime, &house)?;
    let signing = signing::measure(&runtime, house)?;

    println!("\n{:24}{:>10}{:>10}{:>8}{:>11}{:>11}   aim", "", "a second", "limit", "ratio", "p50", "p99");
    let signed = signing.run.rate >= SIGNATURES_AIM;
    line("signatures", &signing.run, signing.limit, &format!("{SIGNATURES_AIM}/s: {}", met(signed)));
    let shown = page.run.rate >= page.limit.rate * PAGES_AIM;
    line("campaign's page", &page.run, page.limit.rate, &format!("ratio {PAGES_AIM}: {}", met(shown)));

    println!(
        "\nSignatures: {} transactions of {:.1} on average, {} others between them; {} mails were delivered meanwhile.",
        signing.batches, signing.batch, signing.jobs, signing.mails
    );
    told("The page's HTML", &page.html);
    match &page.css {
        Some(css) => told("Its CSS", css),
        None => println!("Its CSS was not built (make build)."),
    }
    Ok(())
}

fn line(what: &str, run: &Run, limit: f64, aim: &str) {
    let (rate, ratio) = (run.rate, run.rate / limit);
    let ms = |time: std::time::Duration| format!("{:.1} ms", time.as_secs_f64() * 1_000.0);
    println!("{what:24}{rate:>10.0}{limit:>10.0}{ratio:>8.2}{:>11}{:>11}   {aim}", ms(run.median), ms(run.p99));
}

const fn met(met: bool) -> &'static str {
    if met { "met" } else { "missed" }
}

fn told(what: &str, sizes: &Sizes) {
    let Sizes { plain, brotli, sent, encoding } = sizes;
    println!("{what}: {plain} bytes, {brotli} in brotli of the best quality; sent as {sent} ({encoding}).");
}
