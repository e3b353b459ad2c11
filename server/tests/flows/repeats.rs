//! Signing twice, two people on one mailbox, and that nobody learns from the page who has signed.

use crate::helpers::{CAMPAIGN, On, Page, Site};

async fn who_has_signed_is_told_once_a_day(on: On) {
    let site = Site::open(on).await;
    site.signed_and_confirmed("Ana Núñez", "Ana.Nunez@gmail.com").await;

    // The same mailbox and the same name, spelled in other ways.
    for (name, email) in [("ana  nuñez", "ananunez+x@googlemail.com"), ("ANA NÚÑEZ", "a.n.a.nunez@gmail.com")] {
        site.browser().sign(name, email).await;
        assert_eq!(site.rows().await, (0, 1));
    }
    let notice = site.mail().await;
    assert_eq!(notice.to, "ananunez+x@googlemail.com");
    assert!(notice.link().contains("/signature/"), "{}", notice.link());
    site.browser().get(notice.link()).await.expect(200).says("Confirmed, and counted");

    site.clock.hours(24);
    site.browser().sign("Ana Núñez", "ana.nunez@gmail.com").await;
    assert!(!site.mail().await.is_confirmation());
    site.browser().sign("Ana Núñez", "ana.nunez@gmail.com").await;
    site.no_mail().await;
    assert_eq!((site.rows().await, site.count().await), ((0, 1), 1));
    site.close().await;
}

async fn two_people_share_a_mailbox_and_a_third_does_not(on: On) {
    let site = Site::open(on).await;
    site.signed_and_confirmed("Ana", "family@example.org").await;
    site.signed_and_confirmed("Ben", "family@example.org").await;
    assert_eq!(site.count().await, 2);
    assert_eq!(site.number("SELECT count(DISTINCT seat) FROM signatures WHERE state = 'confirmed'").await, 2);

    site.browser().sign("Cleo", "family@example.org").await;
    assert!(!site.mail().await.is_confirmation());
    assert_eq!((site.rows().await, site.count().await), ((0, 2), 2));
    site.close().await;
}

async fn of_three_who_wait_on_one_mailbox_two_count(on: On) {
    let site = Site::open(on).await;
    let mut letters = Vec::new();
    for name in ["Ana", "Ben", "Cleo"] {
        site.browser().sign(name, "family@example.org").await;
        letters.push(site.mail().await);
        site.clock.minutes(10);
    }
    assert_eq!(site.rows().await, (3, 0));
    for letter in &letters {
        let mut browser = site.browser();
        let page = browser.press(letter.link()).await.expect(303);
        browser.follow(&page).await.expect(200).says("Thank you");
    }
    assert_eq!((site.rows().await, site.count().await), ((0, 2), 2));
    site.close().await;
}

async fn two_forms_of_one_person_count_once(on: On) {
    let site = Site::open(on).await;
    let mut letters = Vec::new();
    for _ in 0..2 {
        site.browser().sign("Ana", "ana@example.org").await;
        letters.push(site.mail().await);
        site.clock.minutes(10);
    }
    site.browser().press(letters[1].link()).await.expect(303);
    assert_eq!((site.rows().await, site.count().await), ((1, 1), 1));
    // The other mail may be opened later all the same: its button leads to what counts already.
    let mut browser = site.browser();
    let answer = browser.press(letters[0].link()).await.expect(303);
    browser.follow(&answer).await.expect(200);
    assert_eq!((site.rows().await, site.count().await), ((0, 1), 1));
    site.close().await;
}

/// An answer without what is random in every answer.
fn plain(page: &Page, email: &str) -> String {
    let mut text = format!("{}\n", page.status);
    let mut nonce = String::new();
    for (name, value) in &page.headers {
        let value = value.to_str().unwrap();
        let value = match name.as_str() {
            "x-request-id" => "…".to_owned(),
            "set-cookie" => {
                let (key, rest) = value.split_once('=').unwrap();
                let (secret, attributes) = rest.split_once(';').unwrap();
                format!("{key}={} bytes;{attributes}", secret.len())
            }
            "content-security-policy" => {
                let found = value.split_once("'nonce-").and_then(|(_, rest)| rest.split_once('\''));
                found.map_or("", |(nonce, _)| nonce).clone_into(&mut nonce);
                value.replace(&nonce, "…")
            }
            _ => value.to_owned(),
        };
        text.push_str(&format!("{name}: {value}\n"));
    }
    assert!(!nonce.is_empty(), "{text}");
    text + &page.body.replace(&nonce, "…").replace(email, "…")
}

async fn nobody_learns_from_the_answer_who_has_signed(on: On) {
    let site = Site::with(on, |config| config.limits.unanswered_mails_per_day = 3).await;
    site.signed_and_confirmed("Ana", "repeated@example.org").await;
    site.browser().sign("Ben", "capped@example.org").await;
    assert!(site.mail().await.is_confirmation());
    for name in ["Cleo", "Dan"] {
        site.signed_and_confirmed(name, "full@example.org").await;
    }

    let mut answers = Vec::new();
    let cases = [
        ("new", "Ana", "somebody@example.org", ""),
        ("repeated", "Ana", "repeated@example.org", ""),
        ("told today", "Ana", "repeated@example.org", ""),
        ("capped", "Ben", "capped@example.org", ""),
        ("a third person", "Eve", "full@example.org", ""),
        ("flagged", "Fay", "f@example.org", "a program"),
    ];
    for (case, name, email, trap) in cases {
        let mut browser = site.browser();
        let form = browser.sign_form(name, email).await.set("website", trap);
        let answer = browser.send(&form).await.expect(303);
        let inbox = browser.follow(&answer).await.expect(200).says(email);
        answers.push((case, plain(&answer, email), plain(&inbox, email)));
    }
    let (_, answer, inbox) = &answers[0];
    assert!(
        answer.contains(&format!("location: {CAMPAIGN}/inbox")) && answer.contains("set-cookie: undersigned="),
        "{answer}"
    );
    for (case, other_answer, other_inbox) in &answers[1..] {
        assert_eq!(answer, other_answer, "{case}");
        assert_eq!(inbox, other_inbox, "{case}");
    }
    assert_eq!(site.mails().await.len(), 4, "new, repeated, a third person, flagged");
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE flagged = 1").await, 1);
    site.close().await;
}

flows!(
    who_has_signed_is_told_once_a_day,
    two_people_share_a_mailbox_and_a_third_does_not,
    of_three_who_wait_on_one_mailbox_two_count,
    two_forms_of_one_person_count_once,
    nobody_learns_from_the_answer_who_has_signed,
);
