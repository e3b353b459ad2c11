//! The table: each route, who may call it, and what is sent to it. The languages' routes are one row: `/en` stands for them all.

use super::who::May::{self, Account, Anyone, Fetched, House, Team};
use super::who::TeamRole::{Analyst, Editor, Owner};
use app::accounts::Role::{Admin, Moderator};
use server::accounts::Proof::{JustNow, Today};

/// Method, route, who may, and the forms that are posted: one a button.
pub struct Row(pub &'static str, pub &'static str, pub May, pub &'static [&'static str]);

/// Of an address as of a form, names in braces stand for what [`super::house`] has made. A name that nothing was made for stands for
/// something that is not there.
pub const ROUTES: &[Row] = &[
    // The public.
    Row("GET", "/", Anyone, &[]),
    Row("GET", "/about", Anyone, &[]),
    Row("GET", "/privacy", Anyone, &[]),
    Row("GET", "/campaigns/{slug}", Anyone, &[]),
    Row("GET", "/en", Anyone, &[]),
    Row("GET", "/en/about", Anyone, &[]),
    Row("GET", "/en/privacy", Anyone, &[]),
    Row("GET", "/en/campaigns/{slug}", Anyone, &[]),
    Row("POST", "/en/campaigns/{slug}", Anyone, &["name=Ben"]),
    Row("POST", "/api/signatures/sign", Anyone, &[""]),
    Row("GET", "/en/campaigns/{slug}/inbox", Anyone, &[]),
    Row("POST", "/en/campaigns/{slug}/inbox", Anyone, &["code=12"]),
    Row("GET", "/en/campaigns/{slug}/confirm/{token}", Anyone, &[]),
    Row("POST", "/en/campaigns/{slug}/confirm/{token}", Anyone, &[""]),
    Row("GET", "/en/campaigns/{slug}/thanks", Anyone, &[]),
    Row("GET", "/en/campaigns/{slug}/signature/{token}", Anyone, &[]),
    Row("POST", "/en/campaigns/{slug}/signature/{token}", Anyone, &["decision=withdraw"]),
    Row("GET", "/en/campaigns/{slug}/unsubscribe/{token}", Anyone, &[]),
    Row("POST", "/en/campaigns/{slug}/unsubscribe/{token}", Anyone, &[""]),
    Row("GET", "/en/campaigns/{slug}/updates", Anyone, &[]),
    Row("GET", "/en/campaigns/{slug}/report", Anyone, &[]),
    Row("POST", "/en/campaigns/{slug}/report", Anyone, &["kind=other"]),
    Row("GET", "/qr/{qr}", Anyone, &[]),
    Row("GET", "/robots.txt", Anyone, &[]),
    Row("GET", "/sitemap.xml", Anyone, &[]),
    Row("GET", "/healthz", Anyone, &[]),
    Row("GET", "/readyz", Anyone, &[]),
    Row("GET", "/pkg/{*file}", Anyone, &[]),
    // Mails of a house that sends none, on the machine that it runs on.
    Row("GET", "/dev/outbox", Anyone, &[]),
    Row("GET", "/dev/outbox/{number}", Anyone, &[]),
    // Accounts.
    Row("GET", "/en/sign-in", Anyone, &[]),
    Row("POST", "/en/sign-in", Anyone, &["email=ana"]),
    Row("GET", "/en/sign-in/sent", Anyone, &[]),
    Row("POST", "/en/sign-in/sent", Anyone, &["code=12"]),
    Row("GET", "/en/sign-in/link/{token}", Anyone, &[]),
    Row("POST", "/en/sign-in/link/{token}", Anyone, &[""]),
    Row("GET", "/en/account", Account, &[]),
    Row("POST", "/en/account", Account, &["action=end&session={none}", "action=close", "action=sign_out"]),
    Row("GET", "/en/account/data", Account, &[]),
    Row("GET", "/en/account/proof", Account, &[]),
    Row("POST", "/en/account/proof", Account, &["action=prove&code=12", "action=set_up&code=12"]),
    // Teams. A link to join one lets in whoever has it and the address that was invited.
    Row("GET", "/en/account/teams", Account, &[]),
    Row("POST", "/en/account/teams", Account, &["action=make&name=Choir"]),
    Row("GET", "/en/account/teams/join/{token}", Anyone, &[]),
    Row("POST", "/en/account/teams/join/{token}", Anyone, &[""]),
    Row("GET", "/en/account/teams/{team}", Team(Analyst), &[]),
    Row(
        "POST",
        "/en/account/teams/{team}",
        Team(Owner),
        &[
            "action=rename&name=Choir",
            "action=invite&email=new%40example.org&role=owner",
            "action=offer&campaign={campaign}&to=new%40example.org",
            "action=role&id={editor}&role=owner",
            "action=remove&id={editor}",
        ],
    ),
    Row("POST", "/en/account/teams/{team}", Team(Analyst), &["action=leave&sure=on"]),
    // Drafts.
    Row("GET", "/en/account/campaigns/new", Account, &[]),
    Row("POST", "/en/account/campaigns/new", Account, &["title=Plant+a+hundred+trees&anyway=on"]),
    Row("GET", "/en/account/campaigns/draft/{draft}", Team(Editor), &[]),
    Row(
        "POST",
        "/en/account/campaigns/draft/{draft}",
        Team(Editor),
        &[
            "action=save&version=1&title=Keep+it",
            "action=submit&version=1&title=Keep+it",
            "action=take_back",
            "action=delete&sure=on",
        ],
    ),
    Row("GET", "/en/account/campaigns/draft/{draft}/preview", Team(Editor), &[]),
    // Running a campaign.
    Row("GET", "/en/account/campaigns/run/{slug}", Team(Editor), &[]),
    Row(
        "POST",
        "/en/account/campaigns/run/{slug}",
        Team(Editor),
        &[
            "action=extend&closes_on=2027-01-01",
            "action=reply&answered_by=The+mayor&day=2026-03-01&text=We+shall.",
            "action=remove_reply",
            "action=close&sure=on",
            "action=archive",
            "action=show_again",
        ],
    ),
    Row("GET", "/en/account/campaigns/updates/{slug}", Team(Editor), &[]),
    Row("POST", "/en/account/campaigns/updates/{slug}", Team(Editor), &[""]),
    Row("GET", "/en/account/campaigns/updates/{slug}/{update}", Team(Editor), &[]),
    Row(
        "POST",
        "/en/account/campaigns/updates/{slug}/{update}",
        Team(Editor),
        &[
            "action=save&version=1&title=News&locale=en&text=News.",
            "action=submit&version=1&title=News+of+today&locale=en&text=News.",
            "action=take_back",
            "action=test",
            "action=mail",
            "action=pause",
            "action=resume",
            "action=cancel",
            "action=delete&sure=on",
        ],
    ),
    Row("GET", "/en/account/campaigns/updates/{slug}/{update}/preview", Team(Editor), &[]),
    Row("GET", "/en/account/counts/{slug}", Team(Analyst), &[]),
    Row("GET", "/en/account/counts/{slug}/{file}", Team(Analyst), &[]),
    Row("GET", "/en/account/counts/{slug}/links", Team(Analyst), &[]),
    Row("POST", "/en/account/counts/{slug}/links", Team(Editor), &["sources=choir"]),
    Row("GET", "/en/account/campaigns/signers/{slug}", Team(Owner), &[]),
    Row("GET", "/en/account/campaigns/signers/{slug}/rows{rows}", Fetched(Owner), &[]),
    // Review.
    Row("GET", "/en/review", House(Moderator, Today), &[]),
    Row("GET", "/en/review/campaign/{case}", House(Moderator, Today), &[]),
    Row(
        "POST",
        "/en/review/campaign/{case}",
        House(Moderator, Today),
        &[
            "action=take&version=2",
            "action=note&note=Mine&version=2",
            "action=leave&version=2",
            "action=publish&version=2",
            "action=send_back&remark=No&version=2",
            "action=reject&ground=hatred&version=2",
        ],
    ),
    Row("GET", "/en/review/reasons", House(Moderator, Today), &[]),
    Row(
        "POST",
        "/en/review/reasons",
        House(Moderator, Today),
        &["action=show&reason={reason}&reason={none}", "action=remove&reason={reason}&reason={none}"],
    ),
    Row("GET", "/en/review/campaigns", House(Moderator, Today), &[]),
    Row("GET", "/en/review/campaigns/{slug}", House(Moderator, Today), &[]),
    Row("POST", "/en/review/campaigns/{slug}", House(Moderator, Today), &["action=hide&ground=hatred", "action=show"]),
    Row("GET", "/en/review/campaigns/{slug}/reading", House(Moderator, Today), &[]),
    Row("POST", "/en/review/campaigns/{slug}/reading", House(Moderator, JustNow), &["reading=names", "reading=none"]),
    Row("GET", "/en/review/reports", House(Moderator, Today), &[]),
    Row("GET", "/en/review/reports/{report}", House(Moderator, Today), &[]),
    Row("POST", "/en/review/reports/{report}", House(Moderator, Today), &["outcome=nothing"]),
    Row("GET", "/en/review/replies", House(Moderator, Today), &[]),
    Row(
        "POST",
        "/en/review/replies",
        House(Moderator, Today),
        &["action=show&reply={reply}", "action=send_back&reply={reply}&remark=No"],
    ),
    Row("GET", "/en/review/updates", House(Moderator, Today), &[]),
    Row("GET", "/en/review/updates/{submitted_update}", House(Moderator, Today), &[]),
    Row(
        "POST",
        "/en/review/updates/{submitted_update}",
        House(Moderator, Today),
        &["decision=approve&version=2", "decision=send_back&remark=No&version=2"],
    ),
    Row("GET", "/en/review/catalogue", House(Admin, JustNow), &[]),
    Row(
        "POST",
        "/en/review/catalogue",
        House(Admin, JustNow),
        &["action=add&code=spam&text_en=Spam&text_es=Spam", "action=retire&code=hatred", "action=restore&code=hatred"],
    ),
    // The house.
    Row("GET", "/en/house", House(Admin, Today), &[]),
    Row("POST", "/en/house", House(Admin, Today), &["action=retry"]),
    Row("GET", "/en/house/people", House(Admin, Today), &[]),
    Row(
        "POST",
        "/en/house/people",
        House(Admin, JustNow),
        &[
            "action=invite&email=new%40example.org&role=admin",
            "action=change&person={person}&role=admin",
            "action=withdraw&person={none}",
        ],
    ),
    Row("GET", "/en/house/invalidation", House(Admin, JustNow), &[]),
    Row(
        "POST",
        "/en/house/invalidation",
        House(Admin, JustNow),
        &["campaign=halt-deportations&fast=on&reason=Programs.", "campaign={none}"],
    ),
    Row("GET", "/en/house/invalidation/{rule}", House(Admin, Today), &[]),
    Row(
        "POST",
        "/en/house/invalidation/{rule}",
        House(Admin, JustNow),
        &["action=apply", "action=undo", "action=drop"],
    ),
    Row("GET", "/en/house/log", House(Admin, Today), &[]),
    Row("GET", "/en/house/log/log.csv", House(Admin, JustNow), &[]),
    Row("GET", "/en/house/counts", House(Admin, Today), &[]),
    Row("POST", "/en/house/counts", House(Admin, Today), &["format=csv", "format=xlsx", "format=json"]),
    Row(
        "POST",
        "/en/house/counts",
        House(Admin, JustNow),
        &["format=csv&exact=on", "format=xlsx&exact=on", "format=json&exact=on"],
    ),
];

/// What is another team's under one's own address, and the other way round: for nobody of either team.
pub const CROSSED: &[(&str, &[&str])] = &[
    (
        "/en/account/campaigns/updates/{others_slug}/{update}",
        &["action=save&version=1&title=Mine", "action=delete&sure=on"],
    ),
    (
        "/en/account/campaigns/updates/{slug}/{others_update}",
        &["action=save&version=1&title=Mine", "action=delete&sure=on"],
    ),
    ("/en/account/campaigns/updates/{others_slug}/{update}/preview", &[]),
    ("/en/account/campaigns/updates/{slug}/{others_update}/preview", &[]),
];
