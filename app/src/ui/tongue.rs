use crate::i18n::{Lang, text_dir};

/// `lang` and `dir` of a text: absent where it is in the language of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tongue {
    /// BCP 47 code.
    pub lang: Option<String>,
    /// Writing direction.
    pub dir: Option<&'static str>,
}

impl Tongue {
    /// The attributes of a text in `text_lang` on a page in `page`.
    pub fn of(text_lang: &str, page: Lang) -> Self {
        if Lang::parse(text_lang) == Some(page) {
            return Self::default();
        }
        Self { lang: Some(text_lang.to_owned()), dir: Some(text_dir(text_lang)) }
    }

    #[cfg(feature = "ssr")]
    /// Whether the text is in another language than the page.
    pub fn is_foreign(&self) -> bool {
        self.lang.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_foreign_texts_are_marked() {
        assert!(!Tongue::of("es-MX", Lang::Es).is_foreign());
        let arabic = Tongue::of("ar", Lang::En);
        assert_eq!((arabic.lang.as_deref(), arabic.dir), (Some("ar"), Some("rtl")));
    }
}
