//! News on a campaign: written, reviewed, shown, mailed to those who asked for them, and no more to those who have had enough.

mod mailing;
mod resuming;
mod returning;
mod stopping;
mod writing;

use crate::helpers::{Browser, CAMPAIGN, Page, Site};
use app::accounts::Role;
use app::paths::encode;
use server::clock::{Clock, Entropy, SystemEntropy, random};
use server::privacy::{DayKeys, Purpose, ServerKeys, Tokens};
use server::store::{CampaignId, Db, SignatureId};
use std::path::Path;
use std::sync::Arc;

const LIST: &str = "/en/account/campaigns/updates/halt-deportations";
const NEWS: &str = "/en/campaigns/halt-deportations/updates";
const TITLE: &str = "The committee listened";
const TEXT: &str = "On **Monday** we handed over the signatures.\r\n\r\n- next: 4 March";

fn body(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&")
}

/// Signs in somebody who is of the team of the campaign that flows sign. Nobody else may have an account yet.
async fn writer(site: &Site) -> Browser {
    let browser = site.signed_in("ana@example.org").await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, a.id, 'owner' FROM campaigns c, accounts a \
         WHERE c.slug = 'halt-deportations'",
    )
    .await;
    browser
}

async fn send(browser: &mut Browser, update: &str, version: i64, action: &str, title: &str, text: &str) -> Page {
    let version = version.to_string();
    let fields =
        [("version", version.as_str()), ("action", action), ("title", title), ("locale", "en"), ("text", text)];
    browser.post(update, body(&fields)).await
}

async fn act(browser: &mut Browser, update: &str, action: &str) -> Page {
    browser.post(update, body(&[("action", action)])).await
}

/// An update that waits for a moderator.
async fn submitted(browser: &mut Browser) -> String {
    let update = browser.post(LIST, String::new()).await.expect(303).location().to_owned();
    let done = send(browser, &update, 1, "submit", TITLE, TEXT).await.expect(303);
    assert_eq!(done.location(), format!("{update}?saved=submitted"));
    update
}

/// An update that is public. Its team's mail is read.
async fn approved(site: &Site, browser: &mut Browser) -> String {
    let update = submitted(browser).await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let page = format!("/en/review/updates/{}", update.rsplit('/').next().unwrap());
    let done = moderator.post(&page, body(&[("version", "2"), ("decision", "approve")])).await.expect(303);
    assert_eq!(done.location(), "/en/review/updates?saved=decided");
    assert!(site.mails().await.iter().any(|mail| mail.to == "ana@example.org" && mail.link() == update));
    update
}

/// Signs with updates and confirms; the address of the page of the signature.
async fn reader(site: &Site, email: &str) -> String {
    let mut browser = site.browser();
    let form = browser.sign_form("Ben", email).await.set("updates", "on");
    browser.send(&form).await.expect(303);
    let letter = site.mail().await;
    browser.press(letter.link()).await.expect(303);
    letter.link().to_owned()
}

fn keys(folder: &Path) -> ServerKeys {
    ServerKeys::find(folder).unwrap().unwrap()
}

/// Confirmed signatures of people who asked for updates, `reader{n}@example.org`, in the order of their ids.
async fn crowd(db: &Db, keys: &ServerKeys, n: usize) -> Vec<SignatureId> {
    const INSERT: &str = "INSERT INTO signatures (id, campaign_id, state, seat, digest, contact, wants_updates, country, region, source, \
        locale, revision_id) SELECT $1, id, 'confirmed', 1, $1, $2, 1, 'US', '', 'link', 'en', revision_id FROM campaigns \
        WHERE slug = 'halt-deportations'";
    let contact = keys.contact();
    let mut ids = (0..n).map(|_| SignatureId::new(&SystemEntropy)).collect::<Vec<_>>();
    ids.sort();
    let mut tx = db.begin().await.unwrap();
    for (n, id) in ids.iter().enumerate() {
        let sealed = contact.seal(&SystemEntropy, id.bytes(), format!("reader{n}@example.org").as_bytes());
        match tx.link() {
            server::store::Link::Sqlite(c) => {
                sqlx::query(INSERT).bind(id.bytes()).bind(&sealed).execute(c).await.unwrap();
            }
            server::store::Link::Postgres(c) => {
                sqlx::query(INSERT).bind(id.bytes()).bind(&sealed).execute(c).await.unwrap();
            }
        }
    }
    tx.commit().await.unwrap();
    ids
}

async fn campaign_id(db: &Db) -> CampaignId {
    const SQL: &str = "SELECT id FROM campaigns WHERE slug = 'halt-deportations'";
    let id: Vec<u8> = match db {
        Db::Sqlite { read, .. } => sqlx::query_scalar(SQL).fetch_one(read).await.unwrap(),
        Db::Postgres(pool) => sqlx::query_scalar(SQL).fetch_one(pool).await.unwrap(),
    };
    CampaignId::read(&id).unwrap()
}

/// The page that ends updates of a signature.
async fn unsubscribe_page(site: &Site, id: SignatureId) -> String {
    let tokens = Tokens::new(keys(&site.config.keys_folder()).tokens());
    format!("{CAMPAIGN}/unsubscribe/{}", tokens.mint(Purpose::Unsubscribe, campaign_id(&site.db).await, id))
}

/// Puts a mail of the newest update into the outbox, as its mailing does, due at once.
async fn queue(site: &Site, signature: SignatureId, email: &str) {
    const INSERT: &str = "INSERT INTO outbox (id, kind, campaign_id, signature_id, subject_id, locale, address, state, not_before, \
        created_at, bulk) SELECT $1, 'update', campaign_id, $2, id, 'en', $3, 'queued', 0, $4, 1 FROM updates ORDER BY created_at DESC LIMIT 1";
    let wrapping = keys(&site.config.keys_folder()).wrapping();
    let day_keys = DayKeys::new(site.db.clone(), site.writer.clone(), wrapping, Arc::new(SystemEntropy));
    let id: [u8; 16] = random(&SystemEntropy as &dyn Entropy);
    let now = site.clock.now();
    let address = day_keys.today(now).await.unwrap().seal(&SystemEntropy, &id, email.as_bytes());
    let now = now.as_microsecond();
    match &site.db {
        Db::Sqlite { write, .. } => {
            let query = sqlx::query(INSERT).bind(&id[..]).bind(signature.bytes()).bind(&address).bind(now);
            query.execute(write).await.unwrap();
        }
        Db::Postgres(pool) => {
            let query = sqlx::query(INSERT).bind(&id[..]).bind(signature.bytes()).bind(&address).bind(now);
            query.execute(pool).await.unwrap();
        }
    }
}
