//! What a rule must not tell.

use super::{APPLIED, Crowd, act, counted, crowd, make, public};
use crate::helpers::{On, Site};
use app::accounts::Role;
use server::clock::Clock;
use server::invalidation::sweep;

async fn nobody_finds_out_by_a_rule_whether_somebody_has_signed(on: On) {
    let site = Site::open(on).await;
    let keys = site.config.keys_folder();
    crowd(&site.db, &keys, Crowd { n: 40, domain: "mail.example", country: "US", fast: false }).await;
    site.signed_and_confirmed("Ana", "ana@doe-family.example").await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    // Of a family that has signed and of one that has not, the same is told, and nothing can be done.
    let mut pages = Vec::new();
    for domain in ["doe-family.example", "roe-family.example"] {
        let rule = counted(&site, &mut admin, &[("domain", domain)]).await;
        let page = admin.get(&rule).await.expect(200).says("Fewer than ten signatures agree, perhaps none.");
        pages.push(page.text().replace(domain, "DOMAIN"));
        assert!(act(&mut admin, &rule, "apply").await.location().ends_with("?saved=overtaken"));
    }
    assert_eq!(pages[0], pages[1]);
    assert_eq!(site.count().await, 41);
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE detail LIKE '%family%'").await, 0);
    assert_eq!(site.number("SELECT count(*) FROM audit_log WHERE action = 'rule_counted'").await, 2);
    // What was not applied is forgotten.
    site.clock.hours(7 * 24 + 1);
    sweep(&site.writer, site.clock.now()).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM invalidations").await, 0);
    site.close().await;
}

async fn few_are_not_told_to_the_public(on: On) {
    let site = Site::open(on).await;
    crowd(&site.db, &site.config.keys_folder(), Crowd { n: 4, domain: "bots.example", country: "US", fast: true })
        .await;
    site.signed_and_confirmed("Ana", "ana@mail.example").await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    // Ana's clock stands still: she is as fast as a program.
    site.execute("UPDATE signatures SET fast = 0 WHERE domain_tag <> (SELECT domain_tag FROM signatures WHERE fast = 1 GROUP BY domain_tag HAVING count(*) = 4)").await;
    let rule = counted(&site, &mut admin, &[("fast", "on")]).await;
    act(&mut admin, &rule, "apply").await.expect(303);
    site.wait_for("the rule", APPLIED, 1).await;
    assert_eq!(site.count().await, 1);
    public(&site).await.says("On 2 March 2026, fewer than ten signatures:").says_nothing_of("4 signatures");
    admin.get(&rule).await.expect(200).says("Fewer than ten signatures were taken off");
    site.close().await;
}

async fn domains_go_with_the_fingerprints(on: On) {
    let site = Site::open(on).await;
    crowd(&site.db, &site.config.keys_folder(), Crowd { n: 12, domain: "bots.example", country: "US", fast: true })
        .await;
    let mut admin = site.signed_in_as("admin@example.org", Role::Admin).await;
    let rule = counted(&site, &mut admin, &[("domain", "bots.example")]).await;
    act(&mut admin, &rule, "apply").await.expect(303);
    site.wait_for("the rule", APPLIED, 1).await;
    let waiting = make(&mut admin, &[("domain", "bots.example")]).await.expect(303).location().to_owned();
    site.execute("UPDATE campaigns SET digest_key = NULL WHERE slug = 'halt-deportations'").await;
    sweep(&site.writer, site.clock.now()).await.unwrap();
    assert_eq!(site.number("SELECT count(*) FROM invalidations WHERE domain <> ''").await, 0);
    admin.get(&rule).await.expect(200).says("forgotten with the campaign’s fingerprints");
    public(&site).await.says("12 signatures:");
    make(&mut admin, &[("domain", "bots.example")]).await.expect(422).says("destroyed 30 days after it closed");
    // Such a rule agrees with nobody, rather than with all.
    site.wait_for("the numbers", super::COUNTED, 1).await;
    admin.get(&waiting).await.expect(200).says("Fewer than ten signatures agree");
    // It can still be undone, for that asks for no domain.
    act(&mut admin, &rule, "undo").await.expect(303);
    site.wait_for("undoing", super::UNDONE, 1).await;
    assert_eq!(site.count().await, 12);
    site.close().await;
}

flows!(
    nobody_finds_out_by_a_rule_whether_somebody_has_signed,
    few_are_not_told_to_the_public,
    domains_go_with_the_fingerprints,
);
