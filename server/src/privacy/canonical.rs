//! One mailbox, one spelling.

/// How a provider reads what stands before the `@`.
struct Rule {
    domains: &'static [&'static str],
    /// The domain under which all of `domains` count; `None` where each of them is a mailbox of its own.
    one_domain: Option<&'static str>,
    /// Characters that make no difference to the provider.
    ignored: &'static [char],
}

/// Providers that deliver `name+anything` to `name`, and what else makes no difference there.
///
/// A rule stands here only if following it cannot make one signer out of two people: either the provider documents it, or the provider
/// lets nobody have the character in a mailbox name.
const RULES: &[Rule] = &[
    // Dots: Gmail Help, "Dots don't matter in Gmail addresses" (support.google.com/mail/answer/7436150), which adds that they do matter in
    // domains that organisations run at Google. Tags: Gmail Help, "Using an address alias" (support.google.com/mail/answer/12096). Two
    // names of one service: when Germany and Britain moved to gmail.com, every account kept receiving under both.
    Rule { domains: &["gmail.com", "googlemail.com"], one_domain: Some("gmail.com"), ignored: &['.'] },
    // One mailbox under up to three domains: Apple Support, "About your @icloud.com, @me.com, and @mac.com email addresses"
    // (support.apple.com/118230). Tags are delivered though Apple's guide is silent on them, and no mailbox name can have a plus sign.
    Rule { domains: &["icloud.com", "me.com", "mac.com"], one_domain: Some("icloud.com"), ignored: &[] },
    // Domains and tags: Proton, "Email addresses and aliases" (proton.me/support/addresses-and-aliases); a name belongs to one account
    // under all of them. Dots, hyphens and underscores: "How to change your username" (proton.me/support/change-username).
    Rule {
        domains: &["proton.me", "protonmail.com", "protonmail.ch", "pm.me"],
        one_domain: Some("proton.me"),
        ignored: &['.', '-', '_'],
    },
    // One mailbox under all of Yandex's domains: Yandex, "Mailbox aliases" (yandex.com/support/domain/additional/mailbox-alias.xml) and
    // "Alternate email addresses" (yandex.com/support/id/authorization/email.html). A name has letters, digits, dots and hyphens only.
    Rule {
        domains: &["yandex.ru", "yandex.com", "yandex.by", "yandex.kz", "yandex.ua", "ya.ru"],
        one_domain: Some("yandex.ru"),
        ignored: &[],
    },
    // Fastmail, "Plus addressing and subdomain addressing" (fastmail.help/hc/en-us/articles/360060591053). Its domains are sold apart.
    Rule { domains: &["fastmail.com", "fastmail.fm"], one_domain: None, ignored: &[] },
    // Zoho delivers tags, and no mailbox name can have a plus sign.
    Rule {
        domains: &["zoho.com", "zoho.eu", "zoho.in", "zohomail.com", "zohomail.eu", "zohomail.in"],
        one_domain: None,
        ignored: &[],
    },
];

/// Microsoft's consumer mail: outlook.com, hotmail.es, live.com.mx. Tags work since 2013 (for its business twin see "Plus addressing in
/// Exchange Online", learn.microsoft.com/exchange/recipients-in-exchange-online/plus-addressing-in-exchange-online). The same name at
/// outlook.com and at hotmail.com is two people's.
const MICROSOFT: &[&str] = &["outlook", "hotmail", "live", "msn"];

/// The form of an address that is hashed to tell whether its mailbox has signed already, so that dots and tags do not sign twice.
///
/// It is for digests only: mail goes to the address as it was typed. The address must be valid and ASCII (a domain in its `xn--` form).
/// Applying this twice changes nothing more.
///
/// Yahoo's "keyword" addresses (`name-keyword@yahoo.com`) are left as they are: a hyphen can belong to a name there, and the part before
/// it is by design not the mailbox's own name.
#[must_use]
pub fn canonical(address: &str) -> String {
    let address = address.to_ascii_lowercase();
    let Some((local, domain)) = address.rsplit_once('@') else {
        return address;
    };
    // Fastmail's other way of tagging: anything@name.fastmail.com reaches name@fastmail.com.
    if let Some((name, house @ ("fastmail.com" | "fastmail.fm"))) = domain.split_once('.') {
        return format!("{name}@{house}");
    }
    let rule = RULES.iter().find(|rule| rule.domains.contains(&domain));
    if rule.is_none() && !is_microsoft(domain) {
        return address;
    }
    let ignored = rule.map_or(&[][..], |rule| rule.ignored);
    let domain = rule.and_then(|rule| rule.one_domain).unwrap_or(domain);
    let untagged = local.split_once('+').map_or(local, |(name, _tag)| name);
    let name: String = untagged.chars().filter(|c| !ignored.contains(c)).collect();
    if name.is_empty() { format!("{local}@{domain}") } else { format!("{name}@{domain}") }
}

/// Whether the domain is one of [`MICROSOFT`]'s under `com` or a country (`es`, `com.ar`, `co.uk`).
fn is_microsoft(domain: &str) -> bool {
    let is_country = |label: &str| label.len() == 2;
    domain.split_once('.').is_some_and(|(name, region)| {
        MICROSOFT.contains(&name)
            && (region == "com"
                || region.split_once('.').map_or(is_country(region), |(second, country)| {
                    matches!(second, "com" | "co") && is_country(country)
                }))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_mailbox_meet() {
        for (typed, meant) in [
            ("Ana.Luz@Gmail.com", "analuz@gmail.com"),
            ("a.n.a.luz+petition@googlemail.com", "analuz@gmail.com"),
            ("ana+a+b@gmail.com", "ana@gmail.com"),
            ("ana+x@outlook.com", "ana@outlook.com"),
            ("ana+x@hotmail.es", "ana@hotmail.es"),
            ("ana+x@hotmail.com.ar", "ana@hotmail.com.ar"),
            ("ana+x@live.co.uk", "ana@live.co.uk"),
            ("ana+x@msn.com", "ana@msn.com"),
            ("ana+x@me.com", "ana@icloud.com"),
            ("ana.luz@mac.com", "ana.luz@icloud.com"),
            ("Ana_Luz-X.y+z@pm.me", "analuzxy@proton.me"),
            ("ana@protonmail.com", "ana@proton.me"),
            ("ana.luz+x@ya.ru", "ana.luz@yandex.ru"),
            ("ana@yandex.kz", "ana@yandex.ru"),
            ("ana+x@fastmail.fm", "ana@fastmail.fm"),
            ("petitions@ana.fastmail.com", "ana@fastmail.com"),
            ("ana+x@zohomail.com", "ana@zohomail.com"),
        ] {
            assert_eq!(canonical(typed), meant);
        }
    }

    #[test]
    fn different_mailboxes_stay_apart() {
        for address in [
            "ana.luz@outlook.com",
            "ana.luz@icloud.com",
            "ana+x@example.org",
            "ana.luz@example.org",
            "ana-x@yahoo.com",
            "ana.luz@yahoo.com.mx",
            "ana+x@hotmail.example.com",
            "ana+x@live.example",
            "ana+x@notgmail.com",
            "ana+x@mail.gmail.com",
            "ana+x@outlook.co.example",
        ] {
            assert_eq!(canonical(address), address);
        }
        assert_ne!(canonical("ana@hotmail.com"), canonical("ana@outlook.com"));
        assert_ne!(canonical("ana@hotmail.com"), canonical("ana@hotmail.es"));
        assert_ne!(canonical("ana@fastmail.com"), canonical("ana@fastmail.fm"));
    }

    #[test]
    fn case_never_counts() {
        assert_eq!(canonical("ANA@EXAMPLE.ORG"), "ana@example.org");
    }

    #[test]
    fn nothing_is_left_without_a_name() {
        assert_eq!(canonical("+tag@gmail.com"), "+tag@gmail.com");
        assert_eq!(canonical("_-_@pm.me"), "_-_@proton.me");
    }

    fn addresses() -> impl Strategy<Value = String> {
        let mut domains: Vec<&'static str> = RULES.iter().flat_map(|rule| rule.domains).copied().collect();
        domains.extend([
            "outlook.com",
            "hotmail.com.ar",
            "live.co.uk",
            "x.fastmail.com",
            "a.b.fastmail.fm",
            "yahoo.com",
            "example.org",
        ]);
        let local = proptest::collection::vec(proptest::sample::select(b"aBz09.+-_".as_slice()), 1..20);
        (local, proptest::sample::select(domains))
            .prop_map(|(local, domain)| format!("{}@{domain}", String::from_utf8_lossy(&local)))
    }

    proptest! {
        #[test]
        fn once_is_enough(address in addresses()) {
            let once = canonical(&address);
            prop_assert_eq!(canonical(&once), once);
        }

        #[test]
        fn tags_never_sign_twice(name in "[a-z]{1,12}", tag in "[a-z.]{0,8}", upper in any::<bool>()) {
            for domain in ["gmail.com", "outlook.es", "icloud.com", "fastmail.com", "pm.me", "ya.ru", "zoho.com"] {
                let plain = format!("{name}@{domain}");
                let tagged = format!("{name}+{tag}@{domain}");
                let tagged = if upper { tagged.to_ascii_uppercase() } else { tagged };
                prop_assert_eq!(canonical(&plain), canonical(&tagged));
            }
        }
    }
}
