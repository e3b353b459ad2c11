//! The search finds the same campaigns on both databases.

use crate::{
    helpers::{On, Site},
    imports::{campaign, import},
};
use app::paths::encode;

const CORPUS: [(&str, &str, &str); 8] = [
    ("accents", "Salvemos el corazón de Málaga", "El niño y la cigüeña. Ωμέγα, Straße, Łódź."),
    ("prefixes", "Deportation stops at the depot", "Two deported neighbors came back in 2026."),
    ("scripts", "移民の権利を守る会の請願です", "Права мигрантов. حقوق المهاجرين. अधिकार हमारे. 이민자의 권리."),
    ("operators", "C++ AND NOT OR NEAR syntax", "It's a \\\"quoted\\\" word, e.g. a*b, x:y, (z) & co. | !no"),
    ("numbers", "Stop line 42 at 5G mast B-12", "1,000 people by 2026-06-01 at 3.5% and 10e3"),
    ("addresses", "See www.example.org/path now", "Write to ana@example.org or https://example.com/a?b=c"),
    (
        "long-words",
        "Donaudampfschifffahrtsgesellschaft",
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    ),
    ("hyphens", "Well-being of part-time mid-wives", "Foot-and-mouth, O'Brien's and the co-op"),
];

/// A query, and the campaigns of the corpus that it finds.
const QUERIES: &[(&str, &[&str])] = &[
    ("corazon", &["accents"]),
    ("CORAZÓN", &["accents"]),
    ("malaga nino", &["accents"]),
    ("nino malaga ciguena", &["accents"]),
    ("ciguen", &["accents"]),
    ("omega", &[]),
    ("ωμεγα", &["accents"]),
    ("strasse", &[]),
    ("straß", &["accents"]),
    ("lodz", &[]),
    ("łodz", &["accents"]),
    ("depo", &["prefixes"]),
    ("deport", &["prefixes"]),
    ("deportations", &[]),
    ("depot deported", &["prefixes"]),
    ("deported library", &[]),
    ("移民", &["scripts"]),
    ("権利", &[]),
    ("мигрант", &["scripts"]),
    ("المهاجرين", &["scripts"]),
    ("अधिकार", &["scripts"]),
    ("이민자", &["scripts"]),
    ("права حقوق", &["scripts"]),
    // Signs are no words; what is left are the beginnings of some.
    ("c++ quoted", &["operators"]),
    ("AND", &["operators", "hyphens", "numbers"]),
    ("NOT near", &["operators"]),
    ("\"quoted\"", &["operators"]),
    ("quoted OR library", &[]),
    ("a*b quoted", &["operators"]),
    ("quoted*", &["operators"]),
    ("x:y", &["operators"]),
    ("(quoted", &["operators"]),
    ("quoted) & !no |", &["operators"]),
    ("body:quoted", &[]),
    ("^quoted", &["operators"]),
    ("{quoted}", &["operators"]),
    ("-quoted", &["operators"]),
    ("'quoted'", &["operators"]),
    ("quoted\\", &["operators"]),
    ("quoted:*", &["operators"]),
    ("<-> quoted", &["operators"]),
    ("42", &["numbers"]),
    ("5g", &["numbers"]),
    ("b-12", &["numbers"]),
    ("1,000", &["numbers"]),
    ("2026", &["numbers", "prefixes"]),
    ("2026-06-01", &["numbers"]),
    ("10e3", &["numbers"]),
    ("www.example.org", &["addresses"]),
    ("ana@example.org", &["addresses"]),
    ("https://example.com/a?b=c", &["addresses"]),
    ("donaudampf", &["long-words"]),
    ("rindfleischetikettierungsuberwachungsaufgabenubertragungsgesetz", &["long-words"]),
    ("well-being", &["hyphens"]),
    ("part time", &["hyphens"]),
    ("o'brien", &["hyphens"]),
    ("foot mouth", &["hyphens"]),
    ("\u{0}quoted", &["operators"]),
    // Nothing to look for lists everything.
    ("\u{0} ++ \"", &["accents", "addresses", "hyphens", "long-words", "numbers", "operators", "prefixes", "scripts"]),
];

/// Slugs of the corpus that the home page lists, in its order.
async fn found(site: &Site, query: &str) -> Vec<String> {
    let page = site.browser().get(&format!("/en?q={}", encode(query))).await.expect(200);
    let slugs = page.links().into_iter().filter_map(|link| link.strip_prefix("/en/campaigns/").map(str::to_owned));
    let mut slugs = slugs.filter(|slug| CORPUS.iter().any(|(known, ..)| known == slug)).collect::<Vec<_>>();
    slugs.dedup();
    slugs
}

async fn finds_what_is_there(on: On) {
    let site = Site::open(on).await;
    for (slug, title, summary) in CORPUS {
        import(&site, &campaign(slug, title, summary));
    }
    let mut wrong = Vec::new();
    for (query, expected) in QUERIES {
        let mut slugs = found(&site, query).await;
        slugs.sort();
        let mut expected = expected.to_vec();
        expected.sort();
        if slugs != expected {
            wrong.push(format!("{query:?} finds {slugs:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // What is too long to be a word of anything finds nothing, and breaks nothing.
    assert_eq!(found(&site, &"a".repeat(3_000)).await, [""; 0]);
    assert_eq!(found(&site, &"many words ".repeat(100)).await, [""; 0]);
    site.close().await;
}

flows!(finds_what_is_there);
