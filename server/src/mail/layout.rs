use app::i18n::{Lang, text_dir};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A paragraph of a mail.
pub(super) enum Block {
    /// Our own words.
    Text(String),
    /// The title of a campaign, set apart so that nobody takes it for our words.
    Title(String),
    /// The title of an update, in this language.
    Heading(String, String),
    /// The text of an update: Markdown, and the sanitised HTML that was made of it.
    Prose { text: String, html: String, locale: String },
    /// An address, whole and visible.
    Link(String),
    /// The code.
    Code(String),
}

impl Block {
    pub(super) fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    fn as_text(&self) -> String {
        match self {
            Self::Text(words) => wrapped(words),
            Self::Heading(words, _) => words.clone(),
            Self::Prose { text, .. } => text.lines().map(wrapped).collect::<Vec<_>>().join("\n"),
            Self::Link(address) => address.clone(),
            Self::Title(words) | Self::Code(words) => format!("    {words}"),
        }
    }

    fn as_html(&self) -> Markup {
        match self {
            Self::Text(words) => html! { p { (words) } },
            // The title may be written in another direction than the mail.
            Self::Title(words) => {
                html! { p style="padding-left:1em;border-left:3px solid #8a8578" { b { bdi { (words) } } } }
            }
            Self::Heading(words, locale) => {
                html! { h1 lang=(locale) dir=(text_dir(locale)) style="font-size:1.25em" { (words) } }
            }
            Self::Prose { html, locale, .. } => {
                html! { div lang=(locale) dir=(text_dir(locale)) { (PreEscaped(html)) } }
            }
            Self::Link(address) => html! { p style="word-break:break-all" { a href=(address) { (address) } } },
            Self::Code(digits) => html! { p style="font-size:1.5em;letter-spacing:.05em" { b { (digits) } } },
        }
    }
}

/// A mail's text and HTML. The HTML fetches nothing, and reads well where its few styles are thrown away.
pub(super) fn render(lang: Lang, subject: &str, blocks: &[Block]) -> (String, String) {
    let mut text = blocks.iter().map(Block::as_text).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) dir=(lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                // Else phones turn the code into a number to call.
                meta name="format-detection" content="telephone=no";
                title { (subject) }
            }
            body style="max-width:36em;margin:1em auto;padding:0 1em;font-family:sans-serif;font-size:1em;line-height:1.5" {
                @for block in blocks { "\n" (block.as_html()) }
                "\n"
            }
        }
    };
    (text, page.into_string())
}

/// Breaks words at 72 columns, as mails in text are read. Titles and links are never broken.
fn wrapped(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 8);
    let mut column = 0;
    for word in words.split(' ') {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > 72 {
            text.push('\n');
            column = 0;
        } else if column > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += width;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_words_break_at_72_columns_and_nothing_is_lost() {
        let words = "wörter ".repeat(40);
        let text = wrapped(words.trim());
        assert!(text.lines().all(|line| line.chars().count() <= 72 && !line.starts_with(' ') && !line.ends_with(' ')));
        assert_eq!(text.split_whitespace().count(), 40);
    }

    #[test]
    fn a_link_is_never_broken() {
        let link = format!("https://example.org/{}", "x".repeat(200));
        let (text, html) = render(Lang::En, "S", &[Block::Link(link.clone())]);
        assert!(text.contains(&link) && html.contains(&link));
    }
}
