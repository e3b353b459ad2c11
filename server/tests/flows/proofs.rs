//! The second proof: setting up an authenticator app, its codes, waiting after wrong ones, and losing it.

use crate::helpers::{Authenticator, Browser, On, Page, Site};
use app::accounts::Role;
use app::paths::encode;
use server::clock::{Clock, SystemClock};

const PROOF: &str = "/en/account/proof";

/// Sets up an app on the page at this address, with its first code.
async fn set_up(site: &Site, browser: &mut Browser, path: &str) -> (Authenticator, Page) {
    let page = browser.get(path).await.expect(200);
    let app = Authenticator::taking(&page);
    let form = page.form().set("code", &app.code(&site.clock, 0));
    (app, browser.send(&form).await)
}

async fn prove(browser: &mut Browser, path: &str, code: &str) -> Page {
    browser.post(path, format!("action=prove&code={}", encode(code))).await
}

async fn an_app_is_set_up_by_its_first_code_and_its_owner_is_told(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    ana.get("/en/account").await.expect(200).says("Not set up.");
    let page = ana.get(PROOF).await.expect(200);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    let link = page.links().into_iter().find(|link| link.starts_with("otpauth:")).unwrap();
    assert!(link.starts_with("otpauth://totp/Undersigned:ana%40example.org?secret="), "{link}");
    assert!(page.body.contains("<path d=\"M"), "the picture is drawn into the page");

    // A code that does not fit costs nothing, and the same secret comes back with it.
    let app = Authenticator::taking(&page);
    let refused = ana.send(&page.form().set("code", "12 34")).await.expect(422).says("This code does not fit.");
    assert_eq!(app.code(&site.clock, 0), Authenticator::taking(&refused).code(&site.clock, 0));
    let form = refused.form().set("code", &app.code(&site.clock, 0));
    // Another session cannot set up what this one was shown.
    site.signed_in("eve@example.org").await.send(&form).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE totp IS NOT NULL").await, 0);
    let done = ana.send(&form).await.expect(303);
    assert_eq!(done.location(), "/en/account/proof?saved=set_up");
    ana.follow(&done).await.expect(200).says("The authenticator app is set up.").says("In use.");
    ana.get("/en/account").await.expect(200).says("In use: an authenticator app");
    let told = site.mail().await;
    assert_eq!(
        (told.to.as_str(), told.subject.as_str()),
        ("ana@example.org", "Undersigned: an authenticator app was set up")
    );
    // The form of before sets up no second one.
    assert_eq!(ana.send(&form).await.expect(303).location(), PROOF);
    site.no_mail().await;
    assert_eq!(site.number("SELECT count(*) FROM audit_log").await, 0, "it is no business of the house");
    site.close().await;
}

async fn a_browser_that_was_left_open_sets_up_nothing(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let page = ana.get(PROOF).await.expect(200);
    let app = Authenticator::taking(&page);
    site.clock.minutes(60);
    let late = ana.send(&page.form().set("code", &app.code(&site.clock, 0))).await.expect(303);
    ana.follow(&late).await.expect(200).says("signed in more than an hour ago");
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE totp IS NOT NULL").await, 0);
    assert_eq!(site.browser().get(PROOF).await.location(), "/en/sign-in");
    assert_eq!(site.browser().post(PROOF, app.body(&site.clock, 0)).await.location(), "/en/sign-in");
    site.close().await;
}

async fn a_step_is_used_once_and_around_now_alone(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let (app, _) = set_up(&site, &mut ana, PROOF).await;
    site.mail().await;
    site.clock.minutes(11);
    ana.get(PROOF).await.expect(200).says("Type the code that your authenticator app shows");
    for steps in [-2, 2] {
        prove(&mut ana, PROOF, &app.code(&site.clock, steps)).await.expect(422);
    }
    let code = app.code(&site.clock, 1);
    let spaced = format!("{} {}", &code[..3], &code[3..]);
    assert_eq!(prove(&mut ana, PROOF, &spaced).await.expect(303).location(), "/en/account/proof?saved=proved");
    // Neither the same again, nor one of a step before it, in another session either.
    let mut second = site.signed_in("ana@example.org").await;
    for browser in [&mut ana, &mut second] {
        for steps in [-1, 0, 1] {
            prove(browser, PROOF, &app.code(&site.clock, steps)).await.expect(422);
        }
        site.execute("UPDATE accounts SET totp_tries = 0").await;
    }
    site.clock.minutes(1);
    prove(&mut second, PROOF, &app.code(&site.clock, 0)).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM sessions WHERE proved_at IS NOT NULL").await, 2);
    site.close().await;
}

async fn five_wrong_codes_are_followed_by_a_wait_that_is_told(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let (app, _) = set_up(&site, &mut ana, PROOF).await;
    site.mail().await;
    site.clock.minutes(11);
    let wrong = |clock| if app.code(clock, 0) == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        prove(&mut ana, PROOF, wrong(&site.clock)).await.expect(422).says("This code does not fit.");
    }
    // What cannot be a code is no try.
    prove(&mut ana, PROOF, "12345").await.expect(422).says("This code does not fit.");
    prove(&mut ana, PROOF, wrong(&site.clock)).await.expect(422).says("Try again in 15 minutes.");
    prove(&mut ana, PROOF, &app.code(&site.clock, 0)).await.expect(422).says("Try again in 15 minutes.");
    // From another session of the account neither.
    let mut second = site.signed_in("ana@example.org").await;
    site.clock.minutes(14);
    prove(&mut second, PROOF, &app.code(&site.clock, 0)).await.expect(422).says("Try again in 1 minute.");
    site.clock.minutes(1);
    prove(&mut second, PROOF, wrong(&site.clock)).await.expect(422).says("Try again in 30 minutes.");
    site.clock.minutes(30);
    prove(&mut second, PROOF, &app.code(&site.clock, 0)).await.expect(303);
    assert_eq!(site.number("SELECT totp_tries FROM accounts").await, 0);
    site.close().await;
}

async fn a_page_of_the_house_asks_for_the_proof_and_gets_its_reader_back(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    ana.get("/en/house/people").await.expect(404);
    site.execute("UPDATE accounts SET role = 'admin'").await;
    let asked = ana.get("/en/house/people").await;
    assert_eq!(asked.location(), "/en/account/proof?next=%2Fen%2Fhouse%2Fpeople");
    let (app, done) = set_up(&site, &mut ana, asked.location()).await;
    assert_eq!(done.expect(303).location(), "/en/house/people");
    ana.get("/en/house/people").await.expect(200).says("ana@example.org");
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'proof_set_up'").await, 1);
    site.mail().await;

    // Twelve hours later to look; ten minutes later to change.
    site.clock.minutes(11);
    ana.get("/en/house/people").await.expect(200);
    let form = "action=invite&email=ben%40example.org&role=moderator".to_owned();
    let step_up = ana.post("/en/house/people", form.clone()).await.expect(303);
    assert_eq!(step_up.location(), "/en/account/proof?next=%2Fen%2Fhouse%2Fpeople");
    assert_eq!(site.number("SELECT count(*) FROM staff_invitations").await, 0);
    let proved = ana.post(step_up.location(), app.body(&site.clock, 0)).await.expect(303);
    assert_eq!(proved.location(), "/en/house/people");
    assert_eq!(ana.get(step_up.location()).await.location(), "/en/house/people", "it was given just now");
    ana.post("/en/house/people", form).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM staff_invitations").await, 1);
    site.clock.hours(12);
    assert!(ana.get("/en/house/people").await.location().starts_with(PROOF));

    // Nobody is led elsewhere by a link that somebody made.
    for next in ["https://evil.example", "//evil.example", "/en/about", "/en/house\\..\\x"] {
        let path = format!("{PROOF}?next={}", encode(next));
        ana.get(&path).await.expect(200);
        let proved = ana.post(&path, app.body(&site.clock, 0)).await.expect(303);
        assert_eq!(proved.location(), "/en/account/proof?saved=proved", "{next}");
        site.clock.minutes(11);
    }
    site.close().await;
}

async fn only_campaigners_remove_their_app_and_with_a_proof_alone(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let (app, _) = set_up(&site, &mut ana, PROOF).await;
    site.mail().await;
    site.clock.minutes(11);
    let remove = || "action=remove".to_owned();
    let asked = ana.post(PROOF, remove()).await.expect(303);
    let back = ana.post(asked.location(), app.body(&site.clock, 0)).await.expect(303);
    assert_eq!(back.location(), PROOF);
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE totp IS NOT NULL").await, 1);

    site.execute("UPDATE accounts SET role = 'moderator'").await;
    ana.get(PROOF)
        .await
        .expect(200)
        .says("Moderators and admins need an app or a passkey")
        .says_nothing_of("whoever can read your mail");
    ana.post(PROOF, remove()).await.expect(404);
    site.execute("UPDATE accounts SET role = 'campaigner'").await;
    let form = ana.get(PROOF).await.expect(200).form();
    let removed = ana.send(&form).await.expect(303);
    ana.follow(&removed).await.expect(200).says("The authenticator app is removed.").says("Not set up.");
    assert_eq!(site.mail().await.subject, "Undersigned: your authenticator app was removed");
    assert_eq!(site.number("SELECT count(*) FROM sessions WHERE proved_at IS NOT NULL").await, 0);
    site.close().await;
}

async fn a_lost_app_is_removed_by_a_command(on: On) {
    let site = Site::open(on).await;
    site.clock.set(&SystemClock.now().to_string());
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    site.run(&["admin", "reset-proof", "ana@example.org"]).fails().tells("has an authenticator app or a passkey");
    let (_, done) = set_up(&site, &mut ana, PROOF).await;
    done.expect(303);
    site.mail().await;
    site.run(&["admin", "reset-proof", "Ana@Example.org"]).succeeds();
    assert_eq!(ana.get("/en/account").await.location(), "/en/sign-in");
    site.clock.minutes(1);
    let told = site.mail().await;
    assert_eq!((told.to.as_str(), told.link()), ("Ana@example.org", "/en/account"));
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE totp IS NOT NULL OR totp_step IS NOT NULL").await, 0);
    let logged = "SELECT count(*) FROM audit_log WHERE action = 'proof_reset' AND actor IS NULL";
    assert_eq!(site.number(logged).await, 1);
    site.close().await;
}

flows!(
    an_app_is_set_up_by_its_first_code_and_its_owner_is_told,
    a_browser_that_was_left_open_sets_up_nothing,
    a_step_is_used_once_and_around_now_alone,
    five_wrong_codes_are_followed_by_a_wait_that_is_told,
    a_page_of_the_house_asks_for_the_proof_and_gets_its_reader_back,
    only_campaigners_remove_their_app_and_with_a_proof_alone,
    a_lost_app_is_removed_by_a_command,
);
