//! Owners' browsers fetch sealed signers where that is allowed, and open them with the campaign's key; nobody else gets any.

use crate::helpers::{Browser, Form, On, Page, Site};
use app::accounts::Role;
use std::collections::BTreeMap;
use vault::export::{Decoder, Facts, Opener, Record};
use vault::{Id, PrivateKey};

const PAGE: &str = "/en/account/campaigns/signers/halt-deportations";
const OPENINGS: &str =
    "SELECT count(*) FROM audit_log WHERE action = 'signers_opened' AND object = 'halt-deportations'";

/// Makes whoever has signed in last, and is in no team, one of the campaign's.
macro_rules! join_as {
    ($role:literal) => {
        concat!(
            "INSERT INTO team_members (team_id, account_id, role) SELECT c.team_id, a.id, '",
            $role,
            "' FROM campaigns c, accounts a WHERE c.slug = 'halt-deportations' \
             AND NOT EXISTS (SELECT 1 FROM team_members m WHERE m.account_id = a.id)"
        )
    };
}

async fn owner(site: &Site) -> Browser {
    let browser = site.signed_in("owner@example.org").await;
    site.execute(join_as!("owner")).await;
    browser
}

fn rows(part: &str, after: &str) -> String {
    format!("{PAGE}/rows?part={part}&after={after}")
}

async fn fetch(browser: &mut Browser, part: &str, after: &str) -> Page {
    browser.get(&rows(part, after)).await
}

/// All records of a part, page by page as the page's script asks for them.
async fn all(browser: &mut Browser, part: &str) -> Vec<Record> {
    let (mut records, mut after) = (Vec::new(), String::new());
    loop {
        let page = fetch(browser, part, &after).await.expect(200);
        assert_eq!(page.header("content-type"), Some("application/octet-stream"));
        assert_eq!(page.header("cache-control"), Some("no-store"));
        let mut last = None;
        for record in Decoder::new(&page.bytes[..]) {
            let record = record.unwrap();
            match &record {
                Record::Epoch(epoch) => last = Some(epoch.epoch),
                Record::Row(row) => last = Some(row.row),
                Record::Header(_) if after.is_empty() => {}
                Record::Header(_) | Record::End { .. } => continue,
            }
            records.push(record);
        }
        let Some(id) = last else { return records };
        after = hex(&id);
    }
}

fn hex(id: &Id) -> String {
    id.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn an_owner_opens_the_list_and_the_log_tells(on: On) {
    let site = Site::open(on).await;
    let mut signer = site.browser();
    let form = signer.sign_form("Ana Núñez", "ana@example.org").await.set("postcode", "60614").set("contact", "on");
    signer.send(&form).await.expect(303);
    let letter = site.mail().await;
    signer.press(letter.link()).await.expect(303);
    site.signed_and_confirmed("Ben", "ben@example.org").await;
    // Pending ones are nobody's to read.
    site.browser().sign("Dan", "dan@example.org").await;
    site.mails().await;

    let mut owner = owner(&site).await;
    owner.get(PAGE).await.expect(200).says("only the campaign’s private key opens it");
    assert_eq!(site.number(OPENINGS).await, 0, "nothing was handed out yet");
    let mut opener =
        Opener::new(PrivateKey::parse(&std::fs::read_to_string(site.key("halt-deportations")).unwrap()).unwrap());
    let mut opened = Vec::new();
    let (epochs, rows) = (all(&mut owner, "epochs").await, all(&mut owner, "rows").await);
    for record in epochs.into_iter().chain(rows.into_iter().filter(|record| !matches!(record, Record::Header(_)))) {
        opened.extend(opener.open(record).unwrap());
    }
    opened.sort_by(|a, b| a.data.name.cmp(&b.data.name));
    let names =
        opened.iter().map(|row| (row.data.name.as_deref().unwrap(), row.data.email.as_deref())).collect::<Vec<_>>();
    assert_eq!(names, [("Ana Núñez", Some("ana@example.org")), ("Ben", None)]);
    assert_eq!(opened[0].data.postcode.as_deref(), Some("60614"));
    assert!(opened.iter().all(|row| row.facts == Facts::default()), "how somebody came stands beside no name");

    // Further pages belong to that opening for an hour; the first page is an opening each time.
    assert_eq!(site.number(OPENINGS).await, 1);
    fetch(&mut owner, "rows", &hex(&opened[0].row)).await.expect(200);
    assert_eq!(site.number(OPENINGS).await, 1);
    fetch(&mut owner, "rows", "").await.expect(200);
    assert_eq!(site.number(OPENINGS).await, 2);
    site.clock.minutes(61);
    fetch(&mut owner, "rows", &hex(&opened[0].row)).await.expect(200);
    assert_eq!(site.number(OPENINGS).await, 3, "no page is handed out that the log does not tell of");
    site.close().await;
}

async fn only_an_owner_gets_the_list_and_only_where_it_is_allowed(on: On) {
    let site = Site::open(on).await;
    site.signed_and_confirmed("Ana", "ana@example.org").await;
    let mut owner = owner(&site).await;
    let mut editor = site.signed_in("editor@example.org").await;
    site.execute(join_as!("editor")).await;
    let mut analyst = site.signed_in("analyst@example.org").await;
    site.execute(join_as!("analyst")).await;
    let others = [
        ("stranger", site.signed_in("eve@example.org").await),
        ("moderator", site.signed_in_as("moderator@example.org", Role::Moderator).await),
        ("admin", site.signed_in_as("admin@example.org", Role::Admin).await),
    ];
    let both = |part: &str| rows(part, "");
    for (who, mut browser) in others.into_iter().chain([("editor", editor.clone()), ("analyst", analyst.clone())]) {
        for path in [PAGE.to_owned(), both("rows"), both("epochs")] {
            assert_eq!(browser.get(&path).await.status.as_u16(), 404, "{who} at {path}");
        }
    }
    assert_eq!(site.browser().get(PAGE).await.location(), "/en/sign-in");
    site.browser().get(&both("rows")).await.expect(404);
    for after in ["7", "xx", &"0".repeat(33)] {
        fetch(&mut owner, "rows", after).await.expect(404);
    }
    fetch(&mut owner, "keys", "").await.expect(404);
    owner.get(&format!("{PAGE}/rows")).await.expect(404);
    assert_eq!(site.number(OPENINGS).await, 0);

    // The way there is shown to those alone who may go it.
    const COUNTS: &str = "/en/account/counts/halt-deportations";
    const RUN: &str = "/en/account/campaigns/run/halt-deportations";
    for path in [COUNTS, RUN] {
        assert!(owner.get(path).await.expect(200).body.contains(PAGE), "{path}");
        assert!(!editor.get(path).await.expect(200).body.contains(PAGE), "{path}");
    }
    assert!(!analyst.get(COUNTS).await.expect(200).body.contains(PAGE));

    site.execute("UPDATE campaigns SET reading = 'none' WHERE slug = 'halt-deportations'").await;
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    owner.get(PAGE).await.expect(200).says("Nobody reads the signers of this campaign");
    for part in ["rows", "epochs"] {
        fetch(&mut owner, part, "").await.expect(404);
    }
    for path in [COUNTS, RUN] {
        assert!(!owner.get(path).await.expect(200).body.contains(PAGE), "{path}");
    }
    site.execute("UPDATE campaigns SET reading = 'names', state = 'hidden' WHERE slug = 'halt-deportations'").await;
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    fetch(&mut owner, "rows", "").await.expect(404);
    assert_eq!(site.number(OPENINGS).await, 0);
    site.close().await;
}

async fn every_hour_is_handed_out_once_with_all_its_keys(on: On) {
    let site = Site::open(on).await;
    let mut owner = owner(&site).await;
    site.execute(match on {
        On::Sqlite => {
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) \
             INSERT INTO epoch_keys (epoch, key_id, campaign_id, enc, wrapped) \
             SELECT CAST(printf('epoch %010d', i / 2) AS BLOB), CAST(printf('key %04d', i % 2) AS BLOB), c.id, zeroblob(1120), zeroblob(48) \
             FROM n, campaigns c WHERE c.slug = 'halt-deportations'"
        }
        On::Postgres => {
            "INSERT INTO epoch_keys (epoch, key_id, campaign_id, enc, wrapped) \
             SELECT convert_to('epoch ' || lpad((i / 2)::text, 10, '0'), 'UTF8'), convert_to('key ' || lpad((i % 2)::text, 4, '0'), 'UTF8'), \
             c.id, decode(repeat('00', 1120), 'hex'), decode(repeat('00', 48), 'hex') \
             FROM generate_series(1, 1100) i, campaigns c WHERE c.slug = 'halt-deportations'"
        }
    })
    .await;
    let mut keys = BTreeMap::<Id, Vec<usize>>::new();
    for record in all(&mut owner, "epochs").await {
        if let Record::Epoch(epoch) = record {
            keys.entry(epoch.epoch).or_default().push(epoch.keys.len());
        }
    }
    // The first and the last have one key, all between them two.
    assert_eq!(keys.len(), 551);
    let mut found = keys.into_values().collect::<Vec<_>>();
    assert_eq!((found.pop(), found.remove(0)), (Some(vec![1]), vec![1]));
    assert!(found.iter().all(|times| times == &[2]), "{found:?}");
    site.close().await;
}

/// Signs and confirms with a form that was opened before.
async fn confirmed(site: &Site, form: &Form) {
    let mut browser = site.browser();
    browser.send(form).await.expect(303);
    let letter = site.mail().await;
    browser.press(letter.link()).await.expect(303);
}

/// Names and addresses in the order of names, as the key opens them.
async fn opened(site: &Site, owner: &mut Browser) -> Vec<(String, Option<String>)> {
    let key = std::fs::read_to_string(site.key("halt-deportations")).unwrap();
    let mut opener = Opener::new(PrivateKey::parse(&key).unwrap());
    let (epochs, rows) = (all(owner, "epochs").await, all(owner, "rows").await);
    let mut opened = Vec::new();
    for record in epochs.into_iter().chain(rows.into_iter().filter(|record| !matches!(record, Record::Header(_)))) {
        opened.extend(opener.open(record).unwrap().map(|row| (row.data.name.unwrap(), row.data.email)));
    }
    opened.sort();
    opened
}

async fn a_moderator_allows_reading_and_only_what_the_form_said_is_sealed(on: On) {
    const READING: &str = "/en/review/campaigns/halt-deportations/reading";
    const SET: &str = "SELECT count(*) FROM audit_log WHERE action = 'reading_set' AND object = 'halt-deportations'";
    let site = Site::open(on).await;
    site.execute("UPDATE campaigns SET reading = 'none' WHERE slug = 'halt-deportations'").await;
    let mut owner = owner(&site).await;
    let mut moderator = site.signed_in_as("moderator@example.org", Role::Moderator).await;
    let set = |to: &str| format!("reading={to}");
    // Who is no moderator neither sees nor sets it.
    assert_eq!(site.browser().get(READING).await.location(), "/en/sign-in");
    site.browser().post(READING, set("contact")).await.expect(401);
    for mut browser in [owner.clone(), site.signed_in("eve@example.org").await] {
        browser.get(READING).await.expect(404);
        browser.post(READING, set("contact")).await.expect(404);
    }

    let before = site.browser().sign_form("Nell", "nell@example.org").await.set("reading", "none");
    moderator.get("/en/review/campaigns/halt-deportations").await.expect(200).says("Who may read the signers");
    moderator.get(READING).await.expect(200).says("Counts only");
    assert_eq!(moderator.post(READING, set("names")).await.location(), format!("{READING}?saved=names"));
    moderator.get(&format!("{READING}?saved=names")).await.expect(200).says("Saved.");
    moderator.post(READING, set("names")).await.expect(303);
    assert_eq!(site.number(SET).await, 1, "nothing was changed by the second");
    moderator.post(READING, set("everything")).await.expect(422).says("Choose one of the three.");

    // A form that was opened before says that nobody reads; it is taken at its word.
    confirmed(&site, &before).await;
    let page = site.browser().get("/en/campaigns/halt-deportations").await.expect(200);
    let page = page.says("locked with a key that only the campaign’s team holds").says_nothing_of("may write to me");
    let names = page.form().set("name", "Ana").set("email", "ana@example.org").set("country", "US");
    confirmed(&site, &names).await;
    assert_eq!(opened(&site, &mut owner).await, [("Ana".to_owned(), None)]);

    moderator.post(READING, set("contact")).await.expect(303);
    let contact = site.browser().sign_form("Ben", "ben@example.org").await.set("contact", "on");
    confirmed(&site, &contact).await;
    // Of a form that said less, the address stays shut, whatever is sent besides.
    let cleo = contact.clone().set("reading", "names").set("name", "Cleo").set("email", "cleo@example.org");
    confirmed(&site, &cleo).await;
    let ben = Some("ben@example.org".to_owned());
    let all_three = [("Ana".to_owned(), None), ("Ben".to_owned(), ben), ("Cleo".to_owned(), None)];
    assert_eq!(opened(&site, &mut owner).await, all_three);

    // Stopped, nobody gets anything more, and a form that was opened before seals nothing.
    moderator.post(READING, set("none")).await.expect(303);
    fetch(&mut owner, "rows", "").await.expect(404);
    confirmed(&site, &contact.clone().set("name", "Dora").set("email", "dora@example.org")).await;
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE sealed IS NOT NULL AND epoch IS NOT NULL").await, 3);
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE sealed IS NULL AND epoch IS NULL").await, 2);
    moderator.post(READING, set("contact")).await.expect(303);
    assert_eq!(opened(&site, &mut owner).await, all_three);
    assert_eq!(site.number(SET).await, 4);
    let changes = "SELECT count(*) FROM audit_log WHERE action = 'reading_set' AND detail = 'none -> contact'";
    assert_eq!(site.number(changes).await, 1);

    // The proof has to be of just now.
    site.clock.minutes(11);
    assert!(moderator.post(READING, set("none")).await.location().starts_with("/en/account/proof?next="));
    fetch(&mut owner, "rows", "").await.expect(200);
    site.close().await;
}

async fn reading_is_not_allowed_without_a_key_nor_by_ones_own_team(on: On) {
    const READING: &str = "/en/review/campaigns/safe-crossing/reading";
    let site = Site::open(on).await;
    let mut own = site.signed_in_as("own@example.org", Role::Moderator).await;
    site.execute(join_as!("analyst")).await;
    let mut other = site.signed_in_as("other@example.org", Role::Moderator).await;
    site.execute(
        "DELETE FROM campaign_keys WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = 'safe-crossing')",
    )
    .await;
    other.get(READING).await.expect(200).says("This campaign has no key yet");
    other.post(READING, "reading=names".to_owned()).await.expect(422).says("This campaign has no key yet");
    other.post(READING, "reading=none".to_owned()).await.expect(303);
    let set = "SELECT count(*) FROM audit_log WHERE action = 'reading_set'";
    assert_eq!(site.number(set).await, 0);

    let theirs = READING.replace("safe-crossing", "halt-deportations");
    own.get(&theirs).await.expect(200).says("another moderator has to decide this");
    own.post(&theirs, "reading=names".to_owned()).await.expect(422).says("another moderator has to decide this");
    assert_eq!(site.number(set).await, 0);
    other.post(&theirs, "reading=names".to_owned()).await.expect(303);
    assert_eq!(site.number(set).await, 1);
    site.close().await;
}

flows!(
    a_moderator_allows_reading_and_only_what_the_form_said_is_sealed,
    reading_is_not_allowed_without_a_key_nor_by_ones_own_team,
    an_owner_opens_the_list_and_the_log_tells,
    only_an_owner_gets_the_list_and_only_where_it_is_allowed,
    every_hour_is_handed_out_once_with_all_its_keys,
);
