//! Passkeys: adding, signing in, proving, removing, and every answer that does not count.

use crate::helpers::{Authenticator, Browser, Device, NAMED, On, Page, Site};
use app::accounts::Role;
use app::paths::encode;
use data_encoding::BASE64URL_NOPAD;
use serde_json::Value;
use server::clock::{Clock, SystemClock};
use server::config::PublicUrl;

const PASSKEYS: &str = "/en/account/passkeys";
const PROOF: &str = "/en/account/proof";
const SIGN_IN: &str = "/en/sign-in";
const SESSION: &str = "undersigned-session";

/// A site at an address at which browsers allow passkeys.
async fn open(on: On) -> Site {
    Site::with(on, |config| config.public_url = PublicUrl::parse(NAMED).unwrap()).await
}

async fn start(browser: &mut Browser, ceremony: &str) -> Page {
    browser.call("/api/passkeys/start", format!("{{\"ceremony\":\"{ceremony}\"}}")).await
}

/// What a device is asked.
async fn asked(browser: &mut Browser, ceremony: &str) -> Value {
    let page = start(browser, ceremony).await.expect(200);
    serde_json::from_str(&serde_json::from_str::<String>(&page.body).unwrap()).unwrap()
}

async fn send_new(browser: &mut Browser, path: &str, name: &str, answer: &str) -> Page {
    browser.post(path, format!("action=add&name={}&credential={}", encode(name), encode(answer))).await
}

async fn add(browser: &mut Browser, name: &str) -> Device {
    let (device, answer) = Device::make(&asked(browser, "Add").await);
    send_new(browser, PASSKEYS, name, &answer).await.expect(303);
    device
}

async fn send(browser: &mut Browser, answer: &str) -> Page {
    browser.post(SIGN_IN, format!("credential={}", encode(answer))).await
}

async fn sign_in(browser: &mut Browser, device: &mut Device) -> Page {
    let answer = device.answer(&asked(browser, "SignIn").await);
    send(browser, &answer).await
}

async fn prove(browser: &mut Browser, path: &str, device: &mut Device) -> Page {
    let answer = device.answer(&asked(browser, "Prove").await);
    browser.post(path, format!("action=passkey&credential={}", encode(&answer))).await
}

async fn remove(browser: &mut Browser, device: &Device) -> Page {
    browser.post(PASSKEYS, format!("action=remove&id={}", BASE64URL_NOPAD.encode(&device.id))).await
}

async fn a_passkey_is_added_and_signs_in_without_a_mail(on: On) {
    let site = open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    ana.get("/en/account").await.expect(200).says("None yet.");
    ana.get(PASSKEYS).await.expect(200).says("None yet.").says_nothing_of("cannot be used at this address");
    let options = asked(&mut ana, "Add").await;
    assert_eq!((&options["rp"]["id"], &options["user"]["name"]), (&"localhost".into(), &"ana@example.org".into()));
    let (mut device, answer) = Device::make(&options);

    // Without a name nothing is added, and the question is not used up.
    send_new(&mut ana, PASSKEYS, " ", &answer).await.expect(422).says("Give the passkey a name.");
    send_new(&mut ana, PASSKEYS, &"x".repeat(61), &answer).await.expect(422).says("Shorten the name to 60");
    let added = send_new(&mut ana, PASSKEYS, "My  phone", &answer).await.expect(303);
    assert_eq!(added.location(), "/en/account/passkeys?saved=added");
    ana.follow(&added).await.expect(200).says("The passkey is added.").says("My phone").says("Added on 2 March 2026");
    let told = site.mail().await;
    assert_eq!((told.to.as_str(), told.subject.as_str()), ("ana@example.org", "Undersigned: a passkey was added"));
    assert_eq!(told.link(), PASSKEYS);
    assert_eq!(site.number("SELECT count(*) FROM audit_log").await, 0, "it is no business of the house");
    let data: Value = serde_json::from_str(&ana.get("/en/account/data").await.expect(200).body).unwrap();
    assert_eq!(data["passkeys"], serde_json::json!([{ "name": "My phone", "added": "2026-03-02" }]));

    // The page asks for no address, and another session of this browser ends.
    let old = ana.cookie(SESSION).unwrap().to_owned();
    site.clock.minutes(11);
    let options = asked(&mut ana, "SignIn").await;
    assert_eq!(options["allowCredentials"], serde_json::json!([]));
    assert!(ana.cookie("undersigned-passkey").is_some());
    let signed_in = send(&mut ana, &device.answer(&options)).await.expect(303);
    assert_eq!(signed_in.location(), "/en/account");
    assert_ne!(ana.cookie(SESSION).unwrap(), old);
    assert_eq!(site.number("SELECT count(*) FROM sessions").await, 1);
    assert_eq!(site.number("SELECT count(*) FROM sessions WHERE proved_at IS NOT NULL").await, 1);
    assert_eq!(site.mail().await.subject, "Undersigned: somebody signed in");

    // It leads on as a link does, and nowhere else.
    for (next, leads) in [("/en/account/teams", "/en/account/teams"), ("//evil.example", "/en/account")] {
        let mut browser = site.browser();
        let answer = device.answer(&asked(&mut browser, "SignIn").await);
        let body = format!("next={}&credential={}", encode(next), encode(&answer));
        assert_eq!(browser.post(SIGN_IN, body).await.expect(303).location(), leads);
        site.mail().await;
    }
    // Ten minutes ago is long enough for the proof that changes passkeys not to hold; an hour for the sign-in, neither.
    site.clock.minutes(61);
    ana.get(PASSKEYS).await.expect(200).says("signed in more than an hour ago").says_nothing_of("Remove");
    start(&mut ana, "Add").await.expect(401);
    remove(&mut ana, &device).await.expect(422).says("signed in more than an hour ago");
    assert_eq!(site.number("SELECT count(*) FROM passkeys").await, 1);
    site.close().await;
}

async fn an_answer_counts_once_in_time_and_from_here(on: On) {
    let site = open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut device = add(&mut ana, "Key").await;
    site.mail().await;
    let mut browser = site.browser();

    device.origin = "https://undersigned.example";
    sign_in(&mut browser, &mut device).await.expect(422).says("does not fit");
    device.origin = NAMED;
    device.verifies = false;
    sign_in(&mut browser, &mut device).await.expect(422).says("does not fit");
    device.verifies = true;

    // Five minutes later; from another browser; to another question.
    let options = asked(&mut browser, "SignIn").await;
    site.clock.minutes(5);
    send(&mut browser, &device.answer(&options)).await.expect(422).says("after more than five minutes");
    let options = asked(&mut browser, "SignIn").await;
    send(&mut site.browser(), &device.answer(&options)).await.expect(422).says("after more than five minutes");
    asked(&mut browser, "SignIn").await;
    send(&mut browser, &device.answer(&options)).await.expect(422).says("does not fit");
    // What was asked in another room is no sign-in.
    let options = asked(&mut ana, "Prove").await;
    send(&mut ana, &device.answer(&options)).await.expect(422);
    asked(&mut ana, "Add").await;
    send(&mut ana, &device.answer(&options)).await.expect(422);
    for nonsense in ["{}", "x", "[1]"] {
        asked(&mut browser, "SignIn").await;
        send(&mut browser, nonsense).await.expect(422).says("does not fit");
    }

    // The account that it tells has to be its own.
    let own = std::mem::replace(&mut device.account, vec![7; 16]);
    sign_in(&mut browser, &mut device).await.expect(422).says("no such passkey");
    device.account = Vec::new();
    sign_in(&mut browser, &mut device).await.expect(422).says("no such passkey");
    device.account = own;
    let (mut stranger, _) = Device::make(&asked(&mut ana, "Add").await);
    sign_in(&mut browser, &mut stranger).await.expect(422).says("no such passkey");
    assert!(browser.cookie(SESSION).is_none());
    site.no_mail().await;

    let options = asked(&mut browser, "SignIn").await;
    let answer = device.answer(&options);
    send(&mut browser, &answer).await.expect(303);
    // Whoever is signed in is led on from that page, whatever comes of the form.
    send(&mut browser, &answer).await.expect(422);
    site.close().await;
}

async fn a_counter_that_goes_back_is_refused_and_written_down(on: On) {
    let site = open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut device = add(&mut ana, "Key").await;
    sign_in(&mut site.browser(), &mut device).await.expect(303);
    let mut thief = site.browser();
    for back in [1, 2] {
        device.counter -= back;
        sign_in(&mut thief, &mut device).await.expect(422).says("there may be a copy of it");
    }
    assert!(thief.cookie(SESSION).is_none());
    let logged = "SELECT count(*) FROM audit_log WHERE action = 'passkey_refused' AND actor IS NULL";
    assert_eq!(site.number(logged).await, 2);
    device.counter += 10;
    sign_in(&mut thief, &mut device).await.expect(303);
    site.close().await;
}

async fn a_removed_passkey_opens_nothing(on: On) {
    let site = open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let (mut one, mut two) = (add(&mut ana, "One").await, add(&mut ana, "Two").await);
    assert_eq!(site.mails().await.len(), 2);
    // The same key on another account, and a removal by its owner.
    let mut eve = site.signed_in("eve@example.org").await;
    let answer = one.register(&asked(&mut eve, "Add").await);
    send_new(&mut eve, PASSKEYS, "Mine", &answer).await.expect(422).says("in use already");
    remove(&mut eve, &one).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM passkeys").await, 2);
    site.mails().await;

    let mut browser = site.browser();
    sign_in(&mut browser, &mut one).await.expect(303);
    assert_eq!(site.mail().await.subject, "Undersigned: somebody signed in");
    let form = ana.get(PASSKEYS).await.expect(200).forms().into_iter().find(|form| form.has("id")).unwrap();
    let name = if form.value("id") == BASE64URL_NOPAD.encode(&one.id) { &mut one } else { &mut two };
    let removed = ana.send(&form).await.expect(303);
    ana.follow(&removed).await.expect(200).says("The passkey is removed.");
    assert_eq!(site.mail().await.subject, "Undersigned: a passkey was removed");
    assert_eq!(site.number("SELECT count(*) FROM sessions WHERE proved_at IS NOT NULL").await, 0);
    sign_in(&mut site.browser(), name).await.expect(422).says("no such passkey");
    assert_eq!(site.number("SELECT count(*) FROM passkeys").await, 1);

    // The same twice says the same, and tells nobody.
    ana.send(&form).await.expect(303);
    site.no_mail().await;
    ana.post("/en/account", "action=close&sure=on".to_owned()).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM passkeys").await, 0);
    sign_in(&mut site.browser(), &mut two).await.expect(422).says("no such passkey");
    site.close().await;
}

async fn staff_give_the_second_proof_by_a_passkey(on: On) {
    let site = open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    site.execute("UPDATE accounts SET role = 'admin'").await;
    let led = ana.get("/en/house/people").await;
    let page = ana.get(led.location()).await.expect(200).says("A passkey will do instead of an app");
    let path = page.links().into_iter().find(|link| link.starts_with(PASSKEYS)).unwrap();
    assert_eq!(path, "/en/account/passkeys?next=%2Fen%2Fhouse%2Fpeople");
    let (mut device, answer) = Device::make(&asked(&mut ana, "Add").await);
    assert_eq!(send_new(&mut ana, &path, "Key", &answer).await.expect(303).location(), "/en/house/people");
    ana.get("/en/house/people").await.expect(200).says_nothing_of("No second proof yet");
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'passkey_added'").await, 1);
    site.mail().await;

    // A second sign-in by mail is not enough for anything that guards the house.
    let mut mailed = site.signed_in("ana@example.org").await;
    site.mail().await;
    mailed.get(PROOF).await.expect(200).says("Use one of your passkeys.").says_nothing_of("secret.");
    mailed.get(PASSKEYS).await.expect(200).says("Prove that it is you").says_nothing_of("Remove");
    start(&mut mailed, "Add").await.expect(403);
    assert!(remove(&mut mailed, &device).await.expect(303).location().starts_with(PROOF));
    let mut eve = site.signed_in("eve@example.org").await;
    let mut other = add(&mut eve, "Other").await;
    site.mail().await;
    prove(&mut mailed, PROOF, &mut other).await.expect(422).says("no such passkey");
    assert!(mailed.get("/en/house/people").await.location().starts_with(PROOF));
    let options = asked(&mut mailed, "Prove").await;
    assert_eq!(options["allowCredentials"][0]["id"], BASE64URL_NOPAD.encode(&device.id));
    assert_eq!(prove(&mut mailed, led.location(), &mut device).await.expect(303).location(), "/en/house/people");
    mailed.get("/en/house/people").await.expect(200);
    site.clock.minutes(11);
    let invite = || "action=invite&email=ben%40example.org&role=moderator".to_owned();
    let step_up = mailed.post("/en/house/people", invite()).await.expect(303).location().to_owned();
    prove(&mut mailed, &step_up, &mut device).await.expect(303);
    assert_eq!(mailed.get(&step_up).await.location(), "/en/house/people", "it was given just now");
    mailed.post("/en/house/people", invite()).await.expect(303);
    // So is a sign-in by it.
    let mut third = site.browser();
    sign_in(&mut third, &mut device).await.expect(303);
    third.get("/en/house/people").await.expect(200);

    // The last one stays, until there is an app; then either may go, but not both.
    third.get(PASSKEYS).await.expect(200).says("before you remove this one").says_nothing_of("Remove ");
    remove(&mut third, &device).await.expect(422).says("before you remove this one");
    let page = third.get(PROOF).await.expect(200).says("can be another way");
    let app = Authenticator::taking(&page);
    third.send(&page.form().set("code", &app.code(&site.clock, 0))).await.expect(303);
    third.get(PROOF).await.expect(200).says("Remove the app");
    remove(&mut third, &device).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'passkey_removed'").await, 1);
    site.clock.minutes(1);
    third.post(PROOF, app.body(&site.clock, 0)).await.expect(303);
    third.get(PROOF).await.expect(200).says_nothing_of("Remove the app");
    third.post(PROOF, "action=remove".to_owned()).await.expect(404);
    let device = add(&mut third, "Again").await;
    third.post(PROOF, "action=remove".to_owned()).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE totp IS NOT NULL").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM passkeys").await, 2, "{:?}", device.id);
    site.close().await;
}

async fn an_app_guards_the_passkeys_of_campaigners_too(on: On) {
    let site = open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let page = ana.get(PROOF).await.expect(200);
    let app = Authenticator::taking(&page);
    ana.send(&page.form().set("code", &app.code(&site.clock, 0))).await.expect(303);
    site.mail().await;
    let mut mailed = site.signed_in("ana@example.org").await;
    start(&mut mailed, "Add").await.expect(403);
    mailed.get(PASSKEYS).await.expect(200).says("Passkeys are a second proof");
    for _ in 0..10 {
        add(&mut ana, "Key").await;
    }
    ana.get(PASSKEYS).await.expect(200).says("You have 10, which is the most.");
    let (_, answer) = Device::make(&asked(&mut ana, "Add").await);
    send_new(&mut ana, PASSKEYS, "Key", &answer).await.expect(422).says("There are 10 passkeys already.");
    assert_eq!(site.number("SELECT count(*) FROM passkeys").await, 10);
    mailed.get(PROOF).await.expect(200).says("Use one of your passkeys, or type the code");
    site.close().await;
}

async fn they_are_offered_where_browsers_allow_them_alone(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    ana.get(PASSKEYS).await.expect(200).says("Passkeys cannot be used at this address");
    for ceremony in ["SignIn", "Prove", "Add"] {
        start(&mut ana, ceremony).await.expect(404);
    }
    assert!(!site.browser().get(SIGN_IN).await.body.contains("leptos-island"));
    assert_eq!(site.browser().get(PASSKEYS).await.location(), SIGN_IN);
    assert_eq!(site.number("SELECT count(*) FROM passkey_challenges").await, 0);
    site.close().await;

    let few = |config: &mut server::config::Config| {
        config.public_url = PublicUrl::parse(NAMED).unwrap();
        config.limits.burst = 2;
    };
    let site = Site::with(on, few).await;
    let mut browser = site.browser().on_network(9);
    for status in [200, 200, 429] {
        start(&mut browser, "SignIn").await.expect(status);
    }
    for ceremony in ["Prove", "Add"] {
        start(&mut site.browser().on_network(10), ceremony).await.expect(401);
    }
    assert!(site.browser().get(SIGN_IN).await.body.contains("leptos-island"));
    site.close().await;
}

async fn lost_passkeys_are_removed_by_a_command(on: On) {
    let site = open(on).await;
    site.clock.set(&SystemClock.now().to_string());
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    let mut device = add(&mut ana, "Key").await;
    site.mail().await;
    site.run(&["admin", "reset-proof", "ana@example.org"]).succeeds();
    assert_eq!(ana.get("/en/account").await.location(), SIGN_IN);
    assert_eq!(site.number("SELECT count(*) FROM passkeys").await, 0);
    sign_in(&mut ana, &mut device).await.expect(422).says("no such passkey");
    site.close().await;
}

flows!(
    a_passkey_is_added_and_signs_in_without_a_mail,
    an_answer_counts_once_in_time_and_from_here,
    a_counter_that_goes_back_is_refused_and_written_down,
    a_removed_passkey_opens_nothing,
    staff_give_the_second_proof_by_a_passkey,
    an_app_guards_the_passkeys_of_campaigners_too,
    they_are_offered_where_browsers_allow_them_alone,
    lost_passkeys_are_removed_by_a_command,
);
