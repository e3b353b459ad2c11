//! How fast the server is: signing and the campaign's page, each through HTTP over 64 connections and beside a limit that is measured
//! in the same run, on the same machine and disk, so that the ratio says something wherever it is run. Then signing while an update is
//! mailed, beside signing in quiet, and the exports of a large campaign.
//!
//! A figure counts only if every answer was right and the database holds what was acknowledged; otherwise this ends with an error.
//! The client takes its part of the processors (a thread of its own), in both columns alike.

mod client;
mod house;
mod mailing;
mod million;
mod page;
mod signing;
mod straight;

use client::{CONNECTIONS, Run};
use page::Sizes;
use std::error::Error;
use std::time::Duration;

/// What the project wants on two processors.
const SIGNATURES_AIM: f64 = 3_000.0;
const PAGES_AIM: f64 = 0.5;
/// The slowest signature in a hundred during a mailing, beside that in quiet.
const MAILING_AIM: f64 = 2.0;
const COUNTS_AIM: Duration = Duration::from_secs(1);
/// Kilobytes.
const SEALED_AIM: u64 = 65_536;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Runtime::new()?;
    let house = house::House::open(&runtime)?;
    println!("{CONNECTIONS} connections; the databases lie in {}", house.folder.path().display());
    let page = page::measure(&runtime, &house)?;
    let signing = signing::measure(&runtime, house)?;
    let busy = house::House::open(&runtime)?;
    let mailing = mailing::measure(&runtime, &busy)?;
    busy.close(&runtime);
    let large = house::House::open(&runtime)?;
    let million = million::measure(&runtime, &large)?;
    large.close(&runtime);

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
    while_mailing(&mailing);
    of_a_million(&million);
    Ok(())
}

fn while_mailing(mailing: &mailing::Mailing) {
    let (quiet, meanwhile) = (&mailing.quiet, &mailing.meanwhile);
    let ratio = meanwhile.p99.as_secs_f64() / quiet.p99.as_secs_f64();
    println!("\nSigning at an even pace, p99 in quiet {:.1?} (p50 {:.1?}).", quiet.p99, quiet.median);
    println!(
        "While an update goes to 100,000, of which {} were made meanwhile: p99 {:.1?} (p50 {:.1?}), ratio {ratio:.2}   aim {MAILING_AIM}: {}",
        mailing.made,
        meanwhile.p99,
        meanwhile.median,
        met(ratio <= MAILING_AIM)
    );
}

fn of_a_million(million: &million::Million) {
    println!(
        "\nOf a campaign with 1,000,000 signatures in {} cells, added up straight in {:.1?}:",
        million.cells, million.limit
    );
    for (what, took) in &million.counts {
        println!("counts, {what:45}{took:>10.1?}   aim {COUNTS_AIM:?}: {}", met(*took <= COUNTS_AIM));
    }
    let ((full, empty), (bytes, took)) = (million.sealed, million.file);
    let more = full.saturating_sub(empty);
    println!(
        "sealed signers, {bytes} bytes in {took:.1?}: {more} kB of memory more than for a campaign of none   aim {SEALED_AIM}: {}",
        met(more <= SEALED_AIM)
    );
}

fn line(what: &str, run: &Run, limit: f64, aim: &str) {
    let (rate, ratio) = (run.rate, run.rate / limit);
    let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1_000.0);
    println!("{what:24}{rate:>10.0}{limit:>10.0}{ratio:>8.2}{:>11}{:>11}   {aim}", ms(run.median), ms(run.p99));
}

const fn met(met: bool) -> &'static str {
    if met { "met" } else { "missed" }
}

fn told(what: &str, sizes: &Sizes) {
    let Sizes { plain, brotli, sent, encoding } = sizes;
    println!("{what}: {plain} bytes, {brotli} in brotli of the best quality; sent as {sent} ({encoding}).");
}
