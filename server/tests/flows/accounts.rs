//! Signing in by a mailed link, sessions, and closing an account.

use crate::helpers::{Browser, Letter, On, Page, Site};
use app::accounts::Role;
use app::paths::encode;
use server::{accounts, clock::Clock};

const SIGN_IN: &str = "/en/sign-in";
const ACCOUNT: &str = "/en/account";
const SESSION: &str = "undersigned-session";

async fn ask(browser: &mut Browser, email: &str) -> Page {
    let form = browser.get(SIGN_IN).await.expect(200).form().set("email", email);
    browser.send(&form).await
}

/// Asks for a link and gets it.
async fn asked(site: &Site, browser: &mut Browser, email: &str) -> Letter {
    assert_eq!(ask(browser, email).await.expect(303).location(), "/en/sign-in/sent");
    let letter = site.mail().await;
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), (email, "Undersigned: your sign-in link"));
    letter
}

async fn act(browser: &mut Browser, fields: &[(&str, &str)]) -> Page {
    let body = fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect::<Vec<_>>().join("&");
    browser.post(ACCOUNT, body).await
}

/// The ids of sessions that can be ended on the account's page.
async fn others(browser: &mut Browser) -> Vec<String> {
    let forms = browser.get(ACCOUNT).await.expect(200).forms();
    let ends = forms.iter().filter(|form| form.body().contains("session="));
    ends.map(|form| form.value("session").to_owned()).collect()
}

async fn a_link_signs_in_once_and_makes_an_account(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    assert_eq!(browser.get(ACCOUNT).await.location(), SIGN_IN);
    let letter = asked(&site, &mut browser, "ana@example.org").await;
    assert!(!letter.text.contains("ana@"), "{}", letter.text);
    browser.get("/en/sign-in/sent").await.expect(200).says("ana@example.org");

    // Looking at the link uses nothing up.
    for _ in 0..2 {
        browser.get(letter.link()).await.expect(200);
    }
    assert_eq!(site.number("SELECT count(*) FROM accounts").await, 0);
    let page = browser.press(letter.link()).await.expect(303);
    let cookie = page.header("set-cookie").unwrap();
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000"), "{cookie}");
    let account = browser.follow(&page).await.expect(200).says("ana@example.org");
    assert_eq!(account.header("cache-control"), Some("no-store"));
    assert_eq!(site.number("SELECT count(*) FROM accounts").await, 1);
    site.no_mail().await;

    browser.get(letter.link()).await.expect(404);
    let body = String::new();
    browser.post(letter.link(), body).await.expect(404);
    assert_eq!(site.number("SELECT count(*) FROM sessions").await, 1);
    site.close().await;
}

async fn another_browser_shows_a_code(on: On) {
    let site = Site::open(on).await;
    let (mut here, mut telephone) = (site.browser(), site.browser());
    let letter = asked(&site, &mut here, "ana@example.org").await;
    let enter = async |browser: &mut Browser, code: &str| {
        browser.post("/en/sign-in/sent", format!("code={}", encode(code))).await
    };
    let page = telephone.press(letter.link()).await.expect(200).says("Type this only into a page");
    assert!(telephone.cookie(SESSION).is_none());
    let code = page.text().split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 3).collect::<String>();
    assert_eq!(code.len(), 6, "{}", page.text());

    // Whoever learns the code cannot use it elsewhere.
    enter(&mut telephone, &code).await.expect(422);
    enter(&mut here, "12").await.expect(422).says("do not fit");
    assert_eq!(enter(&mut here, &code).await.expect(303).location(), ACCOUNT);
    here.get(ACCOUNT).await.expect(200).says("ana@example.org");
    enter(&mut here, &code).await.expect(422);
    assert_eq!(site.number("SELECT count(*) FROM sessions").await, 1);
    site.close().await;
}

async fn codes_are_guessed_five_times_and_not_before_the_mail_was_read(on: On) {
    let site = Site::open(on).await;
    let mut here = site.browser();
    let letter = asked(&site, &mut here, "ana@example.org").await;
    let mut telephone = site.browser();
    // Nobody has pressed the link's button yet: a try is refused, and costs nothing.
    for _ in 0..6 {
        here.post("/en/sign-in/sent", "code=000000".to_owned()).await.expect(422);
    }
    assert_eq!(site.number("SELECT CAST(SUM(tries) AS BIGINT) FROM sign_ins").await, 0);
    let page = telephone.press(letter.link()).await.expect(200);
    let code = page.text().split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 3).collect::<String>();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        here.post("/en/sign-in/sent", format!("code={wrong}")).await.expect(422);
    }
    here.post("/en/sign-in/sent", format!("code={code}")).await.expect(422);
    assert_eq!(site.number("SELECT count(*) FROM sessions").await, 0);
    site.close().await;
}

async fn a_link_lives_for_fifteen_minutes(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.browser();
    let letter = asked(&site, &mut browser, "ana@example.org").await;
    let form = browser.get(letter.link()).await.expect(200).form();
    site.clock.minutes(15);
    browser.get(letter.link()).await.expect(404).says("This link does not work any more");
    browser.send(&form).await.expect(404);
    site.clock.minutes(50);
    accounts::sweep(&site.writer, site.clock.now()).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM sign_ins").await, 0);
    site.close().await;
}

async fn an_address_gets_five_mails_an_hour_and_nobody_sees_when_it_had_them(on: On) {
    let site = Site::open(on).await;
    site.signed_in("known@example.org").await;
    for _ in 0..4 {
        asked(&site, &mut site.browser(), "known@example.org").await;
    }
    let mut answers = Vec::new();
    for email in ["known@example.org", "nobody@example.org"] {
        let mut browser = site.browser();
        let page = ask(&mut browser, email).await.expect(303);
        let length = browser.cookie("undersigned").unwrap().len();
        let sent = browser.follow(&page).await.expect(200);
        answers.push((page.location().to_owned(), length, sent.text().replace(email, "…")));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(site.mail().await.to, "nobody@example.org");
    // Spellings of one mailbox share its hour.
    for _ in 0..6 {
        ask(&mut site.browser(), "a.na+x@gmail.com").await.expect(303);
        ask(&mut site.browser(), "ana@gmail.com").await.expect(303);
    }
    assert_eq!(site.mails().await.len(), 5);
    site.clock.minutes(61);
    asked(&site, &mut site.browser(), "known@example.org").await;
    site.close().await;
}

async fn a_session_ends_when_its_owner_says_so(on: On) {
    let site = Site::open(on).await;
    let mut one = site.signed_in("ana@example.org").await;
    let mut two = site.signed_in("ana@example.org").await;
    let told = site.mail().await;
    assert_eq!((told.to.as_str(), told.subject.as_str()), ("ana@example.org", "Undersigned: somebody signed in"));
    assert_eq!(told.link(), ACCOUNT);
    let mut stranger = site.signed_in("eve@example.org").await;

    let other = others(&mut one).await;
    assert_eq!(other.len(), 1);
    // A stranger ends nothing of it.
    act(&mut stranger, &[("action", "end"), ("session", &other[0])]).await.expect(303);
    two.get(ACCOUNT).await.expect(200);
    let ended = act(&mut one, &[("action", "end"), ("session", &other[0])]).await.expect(303);
    one.follow(&ended).await.expect(200);
    assert_eq!(two.get(ACCOUNT).await.location(), SIGN_IN);
    assert_eq!(act(&mut two, &[("action", "close"), ("sure", "on")]).await.expect(303).location(), SIGN_IN);

    assert_eq!(act(&mut one, &[("action", "sign_out")]).await.location(), "/en/sign-in?saved=out");
    assert!(one.cookie(SESSION).is_none());
    assert_eq!(site.number("SELECT count(*) FROM sessions").await, 1);
    site.close().await;
}

async fn a_session_ends_by_itself(on: On) {
    let site = Site::open(on).await;
    let mut idle = site.signed_in("ana@example.org").await;
    let mut busy = site.signed_in("ben@example.org").await;
    for _ in 0..7 {
        site.clock.minutes(13 * 24 * 60);
        accounts::sweep(&site.writer, site.clock.now()).await.unwrap();
        let answer = busy.get(ACCOUNT).await;
        if answer.status.is_redirection() {
            break;
        }
    }
    assert_eq!(idle.get(ACCOUNT).await.location(), SIGN_IN);
    assert_eq!(busy.get(ACCOUNT).await.location(), SIGN_IN, "ninety days are the most");
    accounts::sweep(&site.writer, site.clock.now()).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM sessions").await, 0);
    site.close().await;
}

async fn an_account_is_exported_and_closed(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.signed_in("ana@example.org").await;
    let file = browser.get("/en/account/data").await.expect(200);
    assert_eq!(file.header("content-disposition"), Some("attachment; filename=\"account.json\""));
    let data: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    assert_eq!((&data["email"], &data["account_since"]), (&"ana@example.org".into(), &"2026-03-02".into()));
    assert_eq!(data["sessions"][0]["this_browser"], true);
    assert_eq!(site.browser().get("/en/account/data").await.location(), SIGN_IN);

    act(&mut browser, &[("action", "close")]).await.expect(422);
    browser.get(ACCOUNT).await.expect(200);
    assert_eq!(act(&mut browser, &[("action", "close"), ("sure", "on")]).await.location(), "/en/sign-in?saved=closed");
    for table in ["SELECT count(*) FROM accounts", "SELECT count(*) FROM sessions"] {
        assert_eq!(site.number(table).await, 0, "{table}");
    }
    site.close().await;
}

async fn a_role_is_read_with_the_session_and_has_an_account_as_any_other(on: On) {
    let site = Site::open(on).await;
    let mut browser = site.signed_in_as("mod@example.org", Role::Moderator).await;
    browser.get(ACCOUNT).await.expect(200);
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE role = 'moderator'").await, 1);
    site.close().await;
}

flows!(
    a_link_signs_in_once_and_makes_an_account,
    another_browser_shows_a_code,
    codes_are_guessed_five_times_and_not_before_the_mail_was_read,
    a_link_lives_for_fifteen_minutes,
    an_address_gets_five_mails_an_hour_and_nobody_sees_when_it_had_them,
    a_session_ends_when_its_owner_says_so,
    a_session_ends_by_itself,
    an_account_is_exported_and_closed,
    a_role_is_read_with_the_session_and_has_an_account_as_any_other,
);
