//! Somebody comes into a team by a mailed link.

use super::{ACCOUNT, TEAMS, act, invited, joined, made};
use crate::helpers::{Browser, Letter, On, Page, Site};
use server::clock::Clock;
use server::teams;

/// What the page says of a link that does not work.
const DEAD: &str = "This invitation does not work here";

async fn rows(site: &Site) -> i64 {
    site.number("SELECT count(*) FROM team_invitations").await
}

/// Follows the mail in a browser that is signed out: signing in leads back to the invitation.
async fn follows(site: &Site, letter: &Letter) -> (Browser, Page) {
    let mut browser = site.browser();
    let to_sign_in = browser.get(letter.link()).await.expect(302);
    assert!(to_sign_in.location().starts_with("/en/sign-in?next=%2Fen%2Faccount%2Fteams%2Fjoin%2F"));
    let form = browser.follow(&to_sign_in).await.expect(200).form().set("email", &letter.to);
    browser.send(&form).await.expect(303);
    let sign_in = site.mail().await;
    let signed_in = browser.press(sign_in.link()).await.expect(303);
    assert_eq!(signed_in.location(), letter.link());
    let page = browser.follow(&signed_in).await.expect(200);
    (browser, page)
}

async fn a_link_brings_in_whoever_it_was_mailed_to(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let team = made(&mut ana, "Riders of line 9").await;
    for (email, role, said) in [
        ("ben", "editor", "not a complete e-mail address"),
        ("", "editor", "Enter the e-mail address"),
        ("b@example.org", "", "role"),
    ] {
        act(&mut ana, &team, "invite", &[("email", email), ("role", role)]).await.expect(422).says(said);
    }
    site.no_mail().await;
    let letter = invited(&site, &mut ana, &team, "ben@example.org", "editor").await;
    for word in ["Riders", "ana@", "ben@", "editor"] {
        assert!(!letter.text.contains(word), "{word} in {}", letter.text);
    }
    let page = ana.get(&team).await.expect(200).says("ben@example.orgeditor, if accepted by 9 March 2026");
    assert!(page.forms().iter().any(|form| form.body().starts_with("action=withdraw")));

    // Others are told alike of a link to somebody else and of one that never was.
    let mut eve = site.signed_in("eve@example.org").await;
    let theirs = eve.get(letter.link()).await.expect(404).says(DEAD);
    let none = eve.get(&format!("{TEAMS}/join/{}", "A".repeat(43))).await.expect(404);
    assert_eq!(theirs.text(), none.text());
    eve.post(letter.link(), String::new()).await.expect(404).says(DEAD);
    eve.get(&team).await.expect(404);
    assert_eq!(rows(&site).await, 1);

    let (mut ben, page) = follows(&site, &letter).await;
    let page = page.says("The team “Riders of line 9” wants you as an editor.");
    assert_eq!(site.number("SELECT count(*) FROM team_members").await, 1, "looking changes nothing");
    let in_team = ben.send(&page.form()).await.expect(303);
    assert_eq!(in_team.location(), format!("{team}?saved=joined"));
    ben.follow(&in_team).await.expect(200).says("You have joined the team.").says("ana@example.orgowner");
    let told = site.mail().await;
    assert_eq!((told.to.as_str(), told.link()), ("ana@example.org", team.as_str()));
    assert!(!told.text.contains("ben@") && !told.text.contains("Riders"), "{}", told.text);

    // It was used up; and the cookie that led here leads nobody any more.
    ben.get(letter.link()).await.expect(404).says(DEAD);
    ben.post(letter.link(), String::new()).await.expect(404);
    assert!(ben.cookie("undersigned-next").is_none());
    assert_eq!((rows(&site).await, site.number("SELECT count(*) FROM team_members").await), (0, 2));
    for (sql, n) in [
        ("SELECT count(*) FROM audit_log WHERE action = 'member_invited'", 1),
        ("SELECT count(*) FROM audit_log WHERE action = 'member_joined' AND detail LIKE '%: editor'", 1),
        ("SELECT count(*) FROM audit_log WHERE object LIKE '%@%' OR detail LIKE '%@%'", 0),
    ] {
        assert_eq!(site.number(sql).await, n, "{sql}");
    }
    site.close().await;
}

async fn withdrawn_and_old_invitations_bring_nobody_in(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let team = made(&mut ana, "Riders").await;
    let letter = invited(&site, &mut ana, &team, "ben@example.org", "owner").await;
    let forms = ana.get(&team).await.expect(200).forms();
    let withdraw = forms.iter().find(|form| form.body().starts_with("action=withdraw")).unwrap();
    // Owners of other teams do not reach it.
    let mut eve = site.signed_in("eve@example.org").await;
    let other = made(&mut eve, "Others").await;
    act(&mut eve, &other, "withdraw", &[("id", withdraw.value("id"))]).await.expect(404);
    assert_eq!(rows(&site).await, 1);
    ana.send(withdraw).await.expect(303);
    ana.send(withdraw).await.expect(404);
    let mut ben = site.signed_in("ben@example.org").await;
    ben.get(letter.link()).await.expect(404).says(DEAD);
    ben.post(letter.link(), String::new()).await.expect(404);

    let letter = invited(&site, &mut ana, &team, "ben@example.org", "owner").await;
    act(&mut ana, &team, "invite", &[("email", "BEN@example.org"), ("role", "editor")])
        .await
        .expect(422)
        .says("This address is invited already.");
    let page = ben.get(letter.link()).await.expect(200);
    site.clock.hours(7 * 24);
    ben.get(letter.link()).await.expect(404).says(DEAD);
    ben.send(&page.form()).await.expect(404);
    ana.get(&team).await.expect(200).says_nothing_of("ben@example.org");
    teams::sweep(&site.writer, site.clock.now()).await.unwrap();
    assert_eq!(rows(&site).await, 0);
    assert_eq!(site.number("SELECT count(*) FROM team_members").await, 2);
    site.close().await;
}

async fn nothing_tells_whether_an_address_has_an_account(on: On) {
    let site = Site::open(on).await;
    site.signed_in("known@example.org").await;
    let mut ana = site.signed_in("ana@example.org").await;
    let mut seen = Vec::new();
    for email in ["known@example.org", "nobody@example.org"] {
        let team = made(&mut ana, "Riders").await;
        let done = act(&mut ana, &team, "invite", &[("email", email), ("role", "editor")]).await;
        let page = ana.follow(&done).await.expect(200);
        let letter = site.mail().await;
        let told = letter.text.replace(letter.link(), "…");
        seen.push((done.status, page.text().replace(email, "…"), letter.subject, told));
    }
    assert_eq!(seen[0], seen[1]);
    let plain = match on {
        On::Sqlite => "SELECT count(*) FROM team_invitations WHERE instr(address, CAST('@example.org' AS BLOB)) > 0",
        On::Postgres => {
            "SELECT count(*) FROM team_invitations WHERE position(CAST('@example.org' AS BYTEA) IN address) > 0"
        }
    };
    assert_eq!((rows(&site).await, site.number(plain).await), (2, 0));
    site.close().await;
}

async fn an_invitation_gives_rights_and_takes_none(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let team = made(&mut ana, "Riders").await;
    joined(&site, &mut ana, &team, "ben@example.org", "owner").await;
    for email in ["ben@example.org", "ana@example.org"] {
        let refused = act(&mut ana, &team, "invite", &[("email", email), ("role", "analyst")]).await.expect(422);
        refused.says("This address is in the team already.");
    }
    // One that an account has brought along before it came in by another way.
    let letter = invited(&site, &mut ana, &team, "eve@example.org", "analyst").await;
    let mut eve = site.signed_in("eve@example.org").await;
    site.execute(
        "INSERT INTO team_members (team_id, account_id, role) SELECT i.team_id, a.id, 'owner' FROM team_invitations i \
         JOIN accounts a ON a.digest = i.digest",
    )
    .await;
    eve.press(letter.link()).await.expect(303);
    assert_eq!(site.number("SELECT count(*) FROM team_members WHERE role = 'owner'").await, 3);
    site.no_mail().await;
    site.close().await;
}

async fn a_team_sends_ten_mails_an_hour_and_has_twenty_invitations(on: On) {
    let site = Site::open(on).await;
    let mut ana = site.signed_in("ana@example.org").await;
    let team = made(&mut ana, "Riders").await;
    for hour in 0..2 {
        for number in 0..10 {
            invited(&site, &mut ana, &team, &format!("friend-{hour}-{number}@example.org"), "analyst").await;
        }
        if hour == 0 {
            let more = act(&mut ana, &team, "invite", &[("email", "more@example.org"), ("role", "editor")]).await;
            let more = more.expect(422).says("at most 10 of these mails an hour");
            assert!(more.body.contains("value=\"more@example.org\""), "it stands as it was typed");
            assert_eq!(rows(&site).await, 10, "nothing was kept");
            site.clock.minutes(60);
        }
    }
    site.clock.minutes(60);
    let more = act(&mut ana, &team, "invite", &[("email", "more@example.org"), ("role", "editor")]).await;
    more.expect(422).says("There are 20 open invitations");
    assert_eq!(rows(&site).await, 20);
    site.no_mail().await;
    ana.get(ACCOUNT).await.expect(200).says("Riders");
    site.close().await;
}

flows!(
    a_link_brings_in_whoever_it_was_mailed_to,
    withdrawn_and_old_invitations_bring_nobody_in,
    nothing_tells_whether_an_address_has_an_account,
    an_invitation_gives_rights_and_takes_none,
    a_team_sends_ten_mails_an_hour_and_has_twenty_invitations,
);
