use super::Lang;

/// The word before the last item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conjunction {
    /// "A, B and C".
    And,
    /// "A, B, C": where a word would read oddly, as between names of languages.
    Comma,
}

/// Joins items as a sentence does. Spanish "y" becomes "e" before the sound of "i" (Real Academia Española, "y²").
pub fn join(lang: Lang, conjunction: Conjunction, items: &[&str]) -> String {
    let (Some((last, rest)), Conjunction::And) = (items.split_last(), conjunction) else {
        return items.join(", ");
    };
    if rest.is_empty() {
        return (*last).to_owned();
    }
    let word = match lang {
        Lang::En => "and",
        Lang::Es if sounds_like_i(last) => "e",
        Lang::Es => "y",
    };
    format!("{} {word} {last}", rest.join(", "))
}

fn sounds_like_i(word: &str) -> bool {
    let lower = word.to_lowercase();
    let bare = lower.strip_prefix('h').unwrap_or(&lower);
    let diphthong = ["ia", "ie", "io", "iu"].iter().any(|d| bare.starts_with(d));
    (bare.starts_with('i') || bare.starts_with('í')) && !diphthong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_as_each_language_does() {
        let and = |lang, items: &[&str]| join(lang, Conjunction::And, items);
        assert_eq!(and(Lang::En, &[]), "");
        assert_eq!(and(Lang::En, &["A"]), "A");
        assert_eq!(and(Lang::En, &["A", "B", "C"]), "A, B and C");
        assert_eq!(and(Lang::Es, &["Ana", "Luis"]), "Ana y Luis");
        assert_eq!(and(Lang::Es, &["Ana", "Inés"]), "Ana e Inés");
        assert_eq!(and(Lang::Es, &["agua", "hielo"]), "agua y hielo");
        assert_eq!(join(Lang::En, Conjunction::Comma, &["English", "Español"]), "English, Español");
    }
}
