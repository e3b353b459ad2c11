//! A campaign's key is made in its owner's browser: the server gets the public half once, before the campaign is public, and perhaps the
//! other half under a passphrase.

use crate::drafts::{body, number, published, send, site_of_today, started};
use crate::helpers::{Browser, On, Page, Site};
use app::accounts::Role;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use vault::PrivateKey;
use vault::copy::{LOCKING_BYTES, lock, unlock};
use vault::export::{Decoder, Opener, Record};

const TITLE: &str = "Keep the night bus running";
const WORDS: &str = "abandon ability able about above absent absorb abstract";
const SIGNERS: &str = "/en/account/campaigns/signers/night-bus";
const KEYS: &str = "SELECT count(*) FROM drafts WHERE public_key IS NOT NULL AND keyed_at IS NOT NULL";
const COPIES: &str = "SELECT (SELECT count(*) FROM drafts WHERE key_copy IS NOT NULL) + (SELECT count(*) FROM campaign_keys WHERE key_copy IS NOT NULL)";

fn logged(action: &str) -> &'static str {
    match action {
        "made" => "SELECT count(*) FROM audit_log WHERE action = 'key_made'",
        "removed" => "SELECT count(*) FROM audit_log WHERE action = 'key_removed'",
        "taken" => "SELECT count(*) FROM audit_log WHERE action = 'key_copy_taken' AND object = 'night-bus'",
        _ => "SELECT count(*) FROM audit_log WHERE action = 'key_copy_deleted' AND object = 'night-bus'",
    }
}

fn private_key(seed: u8) -> PrivateKey {
    PrivateKey::from_seed(&[seed; 32]).unwrap()
}

/// What the page's script sends.
fn half(key: &PrivateKey, copy: &[u8]) -> String {
    let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
    body(&[("public_key", &text(&key.public_key().to_bytes())), ("copy", &text(copy))])
}

fn locked(key: &PrivateKey) -> Vec<u8> {
    lock(key, WORDS, &[9; LOCKING_BYTES]).unwrap().to_vec()
}

/// The address of the page of a draft's key.
fn key_of(draft: &str) -> String {
    draft.replace("/draft/", "/key/")
}

async fn remove(browser: &mut Browser, path: &str) -> Page {
    browser.post(path, body(&[("action", "remove")])).await
}

/// Submits a draft, and a moderator publishes it.
async fn publish(site: &Site, browser: &mut Browser, draft: &str) {
    send(browser, draft, "1", "submit", &[]).await.expect(303);
    site.run(&["review", "publish", number(draft)]).succeeds();
    published(browser).await;
    site.clock.minutes(1);
    site.mails().await;
}

/// Whoever signed, as this key opens the list.
async fn opened(browser: &mut Browser, key: PrivateKey) -> Vec<String> {
    let mut opener = Opener::new(key);
    let mut names = Vec::new();
    for part in ["epochs", "rows"] {
        let page = browser.get(&format!("{SIGNERS}/rows?part={part}&after=")).await.expect(200);
        for record in Decoder::new(&page.bytes[..]).map(Result::unwrap) {
            if part == "rows" && matches!(record, Record::Header(_)) {
                continue;
            }
            names.extend(opener.open(record).ok().flatten().map(|row| row.data.name.unwrap()));
        }
    }
    names
}

async fn a_key_is_set_once_and_opens_what_is_signed(on: On) {
    let site = site_of_today(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let draft = started(&mut ana, TITLE).await;
    let path = key_of(&draft);
    ana.get(&draft).await.expect(200).says("This campaign has no key.").says("Save and make a key");
    // The way to the key loses nothing that was typed.
    let saved = send(&mut ana, &draft, "1", "key", &[("story", "Half a")]).await.expect(303);
    assert_eq!(saved.location(), path);
    let page = ana.get(&path).await.expect(200).says("This page needs JavaScript");
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(ana.get(&draft).await.expect(200).forms().remove(0).value("story"), "Half a");

    let key = private_key(7);
    assert_eq!(ana.post(&path, half(&key, &[])).await.expect(204).body, "");
    assert_eq!((site.number(KEYS).await, site.number(logged("made")).await), (1, 1));
    for other in [half(&private_key(8), &[]), half(&key, &[])] {
        ana.post(&path, other).await.expect(422);
    }
    let id = key.key_id().to_string();
    ana.get(&path).await.expect(200).says(&id).says("on the sheet alone").says_nothing_of("Make a key");
    ana.get(&format!("{draft}?saved=key")).await.expect(200).says("has its key now").says("This campaign has a key.");
    assert_eq!(site.number(logged("made")).await, 1);

    // While it waits, its key stays.
    send(&mut ana, &draft, "2", "submit", &[]).await.expect(303);
    remove(&mut ana, &path).await.expect(303);
    ana.get(&path).await.expect(200).says("its key stays").says_nothing_of("Remove this key");
    assert_eq!((site.number(KEYS).await, site.number(logged("removed")).await), (1, 0));
    site.run(&["review", "publish", number(&draft)]).succeeds();
    site.execute("UPDATE campaigns SET reading = 'names' WHERE slug = 'night-bus'").await;
    published(&mut ana).await;
    site.clock.minutes(1);
    site.mails().await;
    for path in [&path, &key_of(&draft)] {
        ana.get(path).await.expect(404);
        ana.post(path, half(&private_key(8), &[])).await.expect(404);
    }
    assert_eq!(site.number("SELECT count(*) FROM campaign_keys").await, 4);

    let form = published(&mut site.browser()).await.form();
    let form = form.set("name", "Ben").set("email", "ben@example.org").set("country", "US");
    let mut signer = site.browser();
    signer.send(&form).await.expect(303);
    signer.press(site.mail().await.link()).await.expect(303);
    assert_eq!(opened(&mut ana, key).await, ["Ben"]);
    assert!(opened(&mut ana, private_key(8)).await.is_empty());
    site.close().await;
}

async fn only_an_owner_sets_a_key_and_only_a_sound_one(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let draft = started(&mut ana, TITLE).await;
    let path = key_of(&draft);
    let key = private_key(7);
    let mut editor = site.signed_in("editor@example.org").await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT d.team_id, a.id, 'editor' FROM drafts d, accounts a \
         WHERE NOT EXISTS (SELECT 1 FROM team_members m WHERE m.account_id = a.id)",
    )
    .await;
    editor
        .get(&draft)
        .await
        .expect(200)
        .says("An owner of the team can make one.")
        .says_nothing_of("Save and make a key");
    let moderator = site.signed_in_as("moderator@example.org", Role::Moderator).await;
    for mut browser in [editor, moderator, site.signed_in("eve@example.org").await] {
        browser.get(&path).await.expect(404);
        browser.post(&path, half(&key, &[])).await.expect(404);
        remove(&mut browser, &path).await.expect(404);
    }
    assert_eq!(site.browser().get(&path).await.location(), "/en/sign-in");
    site.browser().post(&path, half(&key, &[])).await.expect(404);
    ana.post("/en/account/campaigns/key/xx", half(&key, &[])).await.expect(404);
    ana.post("/en/account/campaigns/key/0123456789abcdef0123456789abcdef", half(&key, &[])).await.expect(404);

    let other = half(&private_key(8), &locked(&key));
    let text = |bytes: &[u8]| body(&[("public_key", &URL_SAFE_NO_PAD.encode(bytes))]);
    let whole = key.public_key().to_bytes();
    for sent in [
        String::new(),
        body(&[("public_key", "?")]),
        text(&whole[1..]),
        text(&[0xff; 1216]),
        text(&[&whole[..], &[0]].concat()),
        half(&key, &[1; 97]),
        // A private half in the clear is no copy, and is not kept.
        half(&key, &*key.to_seed()),
        other,
    ] {
        ana.post(&path, sent).await.expect(422);
    }
    assert_eq!((site.number(KEYS).await, site.number(COPIES).await), (0, 0));
    assert_eq!(site.number("SELECT count(*) FROM audit_log").await, 0);

    // Nor does what is public get another one by way of its texts.
    site.execute("UPDATE campaigns SET team_id = (SELECT team_id FROM drafts) WHERE slug = 'halt-deportations'").await;
    let changes = ana.post("/en/account/campaigns/texts/halt-deportations", String::new()).await.expect(303);
    let changes = changes.location().to_owned();
    ana.get(&changes).await.expect(200).says_nothing_of("The key to the signers");
    ana.get(&key_of(&changes)).await.expect(404);
    ana.post(&key_of(&changes), half(&key, &[])).await.expect(404);
    assert_eq!(site.number(KEYS).await, 0);
    site.close().await;
}

async fn a_lost_key_is_removed_and_another_team_makes_its_own(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in_as("ana@example.org", Role::Campaigner).await;
    let draft = started(&mut ana, TITLE).await;
    let path = key_of(&draft);
    let (lost, kept) = (private_key(7), private_key(8));
    ana.post(&path, half(&lost, &locked(&lost))).await.expect(204);
    assert_eq!((site.number(KEYS).await, site.number(COPIES).await), (1, 1));
    let done = remove(&mut ana, &path).await.expect(303);
    ana.follow(&done).await.expect(200).says("The key is removed.").says("Make a key");
    assert_eq!((site.number(KEYS).await, site.number(COPIES).await), (0, 0));
    remove(&mut ana, &path).await.expect(303);
    assert_eq!(site.number(logged("removed")).await, 1);
    ana.post(&path, half(&kept, &locked(&kept))).await.expect(204);
    assert_eq!(site.number(logged("made")).await, 2);
    let told = "SELECT count(*) FROM audit_log WHERE action = 'key_made' AND detail LIKE '%, with a locked copy'";
    assert_eq!(site.number(told).await, 2);

    let team = ana.get("/en/account").await.expect(200).links();
    let team = team.into_iter().find(|link| link.starts_with("/en/account/teams/")).unwrap();
    let offer = [("action", "offer"), ("campaign", number(&draft)), ("to", "ben@example.org")];
    ana.post(&team, body(&offer)).await.expect(303);
    site.mail().await;
    let mut ben = site.signed_in("ben@example.org").await;
    ben.get(&path).await.expect(404);
    let accept = [("action", "accept"), ("campaign", number(&draft)), ("team", "")];
    ben.post("/en/account/teams", body(&accept)).await.expect(303);
    assert_eq!((site.number(KEYS).await, site.number(COPIES).await), (0, 0), "who else has the key is not known");
    ben.get(&path).await.expect(200).says("Make a key");
    ana.post(&path, half(&kept, &[])).await.expect(404);
    ben.post(&path, half(&kept, &[])).await.expect(204);
    site.close().await;
}

async fn a_locked_copy_is_handed_out_after_a_fresh_proof_alone(on: On) {
    const COPY: &str = "/en/account/campaigns/signers/night-bus/copy";
    let site = site_of_today(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let draft = started(&mut ana, TITLE).await;
    let path = key_of(&draft);
    let key = private_key(7);
    ana.get(&path).await.expect(200).says("Give the second proof");
    ana.post(&path, half(&key, &locked(&key))).await.expect(403);
    assert_eq!((site.number(KEYS).await, site.number(COPIES).await), (0, 0));
    // The same account in a browser that has proved who it is.
    let mut ana = site.signed_in_as("ana@example.org", Role::Campaigner).await;
    ana.get(&path).await.expect(200).says("Leave a copy on this server");
    ana.post(&path, half(&key, &locked(&key))).await.expect(204);
    ana.get(&path).await.expect(200).says("locked with the passphrase");
    publish(&site, &mut ana, &draft).await;
    // Where nobody reads signers, nobody needs it.
    ana.get(COPY).await.expect(404);
    site.execute("UPDATE campaigns SET reading = 'names' WHERE slug = 'night-bus'").await;
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;

    ana.get(SIGNERS).await.expect(200).says("The eight words");
    let page = ana.get(COPY).await.expect(200);
    assert_eq!((page.header("cache-control"), site.number(logged("taken")).await), (Some("no-store"), 1));
    assert_eq!(unlock(&page.bytes, WORDS).unwrap().key_id(), key.key_id());
    assert!(unlock(&page.bytes, "other words").is_err());
    let mut eve = site.signed_in_as("eve@example.org", Role::Admin).await;
    eve.get(COPY).await.expect(404);
    eve.post(SIGNERS, String::new()).await.expect(404);
    site.browser().get(COPY).await.expect(404);
    site.clock.minutes(11);
    ana.get(COPY).await.expect(403);
    ana.get(SIGNERS).await.expect(200).says("Give the second proof").says_nothing_of("The eight words");
    assert_eq!(site.number(logged("taken")).await, 1);

    let deleted = ana.post(SIGNERS, String::new()).await.expect(303);
    ana.follow(&deleted).await.expect(200).says("The locked copy is deleted.").says_nothing_of("Give the second proof");
    ana.post(SIGNERS, String::new()).await.expect(303);
    assert_eq!((site.number(COPIES).await, site.number(logged("deleted")).await), (0, 1));
    let mut ana = site.signed_in_as("ana@example.org", Role::Campaigner).await;
    ana.get(COPY).await.expect(404);
    assert_eq!(site.number("SELECT count(*) FROM campaign_keys").await, 4, "the public half stays");
    site.close().await;
}

flows!(
    a_key_is_set_once_and_opens_what_is_signed,
    only_an_owner_sets_a_key_and_only_a_sound_one,
    a_lost_key_is_removed_and_another_team_makes_its_own,
    a_locked_copy_is_handed_out_after_a_fresh_proof_alone,
);
