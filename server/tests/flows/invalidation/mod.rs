//! Rules take signatures off a count and put them back: who may, what is counted, what the public reads, and what stays consistent while
//! people go on signing.

mod kills;
mod rules;
mod small;

use crate::helpers::{Browser, CAMPAIGN, Page, Site};
use app::paths::encode;
use server::clock::{SystemEntropy, random};
use server::privacy::{DigestKey, ServerKeys};
use server::store::{CampaignId, Db, Link, SignatureId};
use std::path::Path;

const RULES: &str = "/en/house/invalidation";
const COUNTED: &str = "SELECT count(*) FROM invalidations WHERE state = 'counted'";
const APPLIED: &str = "SELECT count(*) FROM invalidations WHERE state = 'applied'";
const UNDONE: &str = "SELECT count(*) FROM invalidations WHERE state = 'undone'";
const REASON: &str = "They were sent by a program.";

fn body(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
}

/// Makes a rule with these facts, by the form of the page.
async fn make(admin: &mut Browser, facts: &[(&str, &str)]) -> Page {
    let mut form = admin.get(RULES).await.expect(200).form().set("campaign", "halt-deportations").set("reason", REASON);
    for (name, value) in facts {
        form = form.set(name, value);
    }
    admin.send(&form).await
}

/// The same, counted: the address of its page.
async fn counted(site: &Site, admin: &mut Browser, facts: &[(&str, &str)]) -> String {
    let before = site.number(COUNTED).await;
    let page = make(admin, facts).await.expect(303).location().to_owned();
    site.wait_for("the numbers", COUNTED, before + 1).await;
    page
}

async fn act(admin: &mut Browser, page: &str, action: &str) -> Page {
    admin.post(page, body(&[("action", action)])).await
}

/// Who signs in a crowd.
#[derive(Clone, Copy)]
struct Crowd {
    n: usize,
    domain: &'static str,
    country: &'static str,
    fast: bool,
}

/// Confirmed signatures with their tallies and counts, as they would be after so many had signed.
async fn crowd(db: &Db, keys: &Path, Crowd { n, domain, country, fast }: Crowd) -> Vec<SignatureId> {
    const INSERT: &str = "INSERT INTO signatures (id, campaign_id, state, seat, digest, domain_tag, fast, country, region, source, locale, \
        revision_id) SELECT $1, id, 'confirmed', 1, $1, $2, $3, $4, '', 'link', 'en', revision_id FROM campaigns \
        WHERE slug = 'halt-deportations'";
    const TALLY: &str = "INSERT INTO tallies (campaign_id, hour, country, region, source, locale, slot, signed, confirmed) \
        SELECT id, 1, $1, '', 'link', 'en', 7, $2, $2 FROM campaigns WHERE slug = 'halt-deportations' \
        ON CONFLICT (campaign_id, hour, country, region, source, locale, slot) DO UPDATE \
        SET signed = tallies.signed + excluded.signed, confirmed = tallies.confirmed + excluded.confirmed";
    const COUNT: &str = "INSERT INTO campaign_counts (campaign_id, slot, n) SELECT id, 7, $1 FROM campaigns \
        WHERE slug = 'halt-deportations' ON CONFLICT (campaign_id, slot) DO UPDATE SET n = campaign_counts.n + excluded.n";
    let tag = digest_key(db, keys).await.domain_tag(domain);
    let ids = (0..n).map(|_| SignatureId(random(&SystemEntropy))).collect::<Vec<_>>();
    let many = i64::try_from(n).unwrap();
    let mut tx = db.begin().await.unwrap();
    macro_rules! run {
        ($link:expr, $c:ident => $query:expr) => {
            match $link {
                Link::Sqlite($c) => drop($query.execute($c).await.unwrap()),
                Link::Postgres($c) => drop($query.execute($c).await.unwrap()),
            }
        };
    }
    for id in &ids {
        run!(tx.link(), c => sqlx::query(INSERT).bind(id.bytes()).bind(&tag[..]).bind(i64::from(fast)).bind(country));
    }
    run!(tx.link(), c => sqlx::query(TALLY).bind(country).bind(many));
    run!(tx.link(), c => sqlx::query(COUNT).bind(many));
    tx.commit().await.unwrap();
    ids
}

async fn digest_key(db: &Db, keys: &Path) -> DigestKey {
    const SQL: &str = "SELECT id, digest_key FROM campaigns WHERE slug = 'halt-deportations'";
    let (id, wrapped): (Vec<u8>, Vec<u8>) = match db {
        Db::Sqlite { read, .. } => sqlx::query_as(SQL).fetch_one(read).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_as(SQL).fetch_one(pool).await.unwrap(),
    };
    let wrapping = ServerKeys::find(keys).unwrap().unwrap().wrapping();
    DigestKey::unwrap_from(&wrapping, &CampaignId::read(&id).unwrap().0, &wrapped).unwrap()
}

/// The campaign's page, whatever was held of it a moment ago.
async fn public(site: &Site) -> Page {
    site.clock.forward(jiff::Span::new().seconds(2));
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    site.browser().get(CAMPAIGN).await.expect(200)
}
