//! After a whole flow, neither the database's files nor the log hold the signer's address, name or secrets.

use crate::helpers::{Form, House, request};
use server::store::Db;

const PAGE: &str = "/en/campaigns/halt-deportations";
const NAME: &str = "Quillaree Zimmerwald";
const EMAIL: &str = "quillaree.zw@flamingo-post.example";
const REASON: &str = "Between us alone: zanzibar";

/// Whether these bytes hold the text, in any mix of capitals.
fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
}

#[test]
fn neither_files_nor_log_tell_who_signed() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::start(folder.path(), &[("UNDERSIGNED_LOG_LEVEL", "debug"), ("UNDERSIGNED_LOG_FORMAT", "json")]);
    let form = Form::all(PAGE, &house.get(PAGE)).remove(0);
    let form = form.set("name", NAME).set("email", EMAIL).set("country", "MX").set("reason", REASON);
    let form = form.set("updates", "on").set("contact", "on");

    // Refused first, so that the log could quote what was typed.
    let refused = form.clone().set("country", "").body();
    assert_eq!(request(house.address, "POST", PAGE, "", &refused).unwrap().status, 422);
    let signed = request(house.address, "POST", PAGE, "", &form.body()).unwrap();
    assert_eq!(signed.status, 303, "{}", signed.body);
    let cookie = signed.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();

    let letter = house.newest_mail();
    let link = letter.path_under(PAGE);
    let token = link.rsplit('/').next().unwrap().to_owned();
    assert_eq!(token.len(), 43, "{link}");
    // Files while the row waits, too.
    look_into_files(folder.path(), &[NAME, EMAIL, REASON, &token]);
    let pending = Form::all(&link, &house.get(&link)).remove(0);
    let confirmed = request(house.address, "POST", &link, &cookie, &pending.body()).unwrap();
    assert_eq!(confirmed.status, 303, "{}", confirmed.body);
    let thanks =
        request(house.address, "GET", &format!("{PAGE}/thanks"), confirmed.header("set-cookie").unwrap(), "").unwrap();
    let manage = thanks.body.split_once("/signature/").unwrap().1.split('"').next().unwrap().to_owned();
    let mine = request(house.address, "GET", &format!("{PAGE}/signature/{manage}"), "", "").unwrap();
    assert_eq!(mine.status, 200);
    let forged = request(house.address, "GET", &format!("{PAGE}/confirm/{}", &token[1..]), "", "").unwrap();
    assert_eq!(forged.status, 404);
    // A body that cannot be read is quoted nowhere either.
    let unreadable = format!("name={NAME}&email=%FF%FE{EMAIL}&show_name[a]=b");
    request(house.address, "POST", &format!("{PAGE}/inbox?email={EMAIL}"), "", &unreadable).unwrap();

    let secrets = [
        NAME,
        "Quillaree",
        "Zimmerwald",
        EMAIL,
        "flamingo-post",
        REASON,
        "zanzibar",
        &token,
        &manage,
        letter.code(),
        &letter.code().replace(' ', ""),
    ];
    look_into_files(folder.path(), &secrets);
    let log = house.log();
    assert!(log.contains("campaigns/{slug}") || log.contains("campaigns/:slug"), "the log tells of requests: {log}");
    for secret in secrets {
        assert!(!holds(log.as_bytes(), secret), "{secret} in the log:\n{log}");
    }
    // The client sat at 127.0.0.1; its cookie is a secret as well.
    assert!(!log.contains("127.0.0.1") && !log.contains(&cookie["undersigned=".len()..]), "{log}");
    house.kill();
    look_into_files(folder.path(), &secrets);
}

fn look_into_files(folder: &std::path::Path, secrets: &[&str]) {
    let mut all = Vec::new();
    for name in ["undersigned.db", "undersigned.db-wal"] {
        // The second is gone after a checkpoint at closing.
        all.extend(std::fs::read(folder.join(name)).unwrap_or_default());
    }
    assert!(holds(&all, "halt the deportations"), "the files can be searched");
    for secret in secrets {
        assert!(!holds(&all, secret), "{secret} in the database's files");
    }
}

#[test]
fn neither_files_nor_log_tell_who_signed_in() {
    let folder = tempfile::tempdir().unwrap();
    let house = House::start(folder.path(), &[("UNDERSIGNED_LOG_LEVEL", "debug"), ("UNDERSIGNED_LOG_FORMAT", "json")]);
    let asked = request(house.address, "POST", "/en/sign-in", "", &format!("email={EMAIL}")).unwrap();
    assert_eq!(asked.status, 303, "{}", asked.body);
    let cookie = asked.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let link = house.newest_mail().path_under("/en/sign-in/link/");
    let token = link.rsplit('/').next().unwrap();
    look_into_files(folder.path(), &[EMAIL, token]);
    let elsewhere = request(house.address, "POST", &link, "", "").unwrap();
    assert_eq!(elsewhere.status, 200, "{}", elsewhere.body);
    let signed_in = request(house.address, "POST", &link, &cookie, "").unwrap();
    assert_eq!(signed_in.status, 303, "{}", signed_in.body);
    let session = signed_in.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let secret = session.split_once('=').unwrap().1;
    assert_eq!(request(house.address, "GET", "/en/account", &session, "").unwrap().status, 200);
    let secrets = [EMAIL, "flamingo-post", token, secret];
    look_into_files(folder.path(), &secrets);
    let log = house.log();
    assert!(log.contains("/en/sign-in/link/"), "the log tells of requests: {log}");
    for secret in secrets {
        assert!(!holds(log.as_bytes(), secret), "{secret} in the log:\n{log}");
    }
    house.kill();
    look_into_files(folder.path(), &secrets);
}

/// The same for PostgreSQL: its files hold other tests' data too, so every row is read instead.
#[tokio::test(flavor = "multi_thread")]
async fn no_row_in_postgres_tells_who_signed() {
    let site = crate::helpers::Site::open(crate::helpers::On::Postgres).await;
    let mut browser = site.browser();
    let form = browser.sign_form(NAME, EMAIL).await.set("reason", REASON).set("updates", "on").set("contact", "on");
    browser.send(&form).await.expect(303);
    let letter = site.mail().await;
    for confirmed in [false, true] {
        if confirmed {
            browser.press(letter.link()).await.expect(303);
        }
        let Db::Postgres(pool) = &site.db else { panic!("the other database") };
        let rows: Vec<String> = sqlx::query_scalar(
            "SELECT CAST(to_json(s) AS TEXT) FROM signatures s UNION ALL SELECT CAST(to_json(o) AS TEXT) FROM outbox o \
             UNION ALL SELECT CAST(to_json(t) AS TEXT) FROM tallies t",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        let rows = rows.join("\n");
        assert!(rows.contains("\"US\""), "{rows}");
        for secret in [NAME, EMAIL, REASON, letter.token()] {
            let hex = secret.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
            assert!(!holds(rows.as_bytes(), secret) && !rows.contains(&hex), "{secret} in {rows}");
        }
    }
    site.close().await;
}
