//! Addresses of pages, for links, redirects and mails. Leptos's route table repeats their shape; a test on the server asks for each.

use crate::{campaigns::Slug, i18n::Lang, signatures::Decision};

/// The list of campaigns.
pub fn home(lang: Lang) -> String {
    format!("/{}", lang.code())
}

/// The list of campaigns with these words in their texts, at this page of it (from 1).
pub fn search(lang: Lang, query: &str, page: u32) -> String {
    let mut path = home(lang);
    let mut mark = '?';
    if !query.is_empty() {
        path.push_str("?q=");
        path.push_str(&encode(query));
        mark = '&';
    }
    if page > 1 {
        path.push(mark);
        path.push_str(&format!("page={page}"));
    }
    path
}

/// What this is.
pub fn about(lang: Lang) -> String {
    format!("/{}/about", lang.code())
}

/// What is stored.
pub fn privacy(lang: Lang) -> String {
    format!("/{}/privacy", lang.code())
}

/// A campaign's page; the sign form is posted to it.
pub fn campaign(lang: Lang, slug: &Slug) -> String {
    format!("/{}/campaigns/{}", lang.code(), slug.as_str())
}

/// "Check your inbox"; the code is posted to it.
pub fn inbox(lang: Lang, slug: &Slug) -> String {
    format!("{}/inbox", campaign(lang, slug))
}

/// The page that a confirmation mail leads to.
pub fn confirm(lang: Lang, slug: &Slug, token: &str) -> String {
    format!("{}/confirm/{token}", campaign(lang, slug))
}

/// "Thank you". Holds no token, for people share what stands in their address bar.
pub fn thanks(lang: Lang, slug: &Slug) -> String {
    format!("{}/thanks", campaign(lang, slug))
}

/// "My signature".
pub fn signature(lang: Lang, slug: &Slug, token: &str) -> String {
    format!("{}/signature/{token}", campaign(lang, slug))
}

/// "My signature" after this decision was carried out.
pub fn signature_saved(lang: Lang, slug: &Slug, token: &str, decision: Decision) -> String {
    format!("{}?saved={}", signature(lang, slug, token), decision.code())
}

/// All updates of a campaign, at this page of them (from 1).
pub fn news(lang: Lang, slug: &Slug, page: u32) -> String {
    let path = format!("{}/updates", campaign(lang, slug));
    if page > 1 { format!("{path}?page={page}") } else { path }
}

/// Texts of a campaign that others have replaced.
pub fn earlier_text(lang: Lang, slug: &Slug, number: i64) -> String {
    format!("{}/texts/{number}", campaign(lang, slug))
}

/// Ends the updates to a signer, from their mails; asked for by the page's button or by a mail program.
pub fn unsubscribe(lang: Lang, slug: &Slug, token: &str) -> String {
    format!("{}/unsubscribe/{token}", campaign(lang, slug))
}

/// The picture of a public campaign: the path of its files, before the hyphen and the width. `hash` names it.
pub fn picture(hash: &str) -> String {
    format!("/pictures/{hash}")
}

/// A campaign in whatever language the reader has: redirects. This is what is shared.
pub fn shared_campaign(slug: &Slug) -> String {
    format!("/campaigns/{}", slug.as_str())
}

/// The QR code of the shared address, as SVG.
pub fn qr(slug: &Slug) -> String {
    format!("/qr/{}.svg", slug.as_str())
}

/// Asks for a sign-in mail.
pub fn sign_in(lang: Lang) -> String {
    format!("/{}/sign-in", lang.code())
}

/// "Look into your mail"; the code from another browser is posted to it.
pub fn sign_in_sent(lang: Lang) -> String {
    format!("{}/sent", sign_in(lang))
}

/// The page that a sign-in mail leads to.
pub fn sign_in_link(lang: Lang, token: &str) -> String {
    format!("{}/link/{token}", sign_in(lang))
}

/// One's account.
pub fn account(lang: Lang) -> String {
    format!("/{}/account", lang.code())
}

/// Everything that is stored about the account, as a file.
pub fn account_data(lang: Lang) -> String {
    format!("{}/data", account(lang))
}

/// Asks for the second proof of who uses the account, then leads to `next`, a path of ours.
pub fn second_proof(lang: Lang, next: &str) -> String {
    let path = format!("{}/proof", account(lang));
    if next.is_empty() { path } else { format!("{path}?next={}", encode(next)) }
}

/// One's passkeys; added and removed by its forms. Adding one leads to `next`, a path of ours.
pub fn passkeys(lang: Lang, next: &str) -> String {
    let path = format!("{}/passkeys", account(lang));
    if next.is_empty() { path } else { format!("{path}?next={}", encode(next)) }
}

/// What waits for a moderator.
pub fn review(lang: Lang) -> String {
    format!("/{}/review", lang.code())
}

/// Updates that wait for a moderator.
pub fn review_updates(lang: Lang) -> String {
    format!("{}/updates", review(lang))
}

/// One of them; decided on by its form.
pub fn review_update(lang: Lang, id: &str) -> String {
    format!("{}/{id}", review_updates(lang))
}

/// How the house is doing, for admins.
pub fn house(lang: Lang) -> String {
    format!("/{}/house", lang.code())
}

/// Counts of all campaigns, for admins.
pub fn house_counts(lang: Lang) -> String {
    format!("{}/counts", house(lang))
}

/// Rules that take signatures off a count, for admins.
pub fn house_invalidation(lang: Lang) -> String {
    format!("{}/invalidation", house(lang))
}

/// One of them; applied and undone by its forms. `id` names it, or is a pattern for it.
pub fn house_rule(lang: Lang, id: &str) -> String {
    format!("{}/{id}", house_invalidation(lang))
}

/// Moderators and admins, for admins.
pub fn house_people(lang: Lang) -> String {
    format!("{}/people", house(lang))
}

/// What is set for the whole house, for admins.
pub fn house_settings(lang: Lang) -> String {
    format!("{}/settings", house(lang))
}

/// What is switched off for the whole house, for admins.
pub fn house_switches(lang: Lang) -> String {
    format!("{}/switches", house_settings(lang))
}

/// Who may not sign, for admins.
pub fn house_blocks(lang: Lang) -> String {
    format!("{}/blocked", house_settings(lang))
}

/// Who may start campaigns where only those may who are invited, for admins.
pub fn house_campaigners(lang: Lang) -> String {
    format!("{}/campaigners", house_settings(lang))
}

/// Who did what, for admins.
pub fn house_log(lang: Lang) -> String {
    format!("{}/log", house(lang))
}

/// The entries of this action and with this in the name of their object, those before `before`.
pub fn house_log_filtered(lang: Lang, action: &str, object: &str, before: &str) -> String {
    with_query(house_log(lang), &[("action", action), ("object", object), ("before", before)])
}

/// The same, all of them as a file.
pub fn house_log_file(lang: Lang, action: &str, object: &str) -> String {
    with_query(format!("{}/log.csv", house_log(lang)), &[("action", action), ("object", object)])
}

/// Whether this is a path of ours, with its query perhaps, to which only those come who are signed in: nothing else is led to after
/// the second proof.
pub fn is_inner(path: &str) -> bool {
    let plain = path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let room = language(path).and_then(|lang| path.strip_prefix(&home(lang)));
    let inside = |room: &str| {
        ["/account", "/review", "/house"]
            .iter()
            .any(|start| room.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?'])))
    };
    plain && !path.contains("..") && room.is_some_and(inside)
}

/// One's teams.
pub fn teams(lang: Lang) -> String {
    format!("{}/teams", account(lang))
}

/// A team; its forms are posted to it.
pub fn team(lang: Lang, id: &str) -> String {
    format!("{}/{id}", teams(lang))
}

/// The page that an invitation leads to.
pub fn join_team(lang: Lang, token: &str) -> String {
    format!("{}/join/{token}", teams(lang))
}

/// Asks for a sign-in mail, then leads to `next`, a path of ours.
pub fn sign_in_for(lang: Lang, next: &str) -> String {
    format!("{}?next={}", sign_in(lang), encode(next))
}

/// Whether signing in may lead there: as [`is_inner`], and fit for a cookie.
pub fn may_follow_sign_in(next: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte);
    is_inner(next) && next.len() <= 200 && next.bytes().all(plain)
}

/// Starts a campaign.
pub fn new_campaign(lang: Lang) -> String {
    format!("{}/campaigns/new", account(lang))
}

/// The page on which a campaign is written; saved, submitted, taken back and deleted by its forms.
pub fn draft(lang: Lang, id: &str) -> String {
    format!("{}/campaigns/draft/{id}", account(lang))
}

/// The page of a draft's picture; put and removed by its forms.
pub fn draft_picture(lang: Lang, id: &str) -> String {
    format!("{}/picture", draft(lang, id))
}

/// The same as [`picture`], of a draft's for its team.
pub fn draft_picture_files(lang: Lang, id: &str, hash: &str) -> String {
    format!("{}/{hash}", draft_picture(lang, id))
}

/// The same as [`picture`], of a campaign that waits, is public or is hidden, for moderators.
pub fn review_picture_files(lang: Lang, id: &str, hash: &str) -> String {
    format!("{}/pictures/{id}/{hash}", review(lang))
}

/// The draft as its public page would show it.
pub fn preview(lang: Lang, id: &str) -> String {
    format!("{}/preview", draft(lang, id))
}

/// The supporters of a draft, for those who write it.
pub fn supporters(lang: Lang, id: &str) -> String {
    format!("{}/campaigns/supporters/{id}", account(lang))
}

/// A draft, for those who have its private link; an address is posted to it.
pub fn support(lang: Lang, token: &str) -> String {
    format!("/{}/support/{token}", lang.code())
}

/// The same in whatever language the reader has: redirects. This is what is shared.
pub fn shared_support(token: &str) -> String {
    format!("/support/{token}")
}

/// The page that a mail to a supporter leads to.
pub fn confirm_support(lang: Lang, token: &str) -> String {
    format!("/{}/support/confirm/{token}", lang.code())
}

/// A public campaign, for those who run it.
pub fn run(lang: Lang, slug: &Slug) -> String {
    format!("{}/campaigns/run/{}", account(lang), slug.as_str())
}

/// The list of a campaign's signers, for key holders.
pub fn signers(lang: Lang, slug: &Slug) -> String {
    format!("{}/campaigns/signers/{}", account(lang), slug.as_str())
}

/// What that list is opened from, sealed.
pub fn signers_rows(lang: Lang, slug: &Slug) -> String {
    format!("{}/rows", signers(lang, slug))
}

/// The key of that list as it lies with the server, locked with a passphrase.
pub fn key_copy(lang: Lang, slug: &Slug) -> String {
    format!("{}/copy", signers(lang, slug))
}

/// A draft's key; the browser that makes it posts its public half there. `id` names the draft, or is a pattern for it.
pub fn key(lang: Lang, id: &str) -> String {
    format!("{}/campaigns/key/{id}", account(lang))
}

/// Words to draw a passphrase from, in a language: a file.
pub fn words(lang: Lang) -> String {
    format!("/words/{}.txt", lang.code())
}

/// A public campaign's texts, for those who change them.
pub fn texts(lang: Lang, slug: &Slug) -> String {
    format!("{}/campaigns/texts/{}", account(lang), slug.as_str())
}

/// Answers of those who are asked, for moderators.
pub fn replies(lang: Lang) -> String {
    format!("{}/replies", review(lang))
}

/// A campaign's updates, for its team.
pub fn updates(lang: Lang, slug: &Slug) -> String {
    format!("{}/campaigns/updates/{}", account(lang), slug.as_str())
}

/// The page on which an update is written, and mailed once it is public.
pub fn update(lang: Lang, slug: &Slug, id: &str) -> String {
    format!("{}/{id}", updates(lang, slug))
}

/// The update as the campaign's page would show it.
pub fn update_preview(lang: Lang, slug: &Slug, id: &str) -> String {
    format!("{}/preview", update(lang, slug, id))
}

/// A campaign's counts, for its team.
pub fn counts(lang: Lang, slug: &Slug) -> String {
    format!("{}/counts/{}", account(lang), slug.as_str())
}

/// A campaign's own sources, with their links.
pub fn sources(lang: Lang, slug: &Slug) -> String {
    format!("{}/links", counts(lang, slug))
}

/// One breakdown of a campaign's counts, as a file: `by` is the name of its dimension, `format` that of the format.
pub fn counts_file(lang: Lang, slug: &Slug, by: &str, format: &str) -> String {
    format!("{}/{by}.{format}", counts(lang, slug))
}

/// The same with what is chosen of it: pairs of a name and a value, those without one left out.
pub fn review_filtered(lang: Lang, chosen: &[(&str, &str)]) -> String {
    with_query(review(lang), chosen)
}

/// One campaign that waits; decided on by its forms.
pub fn review_case(lang: Lang, id: &str) -> String {
    format!("{}/campaign/{id}", review(lang))
}

/// Reasons of signers.
pub fn review_reasons(lang: Lang) -> String {
    format!("{}/reasons", review(lang))
}

/// The same with what is chosen of it.
pub fn review_reasons_filtered(lang: Lang, chosen: &[(&str, &str)]) -> String {
    with_query(review_reasons(lang), chosen)
}

/// Campaigns that are public or hidden.
pub fn review_campaigns(lang: Lang) -> String {
    format!("{}/campaigns", review(lang))
}

/// The same with what is chosen of it.
pub fn review_campaigns_filtered(lang: Lang, chosen: &[(&str, &str)]) -> String {
    with_query(review_campaigns(lang), chosen)
}

/// One of them; hidden and shown again by its forms. `slug` is its address's end, or a pattern for it.
pub fn review_campaign(lang: Lang, slug: &str) -> String {
    format!("{}/{slug}", review_campaigns(lang))
}

/// What may be read of its signers; set by its form. `slug` as above.
pub fn reading(lang: Lang, slug: &str) -> String {
    format!("{}/reading", review_campaign(lang, slug))
}

/// Reports of the public.
pub fn review_reports(lang: Lang) -> String {
    format!("{}/reports", review(lang))
}

/// The same with what is chosen of it.
pub fn review_reports_filtered(lang: Lang, chosen: &[(&str, &str)]) -> String {
    with_query(review_reports(lang), chosen)
}

/// One report; closed by its form.
pub fn review_report(lang: Lang, id: &str) -> String {
    format!("{}/{id}", review_reports(lang))
}

/// Reports a campaign to those who run the house. `slug` is its address's end, or a pattern for it.
pub fn report(lang: Lang, slug: &str) -> String {
    format!("/{}/campaigns/{slug}/report", lang.code())
}

/// The catalogue of reasons for refusing and hiding.
pub fn review_catalogue(lang: Lang) -> String {
    format!("{}/catalogue", review(lang))
}

/// A path with a query of what has a value.
fn with_query(mut path: String, pairs: &[(&str, &str)]) -> String {
    let mut mark = '?';
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        path.push(mark);
        path.push_str(&format!("{name}={}", encode(value)));
        mark = '&';
    }
    path
}

/// The same page in another language.
pub fn in_language(lang: Lang, path: &str, query: &str) -> String {
    let rest = path.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
    let mut path = home(lang);
    if !rest.is_empty() {
        path.push('/');
        path.push_str(rest);
    }
    if !query.is_empty() {
        path.push('?');
        path.push_str(query);
    }
    path
}

/// The language of a path, if it begins with one.
pub fn language(path: &str) -> Option<Lang> {
    let first = path.trim_start_matches('/').split('/').next()?;
    Lang::ALL.into_iter().find(|lang| lang.code() == first)
}

/// Percent-encodes a text for the query of an address (RFC 3986: all but the unreserved characters).
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for digit in [byte >> 4, byte & 15] {
                encoded.extend(char::from_digit(u32::from(digit), 16).map(|c| c.to_ascii_uppercase()));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_written_as_an_address() {
        assert_eq!(search(Lang::En, "", 1), "/en");
        assert_eq!(search(Lang::En, "", 3), "/en?page=3");
        assert_eq!(search(Lang::Es, "niños & más", 2), "/es?q=ni%C3%B1os%20%26%20m%C3%A1s&page=2");
    }

    #[test]
    fn a_proof_leads_only_into_our_own_rooms() {
        for path in ["/en/house", "/es/house/log?action=role_changed", "/en/review/12ab", "/en/account"] {
            assert!(is_inner(path), "{path}");
        }
        let others = [
            "",
            "/",
            "/en",
            "/en/about",
            "/en/houses",
            "//en/house",
            "/\\evil.example",
            "https://evil.example/en/house",
            "/en/house/../about",
            "/en/house\r\nSet-Cookie: a=b",
            "/fr/house",
            "en/house",
        ];
        for path in others {
            assert!(!is_inner(path), "{path}");
        }
    }

    #[test]
    fn signing_in_leads_to_plain_pages_of_our_rooms_alone() {
        assert_eq!(sign_in_for(Lang::En, "/en/account/teams"), "/en/sign-in?next=%2Fen%2Faccount%2Fteams");
        assert!(may_follow_sign_in(&join_team(Lang::Es, "aB-9_")));
        for elsewhere in ["", "/en", "//evil.example/en/account/", "/en/account/?x", "/en/account/;", "/en/accounts"] {
            assert!(!may_follow_sign_in(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn a_page_is_found_in_the_other_language() {
        assert_eq!(in_language(Lang::Es, "/en", ""), "/es");
        assert_eq!(in_language(Lang::Es, "/en/campaigns/abc", "source=qr"), "/es/campaigns/abc?source=qr");
        assert_eq!(language("/es/about"), Some(Lang::Es));
        assert_eq!(language("/esperanto"), None);
        assert_eq!(language("/"), None);
    }
}
