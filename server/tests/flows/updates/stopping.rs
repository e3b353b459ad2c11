//! Ending updates: by the mail's link, by a mail program, on the page of the signature, by withdrawing.

use super::{act, approved, crowd, keys, queue, reader, unsubscribe_page, writer};
use crate::helpers::{CAMPAIGN, On, Site};
use server::signatures::{pause_mail, resume_mail};

const ASKED: &str = "SELECT count(*) FROM signatures WHERE wants_updates = 1 AND contact IS NOT NULL";
const ENDED: &str =
    "SELECT count(*) FROM signatures WHERE state = 'confirmed' AND wants_updates = 0 AND contact IS NULL";
const WAITING: &str = "SELECT count(*) FROM outbox WHERE kind = 'update'";

async fn one_press_ends_them_and_drops_what_waits(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    let ids = crowd(&site.db, &keys(&site.config.keys_folder()), 3).await;
    let update = approved(&site, &mut ana).await;
    act(&mut ana, &update, "mail").await.expect(303);
    site.wait_for("the mailing", "SELECT count(*) FROM mailings WHERE state = 'done'", 1).await;
    let mails = site.mails().await;
    let first = mails.iter().find(|mail| mail.to == "reader0@example.org").unwrap();
    let page = unsubscribe_page(&site, ids[0]).await;
    assert!(first.unsubscribe.as_deref().unwrap().ends_with(&page), "{first:?}");
    pause_mail(&site.writer).await.unwrap();
    for (n, id) in ids.iter().enumerate() {
        queue(&site, *id, &format!("reader{n}@example.org")).await;
    }
    // Mail scanners open links: looking changes nothing.
    let mut browser = site.browser();
    let shown = browser.get(&page).await.expect(200).says("One press");
    assert_eq!((shown.header("cache-control"), site.number(ASKED).await), (Some("no-store"), 3));
    for _ in 0..2 {
        browser.send(&shown.form()).await.expect(200).says("You get no more updates");
        assert_eq!((site.number(ASKED).await, site.number(ENDED).await, site.number(WAITING).await), (2, 1, 2));
    }

    // A mail program sends it from anywhere, without cookies, as it likes (RFC 8058).
    let page = unsubscribe_page(&site, ids[1]).await;
    let mut program = site.browser();
    program.origin = "https://mail.example.com";
    program.headers.push(("sec-fetch-site", "cross-site"));
    program.post(&page, "List-Unsubscribe=One-Click".to_owned()).await.expect(200);
    assert_eq!((site.number(ASKED).await, site.number(ENDED).await, site.number(WAITING).await), (1, 2, 1));
    program.post(CAMPAIGN, "name=x".to_owned()).await.expect(403);
    let mut odd = site.browser();
    odd.headers.push(("content-type", "multipart/form-data; boundary=x"));
    odd.post(
        &page,
        "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--".into(),
    )
    .await
    .expect(200);

    // One whose mail was made in the same moment gets none.
    queue(&site, ids[0], "reader0@example.org").await;
    resume_mail(&site.writer).await.unwrap();
    let sent = site.mails().await;
    assert_eq!(sent.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["reader2@example.org"]);
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE state = 'confirmed'").await, 3, "they still count");
    site.close().await;
}

async fn links_hold_for_this_alone_and_of_hidden_campaigns_too(on: On) {
    let site = Site::open(on).await;
    let ids = crowd(&site.db, &keys(&site.config.keys_folder()), 1).await;
    let page = unsubscribe_page(&site, ids[0]).await;
    let token = page.rsplit('/').next().unwrap();
    let mut browser = site.browser();
    for forged in [format!("{CAMPAIGN}/signature/{token}"), format!("{CAMPAIGN}/confirm/{token}")] {
        browser.get(&forged).await.expect(404);
    }
    for forged in [page.replace("halt-deportations", "library-sundays"), format!("{}A", &page[..page.len() - 1])] {
        if forged != page {
            browser.get(&forged).await.expect(404);
            browser.post(&forged, String::new()).await.expect(404);
        }
    }
    assert_eq!(site.number(ASKED).await, 1);
    site.execute("UPDATE campaigns SET state = 'hidden'").await;
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    let shown = browser.get(&page).await.expect(200).says_nothing_of("deportations");
    browser.send(&shown.form()).await.expect(200);
    assert_eq!(site.number(ENDED).await, 1);
    // A signature that is gone wants no updates either.
    site.execute("DELETE FROM signatures").await;
    browser.post(&page, String::new()).await.expect(200);
    site.close().await;
}

async fn the_page_of_a_signature_ends_them_too(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    let link = reader(&site, "ben@example.org").await;
    let mut browser = site.browser();
    let mine = browser.get(&link).await;
    let page = browser.follow(&mine).await.expect(200).says("Sent to your address");
    let stop = page.forms().into_iter().find(|form| form.value("decision") == "stop_updates").unwrap();
    for _ in 0..2 {
        let done = browser.send(&stop).await.expect(303);
        browser.follow(&done).await.expect(200).says("You get no more updates").says("Not sent");
    }
    assert_eq!((site.number(ENDED).await, site.count().await), (1, 1));
    let update = approved(&site, &mut ana).await;
    act(&mut ana, &update, "mail").await.expect(303);
    site.wait_for("the mailing", "SELECT count(*) FROM mailings WHERE state = 'done'", 1).await;
    site.no_mail().await;
    site.close().await;
}

async fn withdrawing_drops_what_waits(on: On) {
    let site = Site::open(on).await;
    let mut ana = writer(&site).await;
    let link = reader(&site, "ben@example.org").await;
    approved(&site, &mut ana).await;
    let id = match &site.db {
        server::store::Db::Sqlite { read, .. } => {
            sqlx::query_scalar::<_, Vec<u8>>("SELECT id FROM signatures").fetch_one(read).await.unwrap()
        }
        server::store::Db::Postgres(pool) => {
            sqlx::query_scalar::<_, Vec<u8>>("SELECT id FROM signatures").fetch_one(pool).await.unwrap()
        }
    };
    pause_mail(&site.writer).await.unwrap();
    queue(&site, server::store::SignatureId::read(&id).unwrap(), "ben@example.org").await;
    let mut browser = site.browser();
    let mine = browser.get(&link).await;
    let forms = browser.follow(&mine).await.forms();
    browser.send(forms.iter().find(|form| form.value("decision") == "withdraw").unwrap()).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM outbox").await, 0);
    resume_mail(&site.writer).await.unwrap();
    site.no_mail().await;
    site.close().await;
}

flows!(
    one_press_ends_them_and_drops_what_waits,
    links_hold_for_this_alone_and_of_hidden_campaigns_too,
    the_page_of_a_signature_ends_them_too,
    withdrawing_drops_what_waits,
);
