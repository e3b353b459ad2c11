//! The nightly recount, and what the About page tells of it.

use crate::helpers::{On, Site};
use server::{clock::Clock, signatures::recount::recount};

/// What was found on 4 March 2026 and later; the server began by itself on the day before.
const DONE: &str = "SELECT COUNT(*) FROM recounts WHERE day >= 20516";

async fn about(site: &Site, lang: &str) -> String {
    site.browser().get(&format!("/{lang}/about")).await.expect(200).text()
}

async fn every_night_the_counts_are_held_against_the_signatures(on: On) {
    let site = Site::open(on).await;
    for name in ["ana", "ben"] {
        site.signed_and_confirmed("Ana", &format!("{name}@example.org")).await;
    }
    site.browser().sign("Eve", "eve@example.org").await;
    let night = async |time: &str| {
        site.clock.set(time);
        recount(&site.db, &site.writer, site.clock.now()).await.unwrap();
    };
    night("2026-03-04T02:59:00Z").await;
    assert_eq!(site.number(DONE).await, 0);

    night("2026-03-04T03:00:00Z").await;
    night("2026-03-04T03:10:00Z").await;
    assert_eq!(site.number(DONE).await, 3, "each campaign, once");
    let right = "SELECT COUNT(*) FROM recounts WHERE counted = 2 AND tallied = 2 AND shown = 2";
    assert_eq!(site.number(right).await, 1);
    let page = about(&site, "en").await;
    assert!(page.contains("Last done on 4 March 2026 for 3 campaigns: every number was right."), "{page}");

    site.execute("UPDATE campaign_counts SET n = n + 1").await;
    night("2026-03-05T03:30:00Z").await;
    assert_eq!(site.number("SELECT COUNT(*) FROM recounts WHERE counted = 2 AND tallied = 2 AND shown = 3").await, 1);
    let page = about(&site, "en").await;
    assert!(
        page.contains("Last done on 5 March 2026 for 3 campaigns: the numbers were off by 1 signature in all."),
        "{page}"
    );
    let page = about(&site, "es").await;
    assert!(page.contains("el 5 de marzo de 2026 y con 3 campañas, la diferencia era de 1 firma en total."), "{page}");

    night("2026-05-01T03:30:00Z").await;
    assert_eq!(site.number(DONE).await, 3, "old ones are forgotten");
    site.close().await;
}

flows!(every_night_the_counts_are_held_against_the_signatures);
