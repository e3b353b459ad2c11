//! Mail providers that are counted apart: thirty, and "other". So it shows where mails get lost. They are counted for the whole house
//! alone, and no signature says which is its own.

/// What addresses elsewhere are counted under.
pub(crate) const OTHER: &str = "other";

/// Where houses with a domain in many countries have one.
const REGIONS: [&str; 32] = [
    "com", "es", "com.mx", "com.ar", "com.br", "com.co", "com.pe", "com.ve", "cl", "de", "at", "ch", "fr", "be", "nl",
    "it", "co.uk", "ie", "ca", "com.au", "co.in", "in", "co.jp", "pt", "pl", "se", "dk", "no", "fi", "gr", "com.tr",
    "net",
];

struct Provider {
    name: &'static str,
    domains: &'static [&'static str],
    /// Names that it has in many countries.
    families: &'static [&'static str],
}

const fn house(name: &'static str, domains: &'static [&'static str]) -> Provider {
    Provider { name, domains, families: &[] }
}

/// The commonest first.
const PROVIDERS: [Provider; 30] = [
    house("gmail.com", &["gmail.com", "googlemail.com"]),
    Provider { name: "outlook.com", domains: &["msn.com"], families: &["hotmail", "outlook", "live"] },
    Provider { name: "yahoo.com", domains: &["ymail.com", "rocketmail.com"], families: &["yahoo"] },
    house("icloud.com", &["icloud.com", "me.com", "mac.com"]),
    house("aol.com", &["aol.com"]),
    house("proton.me", &["proton.me", "protonmail.com", "pm.me"]),
    Provider { name: "gmx.net", domains: &[], families: &["gmx"] },
    house("web.de", &["web.de"]),
    house("t-online.de", &["t-online.de"]),
    house("freenet.de", &["freenet.de"]),
    house("orange.fr", &["orange.fr", "wanadoo.fr"]),
    house("free.fr", &["free.fr"]),
    house("laposte.net", &["laposte.net"]),
    house("sfr.fr", &["sfr.fr"]),
    house("libero.it", &["libero.it"]),
    house("comcast.net", &["comcast.net"]),
    house("verizon.net", &["verizon.net"]),
    house("att.net", &["att.net", "sbcglobal.net", "bellsouth.net"]),
    house("btinternet.com", &["btinternet.com"]),
    house("uol.com.br", &["uol.com.br", "bol.com.br"]),
    house("terra.com.br", &["terra.com.br"]),
    house("prodigy.net.mx", &["prodigy.net.mx"]),
    house("telefonica.net", &["telefonica.net"]),
    house("yandex.ru", &["yandex.ru", "yandex.com", "ya.ru"]),
    house("mail.ru", &["mail.ru", "bk.ru", "inbox.ru", "list.ru"]),
    house("qq.com", &["qq.com"]),
    house("163.com", &["163.com", "126.com"]),
    house("naver.com", &["naver.com"]),
    house("rediffmail.com", &["rediffmail.com"]),
    house("tuta.com", &["tuta.com", "tutanota.com", "tutanota.de"]),
];

impl Provider {
    /// Whether one of its domains fits.
    fn has(&self, mut fits: impl FnMut(&str) -> bool) -> bool {
        let mut of = |family: &&str| REGIONS.iter().any(|region| fits(&format!("{family}.{region}")));
        self.families.iter().any(&mut of) || self.domains.iter().any(|domain| fits(domain))
    }
}

/// What the first domain that fits is counted under.
pub(crate) fn counted_under(mut fits: impl FnMut(&str) -> bool) -> &'static str {
    PROVIDERS.iter().find(|provider| provider.has(&mut fits)).map_or(OTHER, |provider| provider.name)
}

/// A number for what addresses of this domain are counted under. It holds as long as a mail can come back.
pub(crate) fn number(domain: &str) -> u8 {
    let domain = domain.to_lowercase();
    let place = PROVIDERS.iter().position(|provider| provider.has(|known| known == domain));
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
}

/// What has this number.
pub(crate) fn numbered(number: u8) -> &'static str {
    PROVIDERS.get(usize::from(number)).map_or(OTHER, |provider| provider.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn of(domain: &str) -> &'static str {
        counted_under(|known| known == domain)
    }

    #[test]
    fn a_domain_is_counted_under_its_house() {
        assert_eq!(of("googlemail.com"), "gmail.com");
        assert_eq!((of("hotmail.com.ar"), of("live.nl"), of("msn.com")), ("outlook.com", "outlook.com", "outlook.com"));
        assert_eq!((of("gmx.de"), of("yahoo.co.uk")), ("gmx.net", "yahoo.com"));
        assert_eq!((of("example.org"), of("notgmail.com"), of("hotmail.example.org")), (OTHER, OTHER, OTHER));
    }

    #[test]
    fn a_number_leads_back_to_the_name() {
        for domain in ["gmail.com", "Hotmail.com.AR", "tuta.com", "example.org"] {
            assert_eq!(numbered(number(domain)), of(&domain.to_lowercase()), "{domain}");
        }
    }

    #[test]
    fn names_and_domains_stand_once() {
        let names = PROVIDERS.iter().map(|provider| provider.name).collect::<BTreeSet<_>>();
        assert_eq!((names.len(), names.contains(OTHER)), (30, false));
        let mut seen = BTreeSet::new();
        for provider in &PROVIDERS {
            provider.has(|domain| {
                assert!(seen.insert(domain.to_owned()), "{domain}");
                false
            });
        }
    }
}
