//! A rule from the form to the public page, and back.

use super::{APPLIED, COUNTED, Crowd, REASON, RULES, UNDONE, act, counted, crowd, make, public};
use crate::helpers::{CAMPAIGN, On, Site};
use app::accounts::Role;
use server::clock::Clock;
use server::signatures::recount::{last, recount};

const BOTS: Crowd = Crowd { n: 430, domain: "bots.example", country: "US", fast: true };
const OTHERS: Crowd = Crowd { n: 25, domain: "mail.example", country: "US", fast: false };

async fn signatures_are_taken_off_and_put_back(on: On) {
    let site = Site::open(on).await;
    let keys = site.config.keys_folder();
    crowd(&site.db, &keys, BOTS).await;
    crowd(&site.db, &keys, OTHERS).await;
    let bot = site.signed_and_confirmed("Bot", "one@bots.example").await;
    site.signed_and_confirmed("Ana", "ana@mail.example").await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let rule = counted(&site, &mut admin, &[("domain", "Bots.example"), ("country", "US")]).await;
    let page = admin.get(&rule).await.expect(200);
    page.says("431 signatures agree.").says("The campaign has 457 now.").says("It would have 26.");
    assert_eq!(site.count().await, 457, "nothing has changed yet");
    public(&site).await.says("457").says_nothing_of("Taken off the count");

    act(&mut admin, &rule, "apply").await.expect(303);
    site.wait_for("the rule", APPLIED, 1).await;
    assert_eq!(site.count().await, 26);
    admin.get(&rule).await.expect(200).says("431 signatures were taken off the count.");
    public(&site).await.says("Taken off the count").says("On 2 March 2026, 431 signatures:").says(REASON);
    // Once: pressed again, nothing follows.
    assert!(act(&mut admin, &rule, "apply").await.location().ends_with("?saved=overtaken"));
    assert_eq!(site.tallies().await.invalidated, 431);

    // One who was taken off is told so, and is not counted by signing once more.
    site.browser().post(bot.link(), String::new()).await.expect(303);
    let mut browser = site.browser();
    let mine = browser.get(bot.link()).await;
    browser.follow(&mine).await.says("Removed by a rule of this site");
    let mut again = site.browser();
    again.sign("Bot", "one@bots.example").await;
    assert!(!site.mail().await.is_confirmation());
    again.sign("Bot’s sister", "one@bots.example").await;
    let sister = site.mail().await;
    again.press(sister.link()).await.expect(303);
    assert_eq!(site.count().await, 27, "another person on that mailbox is");

    // Who withdraws meanwhile is not put back.
    let forms = browser.follow(&mine).await.forms();
    browser.send(forms.iter().find(|form| form.value("decision") == "withdraw").unwrap()).await.expect(303);
    assert_eq!(
        site.number("SELECT count(*) FROM signatures WHERE state = 'withdrawn' AND invalidation_id IS NOT NULL").await,
        0
    );
    assert_eq!(site.count().await, 27);
    act(&mut admin, &rule, "undo").await.expect(303);
    site.wait_for("undoing", UNDONE, 1).await;
    assert_eq!(site.count().await, 457);
    let tallies = site.tallies().await;
    assert_eq!((tallies.invalidated, tallies.restored, tallies.withdrawn), (431, 430, 0));
    public(&site).await.says("457").says("431 signatures:").says("they count again");
    assert!(act(&mut admin, &rule, "undo").await.location().ends_with("?saved=overtaken"));
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE invalidation_id IS NOT NULL").await, 0);

    // The nightly check agrees, and the log tells who did it.
    recount(&site.db, &site.writer, site.clock.now()).await.unwrap();
    let mut conn = site.db.read().await.unwrap();
    assert_eq!(last(&mut conn.link()).await.unwrap().unwrap().difference, 0);
    drop(conn);
    for action in ["rule_counted", "rule_applied", "rule_undone"] {
        let log = admin.get(&format!("/en/house/log?action={action}")).await.expect(200);
        log.says("halt-deportations").says("domain country=US").says_nothing_of("bots.example");
    }
    site.close().await;
}

async fn it_can_be_turned_round_while_it_is_applied(on: On) {
    let site = Site::open(on).await;
    crowd(&site.db, &site.config.keys_folder(), Crowd { n: 2_500, ..BOTS }).await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let rule = counted(&site, &mut admin, &[("fast", "on")]).await;
    act(&mut admin, &rule, "apply").await.expect(303);
    for _ in 0..1_000 {
        if site.number("SELECT count(*) FROM signatures WHERE state = 'invalidated'").await > 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    let page = admin.get(&rule).await.expect(200);
    page.says("Being applied").says_nothing_of("2,500 signatures");
    // People sign meanwhile.
    site.signed_and_confirmed("Ana", "ana@mail.example").await;
    act(&mut admin, &rule, "undo").await.expect(303);
    site.wait_for("undoing", UNDONE, 1).await;
    assert_eq!(site.count().await, 2_501);
    let tallies = site.tallies().await;
    assert!(tallies.invalidated > 0 && tallies.invalidated == tallies.restored, "{tallies:?}");
    site.close().await;
}

async fn rules_are_for_admins_who_have_just_proven_who_they_are(on: On) {
    let site = Site::open(on).await;
    crowd(&site.db, &site.config.keys_folder(), BOTS).await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let rule = counted(&site, &mut admin, &[("flagged", ""), ("fast", "on")]).await;
    let mut moderator = site.signed_in_as("mod@example.org", Role::Moderator).await;
    let mut stranger = site.signed_in("eve@example.org").await;
    let form =
        admin.get(RULES).await.form().set("campaign", "halt-deportations").set("reason", REASON).set("fast", "on");
    for path in [RULES, &rule] {
        assert_eq!(site.browser().get(path).await.location(), "/en/sign-in");
        for other in [&mut moderator, &mut stranger] {
            other.get(path).await.expect(404);
            other.send(&form).await.expect(404);
            act(other, &rule, "apply").await.expect(404);
        }
    }
    site.browser().send(&form).await.expect(401);
    assert_eq!(act(&mut site.browser(), &rule, "apply").await.location(), "/en/sign-in");
    // Ten minutes later numbers can still be looked at.
    site.clock.minutes(11);
    admin.get(&rule).await.expect(200).says("430 signatures agree.");
    for page in [admin.get(RULES).await, admin.send(&form).await, act(&mut admin, &rule, "apply").await] {
        assert!(page.location().starts_with("/en/account/proof?next="), "{}", page.location());
    }
    assert_eq!(site.number(COUNTED).await, 1);
    assert_eq!(site.number("SELECT count(*) FROM signatures WHERE state = 'invalidated'").await, 0);
    site.close().await;
}

async fn a_rule_that_is_wrong_comes_back_as_it_was_typed(on: On) {
    let site = Site::open(on).await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    make(&mut admin, &[]).await.expect(422).says("Name at least one thing");
    let page = make(&mut admin, &[("domain", "no domain"), ("region", "60601"), ("source", "qr")]).await.expect(422);
    let form = page.form();
    assert_eq!((form.value("domain"), form.value("region"), form.value("source")), ("no domain", "60601", "qr"));
    assert_eq!((form.value("campaign"), form.value("reason")), ("halt-deportations", REASON));
    page.says("Enter a domain").says("up to three letters");
    let unknown =
        admin.get(RULES).await.form().set("reason", REASON).set("fast", "on").set("campaign", "no-such-thing");
    admin.send(&unknown).await.expect(422).says("Choose a campaign.");
    act(&mut admin, &format!("{RULES}/00000000000000000000000000000001"), "apply").await.expect(404);
    assert_eq!(site.number("SELECT count(*) FROM invalidations").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'rule_counted'").await, 0);
    let rule = counted(&site, &mut admin, &[("fast", "on")]).await;
    act(&mut admin, &rule, "explode").await.expect(404);
    let dropped = act(&mut admin, &rule, "drop").await.expect(303);
    admin.follow(&dropped).await.expect(200).says("The rule is forgotten.");
    admin.get(&rule).await.expect(404);
    assert_eq!(site.browser().get(CAMPAIGN).await.expect(200).text().find("Taken off"), None);
    site.close().await;
}

flows!(
    signatures_are_taken_off_and_put_back,
    it_can_be_turned_round_while_it_is_applied,
    rules_are_for_admins_who_have_just_proven_who_they_are,
    a_rule_that_is_wrong_comes_back_as_it_was_typed,
);
