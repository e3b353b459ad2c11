//! "Did you mean gmail.com?": a hint beside the e-mail field, never a rule. A confirmation that goes to a mistyped domain is lost, and a
//! stranger who owns that domain reads it.

/// Houses that have a domain in many countries (`hotmail.es`, `yahoo.com.mx`).
const FAMILIES: &[&str] = &["gmx", "hotmail", "live", "outlook", "yahoo"];

/// Where those houses have one: rather too many than too few, for these are never questioned.
const REGIONS: &[&str] = &[
    "at", "be", "ca", "ch", "cl", "cn", "co.id", "co.il", "co.in", "co.jp", "co.kr", "co.nz", "co.th", "co.uk",
    "co.za", "com", "com.ar", "com.au", "com.br", "com.co", "com.ec", "com.hk", "com.mx", "com.my", "com.pe", "com.ph",
    "com.sg", "com.tr", "com.tw", "com.ve", "com.vn", "cz", "de", "dk", "es", "eu", "fi", "fr", "gr", "hu", "ie", "in",
    "it", "jp", "lt", "lv", "net", "nl", "no", "org", "pl", "pt", "ro", "ru", "se", "sk", "us",
];

/// What is suggested, the commonest first. Names under five letters are not here: too many real domains are one slip away.
const SUGGESTED: &[&str] = &[
    "gmail.com",
    "hotmail.com",
    "yahoo.com",
    "outlook.com",
    "icloud.com",
    "hotmail.es",
    "yahoo.es",
    "outlook.es",
    "yahoo.com.mx",
    "yahoo.com.ar",
    "yahoo.com.br",
    "hotmail.com.ar",
    "outlook.com.br",
    "outlook.com.mx",
    "prodigy.net.mx",
    "terra.com.br",
    "cantv.net",
    "fibertel.com.ar",
    "telefonica.net",
    "yahoo.co.uk",
    "hotmail.co.uk",
    "yahoo.co.in",
    "yahoo.fr",
    "hotmail.fr",
    "wanadoo.fr",
    "orange.fr",
    "laposte.net",
    "yahoo.de",
    "freenet.de",
    "t-online.de",
    "libero.it",
    "yahoo.it",
    "hotmail.it",
    "protonmail.com",
    "proton.me",
    "tutanota.com",
    "fastmail.com",
    "zohomail.com",
    "rocketmail.com",
    "googlemail.com",
    "comcast.net",
    "verizon.net",
    "sbcglobal.net",
    "bellsouth.net",
    "btinternet.com",
    "rediffmail.com",
    "yandex.ru",
    "yandex.com",
];

/// Providers that are only known, and real domains that lie one slip from a suggested one.
const KNOWN: &[&str] = &[
    "126.com",
    "163.com",
    "abv.bg",
    "adinet.com.uy",
    "aol.com",
    "arnet.com.ar",
    "att.net",
    "bk.ru",
    "bol.com.br",
    "centrum.cz",
    "charter.net",
    "ciudad.com.ar",
    "claro.net.do",
    "cloud.com",
    "cox.net",
    "cs.com",
    "daum.net",
    "earthlink.net",
    "email.com",
    "email.cz",
    "email.de",
    "email.it",
    "etb.net.co",
    "fastmail.fm",
    "foxmail.com",
    "free.fr",
    "hanmail.net",
    "hey.com",
    "hushmail.com",
    "ice.co.cr",
    "ig.com.br",
    "imail.com",
    "inbox.com",
    "inbox.lv",
    "inbox.ru",
    "interia.pl",
    "juno.com",
    "list.ru",
    "mac.com",
    "mail.bg",
    "mail.com",
    "mail.de",
    "mail.ee",
    "mail.ru",
    "mailbox.org",
    "me.com",
    "msn.com",
    "nate.com",
    "nauta.cu",
    "naver.com",
    "netzero.net",
    "o2.pl",
    "ono.com",
    "onet.pl",
    "op.pl",
    "optonline.net",
    "pm.me",
    "posteo.de",
    "posteo.net",
    "protonmail.ch",
    "qq.com",
    "racsa.co.cr",
    "riseup.net",
    "rogers.com",
    "sapo.pt",
    "seznam.cz",
    "sfr.fr",
    "sina.com",
    "speedy.com.ar",
    "telmex.com",
    "terra.cl",
    "terra.com",
    "terra.com.mx",
    "terra.es",
    "tim.it",
    "tuta.com",
    "tuta.io",
    "uol.com.br",
    "virgilio.it",
    "vtr.net",
    "walla.co.il",
    "web.de",
    "wp.pl",
    "ya.ru",
    "yandex.by",
    "yandex.kz",
    "yandex.ua",
    "ymail.com",
    "zoho.com",
    "zoho.eu",
    "zoho.in",
];

/// Endings that no domain has, and what was meant.
const ENDINGS: &[(&str, &str)] = &[
    (".con", ".com"),
    (".comm", ".com"),
    (".coom", ".com"),
    (".ccom", ".com"),
    (".cmo", ".com"),
    (".ocm", ".com"),
    (".vom", ".com"),
    (".xom", ".com"),
    (".cpm", ".com"),
    (".clm", ".com"),
    (".c0m", ".com"),
    (".cim", ".com"),
    (".con.ar", ".com.ar"),
    (".con.br", ".com.br"),
    (".con.co", ".com.co"),
    (".con.mx", ".com.mx"),
    (".con.pe", ".com.pe"),
    (".nte", ".net"),
    (".ent", ".net"),
    (".nett", ".net"),
    (".ogr", ".org"),
    (".orgg", ".org"),
];

/// The address with the domain that was probably meant, if the one typed is a slip away from a common mail provider's, or has an ending
/// that does not exist. `None` if nothing is wrong or nothing can be told. What stands before the `@` is kept as it was typed.
#[must_use]
pub fn suggest(address: &str) -> Option<String> {
    let (local, typed) = address.trim().rsplit_once('@')?;
    let typed = typed.to_ascii_lowercase();
    if local.is_empty() || typed.is_empty() || is_known(&typed) {
        return None;
    }
    let mended = mend_ending(&typed);
    let meant = meant_by(mended.as_deref().unwrap_or(&typed)).or(mended)?;
    Some(format!("{local}@{meant}"))
}

fn meant_by(domain: &str) -> Option<String> {
    if is_known(domain) {
        return Some(domain.to_owned());
    }
    let name = domain.split('.').next().unwrap_or_default();
    // Gmail has this one domain: "gmail.es" and "gmail.com.mx" are common slips and reach nobody.
    if name == "gmail" {
        return Some("gmail.com".to_owned());
    }
    if name == domain {
        let bare = FAMILIES.iter().chain(&["icloud"]).find(|family| **family == domain);
        if let Some(family) = bare {
            return Some(format!("{family}.com"));
        }
    }
    SUGGESTED.iter().find(|known| one_slip(domain, known)).map(|known| (*known).to_owned())
}

fn is_known(domain: &str) -> bool {
    SUGGESTED.contains(&domain)
        || KNOWN.contains(&domain)
        || domain.split_once('.').is_some_and(|(name, region)| FAMILIES.contains(&name) && REGIONS.contains(&region))
}

fn mend_ending(domain: &str) -> Option<String> {
    ENDINGS.iter().find_map(|(wrong, right)| domain.strip_suffix(wrong).map(|rest| format!("{rest}{right}")))
}

/// Whether one letter was left out, added, replaced, or swapped with its neighbour.
fn one_slip(typed: &str, meant: &str) -> bool {
    let (a, b) = (typed.as_bytes(), meant.as_bytes());
    let same_start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(same_start..).unwrap_or_default(), b.get(same_start..).unwrap_or_default());
    let same_end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let middle = |rest: &[u8]| rest.len() - same_end;
    match (middle(a), middle(b)) {
        (0, 1) | (1, 0) | (1, 1) => true,
        (2, 2) => a.first() == b.get(1) && a.get(1) == b.first(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_noticed() {
        for (typed, meant) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gamil.com", "gmail.com"),
            ("gnail.com", "gmail.com"),
            ("ggmail.com", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("gmail.cm", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmial.con", "gmail.com"),
            ("gmail.comm", "gmail.com"),
            ("gmailcom", "gmail.com"),
            ("gmail", "gmail.com"),
            ("gmail.es", "gmail.com"),
            ("gmail.com.mx", "gmail.com"),
            ("GMIAL.COM", "gmail.com"),
            ("hotmial.com", "hotmail.com"),
            ("hotmai.com", "hotmail.com"),
            ("hotmal.com", "hotmail.com"),
            ("hotmail.co", "hotmail.com"),
            ("hotmail.cm", "hotmail.com"),
            ("hotmail", "hotmail.com"),
            ("hotmial.es", "hotmail.es"),
            ("yaho.com", "yahoo.com"),
            ("yahooo.com", "yahoo.com"),
            ("yhaoo.com", "yahoo.com"),
            ("yahoo.con", "yahoo.com"),
            ("yaho.com.mx", "yahoo.com.mx"),
            ("yahoo.co.mx", "yahoo.com.mx"),
            ("yahoo.con.ar", "yahoo.com.ar"),
            ("outlok.com", "outlook.com"),
            ("outllok.com", "outlook.com"),
            ("outlook.cmo", "outlook.com"),
            ("iclod.com", "icloud.com"),
            ("icluod.com", "icloud.com"),
            ("protonmial.com", "protonmail.com"),
            ("live.con", "live.com"),
            ("prodigi.net.mx", "prodigy.net.mx"),
            ("mi-escuela.con", "mi-escuela.com"),
        ] {
            assert_eq!(suggest(&format!("Ana.Luz+x@{typed}")), Some(format!("Ana.Luz+x@{meant}")), "{typed}");
        }
    }

    #[test]
    fn real_domains_are_left_alone() {
        for domain in [
            "gmail.com",
            "GMail.com",
            "googlemail.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "mail.com",
            "email.com",
            "ymail.com",
            "mail.ru",
            "me.com",
            "cloud.com",
            "hotmail.es",
            "hotmail.cl",
            "hotmail.com.ar",
            "yahoo.com.pe",
            "yahoo.co.jp",
            "outlook.cl",
            "outlook.pt",
            "live.com.mx",
            "live.nl",
            "uol.com.br",
            "bol.com.br",
            "terra.es",
            "nauta.cu",
            "yandex.kz",
            "aol.com",
            "unam.mx",
            "example.org",
            "example.co",
            "camera.com",
            "gob.mx",
            "maíl.com",
        ] {
            assert_eq!(suggest(&format!("ana@{domain}")), None, "{domain}");
        }
    }

    #[test]
    fn what_is_no_address_gets_no_hint() {
        for text in ["", "@", "ana", "ana@", "@gmial.com", "gmial.com"] {
            assert_eq!(suggest(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_hint_leads_to_no_further_hint() {
        for domain in SUGGESTED {
            let (head, tail) = domain.split_at(1);
            for typed in [format!("{head}x{tail}"), format!("{domain}x"), tail.to_owned()] {
                if let Some(hint) = suggest(&format!("ana@{typed}")) {
                    assert_eq!(suggest(&hint), None, "{typed} → {hint}");
                }
            }
        }
    }

    #[test]
    fn slips_are_single() {
        for (typed, meant, yes) in [
            ("ab", "ba", true),
            ("abc", "ab", true),
            ("ab", "abc", true),
            ("axc", "abc", true),
            ("abc", "abc", false),
            ("abcd", "ab", false),
            ("axxd", "abcd", false),
            ("abcd", "badc", false),
            ("aab", "ab", true),
        ] {
            assert_eq!(one_slip(typed, meant), yes, "{typed} {meant}");
        }
    }
}
