use crate::signatures::Field;
use leptos::prelude::*;

/// A `<textarea>` that holds a text.
///
/// Leptos writes the children of a textarea into the server's HTML as they stand, so the text goes in escaped, as inner HTML.
#[component]
pub fn TextArea(
    /// The field.
    field: Field,
    /// The text in it.
    value: String,
    /// Visible lines.
    rows: u32,
    /// How it is tied to its help and its error.
    control: super::Control,
) -> impl IntoView {
    let text = content(&value);
    view! {
        <textarea
            id=field.name()
            name=field.name()
            rows=rows.to_string()
            aria-describedby=control.described_by()
            aria-invalid=control.invalid()
            inner_html=text
        ></textarea>
    }
}

/// The text as it may stand in the element. A parser of HTML drops a line break right after the tag, so a text that begins with one gets
/// another; in the browser no tag is parsed.
pub fn content(value: &str) -> String {
    let extra = if cfg!(feature = "ssr") && value.starts_with(['\n', '\r']) { "\n" } else { "" };
    format!("{extra}{}", escape(value))
}

/// Text as it may stand between tags (HTML standard, escapable raw text): without `<` no tag can end, without `&` nothing is decoded.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::content;

    #[test]
    fn nothing_ends_the_text_area() {
        assert_eq!(content("</textarea><script>x</script>"), "&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;");
    }
}
