use crate::form::FieldError;
use crate::i18n::Lang;
use crate::typed::{TextProblem, one_line, required};

/// What a picture may be.
pub mod picture_limits {
    /// Greatest length of the text in its place, in characters.
    pub const ALT_MAX: u32 = 250;
    /// Greatest size of the file, in bytes.
    pub const FILE_MAX: usize = 8 << 20;
    /// The same as people read it, in megabytes.
    pub const FILE_MAX_MB: u32 = 8;
    /// Most pixels that it may have, in millions.
    pub const MEGAPIXELS_MAX: u32 = 25;
    /// Least width and height, in pixels.
    pub const SIDE_MIN: u32 = 320;
    /// Widths in which it is kept, in pixels, as far as it is wider than they are.
    pub const WIDTHS: [u32; 3] = [480, 960, 1_600];
    /// Greatest height in which it is kept, in pixels.
    pub const HEIGHT_MAX: u32 = 2_400;
}

/// A field of the form, by its name in HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureField {
    /// The file.
    File,
    /// The text in the place of the picture, in this language.
    Alt(Lang),
}

impl PictureField {
    /// The field's `name` and `id` in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Alt(Lang::En) => "alt_en",
            Self::Alt(Lang::Es) => "alt_es",
        }
    }
}

/// What is wrong with a field, and so with the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureProblem {
    /// Nothing was entered or chosen.
    Missing,
    /// More characters than the field takes.
    TooLong(u32),
    /// Control characters, or marks that turn the writing direction.
    ControlCharacter,
    /// A larger file than this many megabytes.
    TooLarge(u32),
    /// Neither JPEG nor PNG nor WebP.
    NotAPicture,
    /// It says that it is one, and cannot be read.
    Unreadable,
    /// More than this many millions of pixels.
    TooManyPixels(u32),
    /// Fewer than this many pixels in width or height.
    TooSmall(u32),
}

impl From<TextProblem> for PictureProblem {
    fn from(problem: TextProblem) -> Self {
        match problem {
            TextProblem::Missing => Self::Missing,
            TextProblem::TooLong(max) => Self::TooLong(max),
            TextProblem::ControlCharacter => Self::ControlCharacter,
        }
    }
}

/// A field's error.
pub type PictureError = FieldError<PictureField, PictureProblem>;

/// The text in the place of a picture, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alt {
    /// The language.
    pub lang: Lang,
    /// One line.
    pub text: String,
}

/// The form as it was sent, but for the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PictureForm {
    /// `put` or `remove`.
    pub action: String,
    /// The texts in the place of the picture, as they were typed.
    pub alts: Vec<Alt>,
}

impl PictureForm {
    /// Reads names and values; others are left out.
    pub fn read(fields: &[(String, String)]) -> Self {
        let field = |wanted: &str| fields.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        let alts = Lang::ALL
            .into_iter()
            .filter_map(|lang| Some(Alt { lang, text: field(PictureField::Alt(lang).name())? }))
            .collect();
        Self { action: field("action").unwrap_or_default(), alts }
    }

    /// The text in this language, as typed.
    pub fn alt(&self, lang: Lang) -> &str {
        self.alts.iter().find(|alt| alt.lang == lang).map_or("", |alt| &alt.text)
    }

    /// The texts in these languages of a campaign, its own first: only that one has to be there.
    ///
    /// # Errors
    /// One error for each text that breaks a rule.
    pub fn validate(&self, languages: &[Lang]) -> Result<Vec<Alt>, Vec<PictureError>> {
        let (mut alts, mut errors) = (Vec::new(), Vec::new());
        for (i, lang) in languages.iter().copied().enumerate() {
            let text = one_line(self.alt(lang), picture_limits::ALT_MAX);
            match if i == 0 { text.and_then(required) } else { text } {
                Ok(text) if text.is_empty() => {}
                Ok(text) => alts.push(Alt { lang, text }),
                Err(problem) => {
                    errors.push(FieldError { field: PictureField::Alt(lang), problem: problem.into() });
                }
            }
        }
        if errors.is_empty() { Ok(alts) } else { Err(errors) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(en: &str, es: &str) -> PictureForm {
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        PictureForm::read(&[field("alt_en", en), field("alt_es", es), field("file", "x"), field("action", "put")])
    }

    #[test]
    fn only_the_campaigns_own_language_needs_a_text() {
        let both = [Lang::En, Lang::Es];
        let one = form(" A bus  at\tnight ", "").validate(&both).unwrap();
        assert_eq!(one, [Alt { lang: Lang::En, text: "A bus at night".into() }]);
        assert_eq!(form("A bus", "Un bus").validate(&both).unwrap().len(), 2);
        let missing = form(" ", "Un bus").validate(&both).unwrap_err();
        assert_eq!((missing[0].field.name(), missing[0].problem), ("alt_en", PictureProblem::Missing));
        let long = form("A bus", &"á".repeat(251)).validate(&both).unwrap_err();
        assert_eq!((long[0].field.name(), long[0].problem), ("alt_es", PictureProblem::TooLong(250)));
        assert!(form("A bus", &"á".repeat(250)).validate(&both).is_ok());
        assert_eq!(form("A \u{202e}bus", "").validate(&both).unwrap_err()[0].problem, PictureProblem::ControlCharacter);
    }
}
