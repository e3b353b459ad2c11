//! Moderators and admins: the first one, invitations, roles, and the last admin.

use crate::drafts::body;
use crate::helpers::{Browser, On, Page, Site};
use app::accounts::Role;
use server::accounts;
use server::clock::{Clock, SystemClock};

const PEOPLE: &str = "/en/house/people";

async fn invite(browser: &mut Browser, email: &str, role: &str) -> Page {
    browser.post(PEOPLE, body(&[("action", "invite"), ("email", email), ("role", role)])).await
}

/// The form that changes the role of the helper with this address, as the page of people shows it.
async fn role_form(browser: &mut Browser, email: &str, role: &str) -> String {
    let page = browser.get(PEOPLE).await.expect(200);
    let at = page.body.find(email).unwrap_or_else(|| panic!("{email} is not on the page"));
    let person = page.body[at..].split_once("name=\"person\" value=\"").unwrap().1;
    body(&[("action", "change"), ("person", person.split_once('"').unwrap().0), ("role", role)])
}

async fn change(browser: &mut Browser, email: &str, role: &str) -> Page {
    let form = role_form(browser, email, role).await;
    browser.post(PEOPLE, form).await
}

async fn the_first_admin_is_made_by_a_command(on: On) {
    let site = Site::open(on).await;
    site.clock.set(&SystemClock.now().to_string());
    site.run(&["admin", "invite", "nobody"]).fails().tells("not a complete e-mail address");
    site.run(&["admin", "invite", "ana@example.org"]).succeeds();
    site.clock.minutes(1);
    let letter = site.mail().await;
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("ana@example.org", "Undersigned: an invitation"));
    assert_eq!(letter.link(), "/en/sign-in");
    for word in ["ana@", "admin", "campaign"] {
        assert!(!letter.text.to_lowercase().contains(word), "{word} in {}", letter.text);
    }
    assert_eq!(site.number("SELECT count(*) FROM accounts").await, 0, "it waits");
    let waiting = "SELECT count(*) FROM staff_invitations WHERE role = 'admin'";
    assert_eq!(site.number(waiting).await, 1);

    // Others sign in without it.
    site.signed_in("eve@example.org").await;
    assert_eq!(site.number(waiting).await, 1);
    let mut ana = site.signed_in("a.na@example.org").await;
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE role = 'admin'").await, 0, "another mailbox");
    ana.get(PEOPLE).await.expect(404);
    let mut ana = site.signed_in("ANA@example.org").await;
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE role = 'admin'").await, 1);
    assert_eq!(site.number(waiting).await, 0);
    // The role alone opens nothing.
    assert!(ana.get(PEOPLE).await.location().starts_with("/en/account/proof"));
    let same = "SELECT count(DISTINCT object) FROM audit_log WHERE action IN ('staff_invited', 'role_changed')";
    assert_eq!(site.number(same).await, 1, "both entries name the account");

    // An account that is there gets it at once, and nobody gets it twice.
    let again = site.run(&["admin", "invite", "ana@example.org"]).succeeds();
    assert!(again.out.contains("already"), "{}", again.out);
    site.run(&["admin", "invite", "eve@example.org"]).succeeds();
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE role = 'admin'").await, 2);
    site.close().await;
}

async fn admins_invite_and_the_role_waits_for_the_first_sign_in(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    invite(&mut ana, "ben", "moderator").await.expect(422).says("not a complete e-mail address");
    invite(&mut ana, "", "moderator")
        .await
        .expect(422)
        .says("Enter the e-mail address.")
        .says_nothing_of("your e-mail");
    invite(&mut ana, "ben@example.org", "campaigner").await.expect(404);
    let done = invite(&mut ana, "ben@example.org", "moderator").await.expect(303);
    let page = ana.follow(&done).await.expect(200).says("Invited.");
    page.says("ben@example.org").says("Moderator, if accepted by 16 March 2026");
    assert_eq!(site.mail().await.to, "ben@example.org");
    // The address is in no column as it is.
    let plain = "SELECT count(*) FROM audit_log WHERE object LIKE '%@%' OR detail LIKE '%@%'";
    assert_eq!(site.number(plain).await, 0);

    let mut ben = site.signed_in("ben@example.org").await;
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE role = 'moderator'").await, 1);
    assert!(ben.get("/en/review").await.location().starts_with("/en/account/proof"));
    ben.get(PEOPLE).await.expect(404);
    invite(&mut ben, "eve@example.org", "admin").await.expect(404);
    ana.get(PEOPLE).await.expect(200).says("Moderator").says("ben@example.org");

    // One that is taken back, and one that has had its time, give nothing.
    invite(&mut ana, "eve@example.org", "admin").await.expect(303);
    let forms = ana.get(PEOPLE).await.expect(200).forms();
    let withdraw = forms.iter().find(|form| form.body().contains("action=withdraw")).unwrap();
    ana.send(withdraw).await.expect(303);
    let again = ana.send(withdraw).await.expect(303);
    assert_eq!(again.location(), "/en/house/people?saved=overtaken");
    site.mails().await;
    site.signed_in("eve@example.org").await;
    invite(&mut ana, "ivo@example.org", "admin").await.expect(303);
    site.mails().await;
    site.clock.hours(14 * 24);
    site.signed_in("ivo@example.org").await;
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE role = 'admin'").await, 1);
    accounts::sweep(&site.writer, site.clock.now()).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM staff_invitations").await, 0);
    site.close().await;
}

async fn roles_change_and_the_last_admin_stays(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    for role in ["moderator", "campaigner"] {
        change(&mut ana, "ana@example.org", role).await.expect(422).says("This is the only admin");
    }
    let close = || body(&[("action", "close"), ("sure", "on")]);
    ana.post("/en/account", close()).await.expect(422).says("You are the only admin");
    assert_eq!(site.number("SELECT count(*) FROM accounts WHERE role = 'admin'").await, 1);

    let mut ben = site.signed_in_as("ben@example.org", Role::Moderator).await;
    ben.get(PEOPLE).await.expect(404);
    site.no_mail().await;
    change(&mut ana, "ben@example.org", "admin").await.expect(303);
    ben.get(PEOPLE).await.expect(200).says("ana@example.org");
    change(&mut ben, "ana@example.org", "campaigner").await.expect(303);
    ana.get(PEOPLE).await.expect(404);
    // Each is told, in words that tell nobody else anything.
    let mut told = site.mails().await;
    told.sort_by(|one, two| one.to.cmp(&two.to));
    assert_eq!(told.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["ana@example.org", "ben@example.org"]);
    for mail in &told {
        assert_eq!((mail.subject.as_str(), mail.link()), ("Undersigned: what you may do was changed", "/en/account"));
        assert!(!mail.text.contains('@') && !mail.text.contains("dmin"), "{}", mail.text);
    }
    ana.post(PEOPLE, body(&[("action", "invite"), ("email", "eve@example.org"), ("role", "admin")])).await.expect(404);
    change(&mut ben, "ben@example.org", "moderator").await.expect(422);
    site.no_mail().await;
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'role_changed'").await, 2);
    let told = "SELECT count(*) FROM audit_log WHERE detail = 'admin -> campaigner' AND actor IS NOT NULL";
    assert_eq!(site.number(told).await, 1);
    // A campaigner gets no role by a form that nobody was shown.
    let account = "SELECT count(*) FROM accounts WHERE role = 'campaigner'";
    assert_eq!(site.number(account).await, 1);
    ben.post(PEOPLE, body(&[("action", "change"), ("person", "zz"), ("role", "admin")])).await.expect(404);
    site.close().await;
}

async fn two_admins_do_not_dismiss_each_other_at_once(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    let mut ben = site.signed_in_as("ben@example.org", Role::Admin).await;
    let beside = match on {
        On::Sqlite => None,
        On::Postgres => Some(site.beside().await),
    };
    if let Some(beside) = &beside {
        ben.moves_to(beside);
    }
    let no_ben = role_form(&mut ana, "ben@example.org", "campaigner").await;
    let no_ana = role_form(&mut ben, "ana@example.org", "campaigner").await;
    let (one, two) = tokio::join!(ana.post(PEOPLE, no_ben), ben.post(PEOPLE, no_ana));
    assert_eq!(
        site.number("SELECT count(*) FROM accounts WHERE role = 'admin'").await,
        1,
        "{} {}",
        one.status,
        two.status
    );
    if let Some(beside) = beside {
        beside.close().await;
    }
    site.close().await;
}

async fn the_log_is_read_filtered_and_exported_by_admins_alone(on: On) {
    const LOG: &str = "/en/house/log";
    let site = Site::open(on).await;
    let mut ana = site.signed_in_as("ana@example.org", Role::Admin).await;
    ana.get(LOG).await.expect(200).says("There is no such entry.");
    let mut ben = site.signed_in_as("ben@example.org", Role::Moderator).await;
    for path in [LOG, "/en/house/log/log.csv"] {
        ben.get(path).await.expect(404);
        assert_eq!(site.browser().get(path).await.location(), "/en/sign-in");
    }
    for number in 0..60 {
        if number % 10 == 0 {
            site.clock.minutes(1);
        }
        invite(&mut ana, &format!("helper-{number}@example.org"), "moderator").await.expect(303);
    }
    site.mails().await;
    site.clock.minutes(1);
    change(&mut ana, "ben@example.org", "admin").await.expect(303);
    site.mails().await;

    let page = ana.get(LOG).await.expect(200).says("moderator -> admin");
    assert_eq!(page.body.matches("<td data-label=\"Who\"").count(), 50);
    let older = page.links().into_iter().find(|link| link.contains("before=")).unwrap();
    let rest = ana.get(&older).await.expect(200).says_nothing_of("moderator -> admin");
    assert_eq!(rest.body.matches("<td data-label=\"Who\"").count(), 11);
    let entries = async |browser: &mut Browser, query: &str| {
        let page = browser.get(&format!("{LOG}?{query}")).await.expect(200);
        page.body.matches("<td data-label=\"Who\"").count()
    };
    assert_eq!(entries(&mut ana, "action=role_changed").await, 1);
    assert_eq!(entries(&mut ana, "object=ben%40example.org").await, 1);
    assert_eq!(entries(&mut ana, "object=nobody%40example.org").await, 0);
    assert_eq!(entries(&mut ana, "object=%25").await, 0, "no wildcard");

    let file = ana.get("/en/house/log/log.csv?action=role_changed").await.expect(200);
    let lines = file.body.lines().collect::<Vec<_>>();
    assert_eq!(lines.len(), 2, "{}", file.body);
    assert!(lines[1].ends_with(",ana@example.org,role_changed,ben@example.org,moderator -> admin"), "{}", lines[1]);
    assert_eq!(entries(&mut ana, "action=log_exported").await, 1);
    // A heading, sixty invitations, a role, and both exports, for each is noted before it is written.
    assert_eq!(ana.get("/en/house/log/log.csv").await.expect(200).body.lines().count(), 64);
    site.clock.minutes(11);
    let asked = ana.get("/en/house/log/log.csv?object=night-bus").await;
    assert_eq!(asked.location(), "/en/account/proof?next=%2Fen%2Fhouse%2Flog%3Fobject%3Dnight-bus");
    // Whoever has gone is named no more.
    ben.post("/en/account", body(&[("action", "close"), ("sure", "on")])).await.expect(303);
    ana.get(&format!("{LOG}?action=role_changed")).await.expect(200).says_nothing_of("ben@example.org");
    site.close().await;
}

flows!(
    the_first_admin_is_made_by_a_command,
    admins_invite_and_the_role_waits_for_the_first_sign_in,
    roles_change_and_the_last_admin_stays,
    the_log_is_read_filtered_and_exported_by_admins_alone,
    two_admins_do_not_dismiss_each_other_at_once,
);
