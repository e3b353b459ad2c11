//! What admins set for the whole house, and what then becomes of it.

use crate::drafts::{body, send, started};
use crate::helpers::{Browser, CAMPAIGN, On, Page, Site};
use crate::reasons::{page_where, signed_with_reason};
use app::accounts::Role;
use std::time::Duration;

const SETTINGS: &str = "/en/house/settings";
const SWITCHES: &str = "/en/house/settings/switches";
const CAMPAIGNERS: &str = "/en/house/settings/campaigners";
const NEW: &str = "/en/account/campaigns/new";
const BUS: &str = "/en/campaigns/night-bus";
const BUS_CASE: &str = "/en/review/campaigns/night-bus";

/// Opens the settings, changes these and saves.
pub async fn set(admin: &mut Browser, changes: &[(&str, &str)]) -> Page {
    let mut form = admin.get(SETTINGS).await.expect(200).form();
    for (name, value) in changes {
        form = form.set(name, value);
    }
    admin.send(&form).await
}

async fn admin(site: &Site) -> Browser {
    site.signed_in_as("admin@example.org", Role::Admin).await
}

/// Tries until it is so, for as long as another server may take.
async fn soon(mut is_so: impl AsyncFnMut() -> bool) {
    for _ in 0..40 {
        if is_so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it was not so within two seconds");
}

async fn admins_set_things_over_what_they_have_seen_and_the_log_says_what(on: On) {
    let site = Site::open(on).await;
    let mut ana = admin(&site).await;
    let mut ben = site.signed_in_as("ben@example.org", Role::Admin).await;
    site.signed_in_as("mod@example.org", Role::Moderator).await.get(SETTINGS).await.expect(404);

    let refused = set(&mut ana, &[("due_days", "many"), ("overdue_days", "0")]).await.expect(422);
    let form = refused.says("Enter a whole number, from 1 to 365.").form();
    assert_eq!((form.value("due_days"), form.value("overdue_days")), ("many", "0"));
    let late = ana.send(&form.set("due_days", "8").set("overdue_days", "7")).await.expect(422);
    late.says("Enter at least the days after which it is due.");
    assert_eq!(site.number("SELECT count(*) FROM house_settings").await, 0);

    // Two look at the same; the second is told, and may put theirs over it.
    let seen = ben.get(SETTINGS).await.expect(200).form();
    let done = set(&mut ana, &[("due_days", "5"), ("drafts", "30")]).await.expect(303);
    ana.follow(&done).await.expect(200).says("The settings are saved.");
    let overtaken = ben.send(&seen.set("due_days", "4").set("forms_an_hour", "500")).await.expect(422);
    let overtaken = overtaken.says("Somebody else has changed the settings meanwhile").says("Saved at the moment: 5");
    let form = overtaken.form();
    assert_eq!((form.value("due_days"), form.value("drafts"), form.value("version")), ("4", "20", "2"));
    ben.send(&form.set("drafts", "30")).await.expect(303);
    let logged = "SELECT count(*) FROM audit_log WHERE action = 'setting_changed'";
    assert_eq!(site.number(logged).await, 4);
    for entry in [
        "SELECT count(*) FROM audit_log WHERE object = 'due_days' AND detail = '3 -> 5'",
        "SELECT count(*) FROM audit_log WHERE object = 'due_days' AND detail = '5 -> 4'",
        "SELECT count(*) FROM audit_log WHERE object = 'drafts' AND detail = '20 -> 30'",
        "SELECT count(*) FROM audit_log WHERE object = 'forms_an_hour' AND detail = '120 -> 500'",
    ] {
        assert_eq!(site.number(entry).await, 1, "{entry}");
    }
    ana.get("/en/review").await.expect(200).says("4 days");
    // Saving what is set changes nothing; what the configuration says is not stored.
    set(&mut ana, &[]).await.expect(303);
    assert_eq!(site.number(logged).await, 4);
    set(&mut ana, &[("due_days", "3"), ("drafts", "20"), ("forms_an_hour", "120")]).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM house_settings").await, 0);

    site.clock.minutes(11);
    let asked = ana.get(SETTINGS).await;
    assert_eq!(asked.location(), "/en/account/proof?next=%2Fen%2Fhouse%2Fsettings");
    site.close().await;
}

async fn another_server_takes_a_change_within_two_seconds(on: On) {
    let site = Site::open(on).await;
    let other = site.beside().await;
    let mut ana = admin(&site).await;
    let mut eve = site.signed_in("eve@example.org").await;
    eve.moves_to(&other);
    eve.get(NEW).await.expect(200).says_nothing_of("Only those who are invited");
    set(&mut ana, &[("starting", "invited"), ("reasons", "off")]).await.expect(303);
    soon(async || eve.get(NEW).await.text().contains("Only those who are invited")).await;
    soon(async || !other.browser().get(CAMPAIGN).await.form().has("reason")).await;
    other.close().await;
    site.close().await;
}

async fn campaigns_are_started_by_those_alone_who_are_invited(on: On) {
    let site = Site::open(on).await;
    let mut ana = admin(&site).await;
    let mut eve = site.signed_in("eve@example.org").await;
    let draft = started(&mut eve, "Plant a hundred trees").await;
    set(&mut ana, &[("starting", "invited")]).await.expect(303);
    eve.get(NEW).await.expect(200).says("Only those who are invited start campaigns");
    eve.post(NEW, body(&[("title", "Keep the night bus running")]))
        .await
        .expect(403)
        .says("Only those who are invited");
    // What was begun goes on, and who runs the house needs no invitation.
    send(&mut eve, &draft, "1", "submit", &[]).await.expect(303);
    ana.get(NEW).await.expect(200).says_nothing_of("Only those who are invited");

    let invite = |email: &str| body(&[("action", "invite"), ("email", email)]);
    ana.post(CAMPAIGNERS, invite("ivo")).await.expect(422).says("not a complete e-mail address");
    for email in ["ivo@example.org", "eve@example.org"] {
        let done = ana.post(CAMPAIGNERS, invite(email)).await.expect(303);
        ana.follow(&done).await.expect(200).says(email).says("Invited.");
        site.clock.minutes(1);
        let letter = site.mail().await;
        assert_eq!((letter.to.as_str(), letter.link()), (email, "/en/sign-in"));
    }
    let again = ana.post(CAMPAIGNERS, invite("EVE@example.org")).await.expect(303);
    assert_eq!(again.location(), "/en/house/settings/campaigners?saved=already");
    site.no_mail().await;
    started(&mut eve, "Keep the night bus running").await;
    let mut ivo = site.signed_in("ivo@example.org").await;
    started(&mut ivo, "Mend the bridge on Mill Lane").await;
    assert!(ivo.get("/en/account/data").await.expect(200).body.contains("\"invited_to_start_campaigns\": true"));
    ana.get("/en/house/log?action=campaigner_invited").await.expect(200).says("eve@example.org");
    let plain = "SELECT count(*) FROM audit_log WHERE object LIKE '%@%' OR detail LIKE '%@%'";
    assert_eq!(site.number(plain).await, 0);

    // The newest first: eve, who is not to start any more; ivo goes.
    let forms = ana.get(CAMPAIGNERS).await.expect(200).forms();
    ana.send(forms.iter().find(|form| form.has("campaigner")).unwrap()).await.expect(303);
    eve.get(NEW).await.expect(200).says("Only those who are invited");
    ivo.post("/en/account", body(&[("action", "close"), ("sure", "on")])).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM campaigners").await, 0);
    site.signed_in("ivo@example.org").await.get(NEW).await.expect(200).says("Only those who are invited");
    site.close().await;
}

/// A campaign that became public when it was submitted.
async fn public_at_once(site: &Site) -> (Browser, Browser) {
    let (mut ana, mut eve) = (admin(site).await, site.signed_in("eve@example.org").await);
    set(&mut ana, &[("moderation", "after")]).await.expect(303);
    let draft = started(&mut eve, "Keep the night bus running").await;
    let done = send(&mut eve, &draft, "1", "submit", &[]).await.expect(303);
    assert_eq!(done.location(), "/en/account/campaigns/run/night-bus?saved=published");
    eve.follow(&done).await.expect(200).says("It is public. A moderator reads it now");
    site.browser().get(BUS).await.expect(200).says("No moderator has read this campaign yet.");
    site.no_mail().await;
    (ana, eve)
}

async fn a_campaign_is_public_at_once_and_approved_later(on: On) {
    let site = Site::open(on).await;
    let (mut ana, mut eve) = public_at_once(&site).await;
    let by_eve = "SELECT count(*) FROM audit_log WHERE action = 'campaign_published' AND detail = 'unread' AND actor IS NOT NULL";
    assert_eq!(site.number(by_eve).await, 1);
    ana.get("/en/review").await.expect(200).says("Public, not read yet").says("1 new");
    ana.get("/en/house").await.expect(200);
    // Its own team does not approve it.
    eve.post(BUS_CASE, body(&[("action", "approve")])).await.expect(404);
    ana.get(BUS_CASE).await.expect(200).says("nobody has read it yet");
    let done = ana.post(BUS_CASE, body(&[("action", "approve")])).await.expect(303);
    ana.follow(&done).await.expect(200).says("It is approved and stays public.");
    site.browser().get(BUS).await.expect(200).says_nothing_of("No moderator has read");
    ana.get("/en/review").await.expect(200).says_nothing_of("Public, not read yet");
    let approved = "SELECT count(*) FROM audit_log WHERE action = 'campaign_approved' AND object = 'night-bus'";
    assert_eq!(site.number(approved).await, 1);
    // Changes to its texts wait, as ever; and twice is once.
    ana.post(BUS_CASE, body(&[("action", "approve")])).await.expect(303);
    assert_eq!(site.number(approved).await, 1);
    let changes = eve.post("/en/account/campaigns/texts/night-bus", String::new()).await.expect(303);
    let draft = changes.location().to_owned();
    let submitted = send(&mut eve, &draft, "1", "submit", &[("summary", "It leaves too early.")]).await.expect(303);
    assert_eq!(submitted.location(), format!("{draft}?saved=submitted"));
    site.browser().get(BUS).await.expect(200).says_nothing_of("It leaves too early.");
    site.close().await;
}

async fn a_campaign_that_is_public_at_once_is_hidden_or_refused_later(on: On) {
    let site = Site::open(on).await;
    let (mut ana, mut eve) = public_at_once(&site).await;
    ana.post(BUS_CASE, body(&[("action", "refuse")])).await.expect(422).says("Tick at least one reason.");
    let done = ana.post(BUS_CASE, body(&[("action", "refuse"), ("ground", "trap")])).await.expect(303);
    ana.follow(&done).await.expect(200).says("It is refused").says("serves to find out who signs it");
    assert_eq!(site.mail().await.to, "eve@example.org");
    site.browser().get(BUS).await.expect(410).says("serves to find out who signs it");
    // For good.
    ana.post(BUS_CASE, body(&[("action", "show")])).await.expect(303);
    site.browser().get(BUS).await.expect(410);
    site.no_mail().await;
    ana.get("/en/review/campaigns?hidden=on").await.expect(200).says("Keep the night bus running");
    assert_eq!(site.number("SELECT count(*) FROM unread_campaigns").await, 0);

    let draft = started(&mut eve, "Mend the bridge on Mill Lane").await;
    let texts = [("slug", "mill-lane"), ("title", "Mend the bridge on Mill Lane")];
    send(&mut eve, &draft, "1", "submit", &texts).await.expect(303);
    let case = "/en/review/campaigns/mill-lane";
    ana.post(case, body(&[("action", "hide"), ("ground", "unclear")])).await.expect(303);
    site.mail().await;
    ana.post(case, body(&[("action", "show")])).await.expect(303);
    site.mail().await;
    let page = site.browser().get("/en/campaigns/mill-lane").await.expect(200);
    page.says_nothing_of("No moderator has read");
    // A campaign that was read is hidden, never refused.
    ana.post(case, body(&[("action", "refuse"), ("ground", "trap")])).await.expect(303);
    site.browser().get("/en/campaigns/mill-lane").await.expect(200);
    site.close().await;
}

async fn how_much_is_taken_is_set(on: On) {
    let site = Site::open(on).await;
    let mut ana = admin(&site).await;
    set(&mut ana, &[("drafts", "2"), ("campaigns_a_week", "1"), ("forms_an_hour", "10")]).await.expect(303);
    let mut eve = site.signed_in("eve@example.org").await;
    let bus = started(&mut eve, "Keep the night bus running").await;
    let bridge = started(&mut eve, "Mend the bridge on Mill Lane").await;
    eve.post(NEW, body(&[("title", "Plant a hundred trees")])).await.expect(422).says("2");
    send(&mut eve, &bus, "1", "submit", &[]).await.expect(303);
    let texts = [("slug", "mill-lane"), ("title", "Mend the bridge on Mill Lane")];
    let later = send(&mut eve, &bridge, "1", "submit", &texts).await.expect(422);
    let later = later.says("a team can submit 1 within seven days");
    assert_eq!(later.forms().remove(0).value("version"), "2");
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE state = 'submitted'").await, 1);
    site.clock.hours(7 * 24 + 1);
    send(&mut eve, &bridge, "2", "submit", &texts).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE state = 'submitted'").await, 2);

    for n in 0..10 {
        site.browser().sign("Ana", &format!("ana{n}@example.org")).await;
    }
    let mut browser = site.browser();
    let form = browser.sign_form("Ben", "ben@example.org").await;
    let back = browser.send(&form).await.expect(429).form();
    assert_eq!(back.value("email"), "ben@example.org");
    site.execute("UPDATE sessions SET proved_at = proved_at + 608400000000").await;
    set(&mut ana, &[("forms_an_hour", "500")]).await.expect(303);
    // Under the pace of before it would have been six minutes.
    site.clock.minutes(1);
    browser.send(&back).await.expect(303);
    site.close().await;
}

async fn reasons_are_shown_as_openly_as_the_house_says(on: On) {
    let site = Site::open(on).await;
    let mut ana = admin(&site).await;
    // The library would show them at once.
    set(&mut ana, &[("reasons", "reviewed")]).await.expect(303);
    signed_with_reason(&site, "library-sundays", "Ben", "Sundays are mine.").await;
    let waiting = "SELECT count(*) FROM signatures WHERE reason_state = 'waiting'";
    let shown = "SELECT count(*) FROM signatures WHERE reason_state = 'shown'";
    assert_eq!((site.number(waiting).await, site.number(shown).await), (1, 0));
    set(&mut ana, &[("reasons", "open")]).await.expect(303);
    signed_with_reason(&site, "library-sundays", "Cleo", "I read on Sundays.").await;
    signed_with_reason(&site, "halt-deportations", "Dora", "My neighbor was taken.").await;
    assert_eq!((site.number(waiting).await, site.number(shown).await), (1, 2));
    page_where(&site, "My neighbor was taken.", true).await;

    set(&mut ana, &[("reasons", "off")]).await.expect(303);
    let page = site.browser().get(CAMPAIGN).await.expect(200).says_nothing_of("My neighbor was taken.");
    assert!(!page.form().has("reason") && !page.form().has("show_reason"));
    // A form of before is signed without its reason.
    let sent = body(&[
        ("name", "Eva"),
        ("email", "eva@example.org"),
        ("country", "US"),
        ("reason", "Because."),
        ("show_reason", "on"),
    ]);
    site.browser().post(CAMPAIGN, sent).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE reason = 'Because.'").await, 0);
    site.mail().await;
    set(&mut ana, &[("reasons", "campaign")]).await.expect(303);
    signed_with_reason(&site, "halt-deportations", "Finn", "Read me first.").await;
    assert_eq!((site.number(waiting).await, site.number(shown).await), (2, 2));
    site.browser().get(CAMPAIGN).await.expect(200).says("My neighbor was taken.");
    site.close().await;
}

/// Opens the switches, changes these and saves.
async fn switch(admin: &mut Browser, changes: &[(&str, &str)]) -> Page {
    let mut form = admin.get(SWITCHES).await.expect(200).form();
    for (name, value) in changes {
        form = form.set(name, value);
    }
    admin.send(&form).await
}

async fn what_is_switched_off_is_off_on_every_server(on: On) {
    let site = Site::open(on).await;
    let other = site.beside().await;
    let (mut ana, mut eve) = (admin(&site).await, site.signed_in("eve@example.org").await);
    let draft = started(&mut eve, "Keep the night bus running").await;
    let mut rosa = other.browser();
    let typed = rosa.sign_form("Rosa", "rosa@example.org").await;

    let off = [("signing_off", "on"), ("signing_en", "Under attack.\r\nBack at noon."), ("campaigns_off", "on")];
    let done = switch(&mut ana, &off).await.expect(303);
    ana.follow(&done).await.expect(200).says("It is saved.");
    site.browser().get(CAMPAIGN).await.expect(200).says("Under attack. Back at noon.");
    soon(async || other.browser().get(CAMPAIGN).await.text().contains("Under attack.")).await;
    let back = rosa.send(&typed).await.expect(503).says("What you entered is still here").says("Under attack.").form();
    assert_eq!(back.value("email"), "rosa@example.org");
    site.browser().get("/es/campaigns/halt-deportations").await.expect(200).says("no se puede firmar nada");
    assert_eq!(site.rows().await, (0, 0));
    eve.get(NEW).await.expect(200).says("no new campaigns are taken");
    eve.post(NEW, body(&[("title", "Plant a hundred trees")])).await.expect(503);
    send(&mut eve, &draft, "1", "submit", &[]).await.expect(503);
    send(&mut eve, &draft, "1", "save", &[]).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM drafts WHERE state = 'submitted'").await, 0);
    let logged = "SELECT count(*) FROM audit_log WHERE action = 'setting_changed' AND object = 'signing_off' AND detail = '- -> on'";
    assert_eq!(site.number(logged).await, 1);

    switch(&mut ana, &[("signing_off", ""), ("campaigns_off", "")]).await.expect(303);
    rosa.moves_to(&site);
    rosa.send(&back).await.expect(303);
    send(&mut eve, &draft, "2", "submit", &[]).await.expect(303);
    site.browser().get(CAMPAIGN).await.expect(200).says_nothing_of("Under attack.");
    ana.get(SWITCHES).await.expect(200).says("Under attack.");
    other.close().await;
    site.close().await;
}

async fn the_search_is_switched_off_and_the_list_stays(on: On) {
    let site = Site::open(on).await;
    let mut ana = admin(&site).await;
    switch(&mut ana, &[("search_off", "on")]).await.expect(303);
    let home = site.browser().get("/en").await.expect(200).says("The search is switched off at the moment.");
    assert!(home.links().iter().any(|link| link == CAMPAIGN));
    site.browser().get("/en?q=library").await.expect(503).says("switched off");
    // Whoever starts a campaign is not shown similar ones then, and may start it.
    started(&mut ana, "Halt the deportations of our neighbors").await;
    switch(&mut ana, &[("search_off", "")]).await.expect(303);
    site.browser().get("/en?q=library").await.expect(200);
    site.close().await;
}

async fn mail_is_switched_off_as_the_command_does_it(on: On) {
    let site = Site::open(on).await;
    let mut ana = admin(&site).await;
    switch(&mut ana, &[("mailing_off", "on"), ("mailing_en", "Mails come tomorrow.")]).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM mail_waits").await, 1);
    ana.get("/en/house").await.expect(200).says("No mail is sent at the moment");
    // The worker looks each second.
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    let sent = site.sent();
    let mut browser = site.browser();
    let inbox = browser.sign("Ana", "ana@example.org").await;
    browser.follow(&inbox).await.expect(200).says("Mails come tomorrow.");
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    assert_eq!(site.sent(), sent);
    site.run(&["mail", "resume"]).succeeds();
    assert_eq!(site.mail().await.to, "ana@example.org");
    site.run(&["mail", "pause"]).succeeds();
    let page = ana.get(SWITCHES).await.expect(200);
    assert_eq!(page.form().value("mailing_off"), "on", "the command's pause is the same");
    switch(&mut ana, &[("mailing_off", "")]).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM mail_waits").await, 0);
    site.close().await;
}

async fn a_notice_stands_on_every_page_until_its_last_day_is_over(on: On) {
    let site = Site::open(on).await;
    let mut ana = admin(&site).await;
    let notice =
        |until: &'static str| [("notice_en", "We move house."), ("notice_es", "Nos mudamos."), ("notice_until", until)];
    let refused = switch(&mut ana, &[("notice_en", "We move house.")]).await.expect(422);
    assert_eq!(refused.form().value("notice_en"), "We move house.");
    // The clock of these sites begins on 2 March 2026.
    switch(&mut ana, &notice("2026-03-03")).await.expect(303);
    for path in ["/en", CAMPAIGN, "/en/privacy", "/en/sign-in"] {
        site.browser().get(path).await.expect(200).says("We move house.");
    }
    site.browser().get("/en/nothing").await.expect(404).says("We move house.");
    site.browser().get("/es").await.expect(200).says("Nos mudamos.");
    site.clock.hours(24);
    site.browser().get("/en").await.expect(200).says("We move house.");
    site.clock.hours(24);
    soon(async || !site.browser().get("/en").await.text().contains("We move house.")).await;
    site.close().await;
}

async fn domains_and_networks_are_kept_from_signing(on: On) {
    const BLOCKED: &str = "/en/house/settings/blocked";
    let site = Site::open(on).await;
    let mut ana = admin(&site).await;
    let form = ana.get(BLOCKED).await.expect(200).form();
    let refused = ana.send(&form.clone().set("blocked_domains", "no domain")).await.expect(422);
    assert_eq!(refused.says("is no mail domain").form().value("blocked_domains"), "no domain");
    let form = form.set("blocked_domains", "throwaway.example\r\nbücher.example");
    let form = form.set("allowed_domains", "good.throwaway.example").set("blocked_networks", "192.0.2.9");
    let done = ana.send(&form).await.expect(303);
    ana.follow(&done).await.expect(200).says("The lists are saved.");
    let logged = "SELECT count(*) FROM audit_log WHERE object = 'blocked_domains'
        AND detail = '+throwaway.example +xn--bcher-kva.example'";
    assert_eq!(site.number(logged).await, 1);
    // Whoever has looked before is told.
    ana.send(&form).await.expect(422).says("Somebody else has changed the settings meanwhile");

    for address in ["rosa@throwaway.example", "rosa@mail.THROWAWAY.example", "rosa@bücher.example"] {
        let mut browser = site.browser();
        let form = browser.sign_form("Rosa", address).await;
        let page = browser.send(&form).await.expect(422).says("an address of this mail domain");
        assert_eq!(page.form().value("email"), address);
        assert!(page.body.contains("id=\"email-error\""));
    }
    assert_eq!(site.rows().await, (0, 0));
    site.browser().sign("Rosa", "rosa@good.throwaway.example").await;
    let mut far = site.browser().on_network(9);
    let form = far.sign_form("Ben", "ben@example.org").await;
    let page = far.send(&form).await.expect(403).says("have blocked the network that you are in");
    assert_eq!(page.form().value("email"), "ben@example.org");
    site.browser().on_network(8).sign("Ben", "ben@example.org").await;
    site.close().await;
}

flows!(
    domains_and_networks_are_kept_from_signing,
    what_is_switched_off_is_off_on_every_server,
    the_search_is_switched_off_and_the_list_stays,
    mail_is_switched_off_as_the_command_does_it,
    a_notice_stands_on_every_page_until_its_last_day_is_over,
    admins_set_things_over_what_they_have_seen_and_the_log_says_what,
    another_server_takes_a_change_within_two_seconds,
    campaigns_are_started_by_those_alone_who_are_invited,
    a_campaign_is_public_at_once_and_approved_later,
    a_campaign_that_is_public_at_once_is_hidden_or_refused_later,
    how_much_is_taken_is_set,
    reasons_are_shown_as_openly_as_the_house_says,
);
