use crate::i18n::{SiteMsg, tr, use_lang};
use leptos::prelude::*;
use leptos_meta::Title;

/// The title in the browser's tab, with the name of the house.
///
/// Leptos writes a title into the server's HTML as it stands; this component escapes it there. In the browser it is set as text.
#[component]
pub fn PageTitle(
    /// The page's own title.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let title = tr(use_lang(), SiteMsg::TabTitle { page: &text }).into_owned();
    let title = if cfg!(feature = "ssr") { escape(&title) } else { title };
    view! { <Title text=title/> }
}

/// Text as it may stand between tags (HTML standard, escapable raw text): without `<` no tag can end, without `&` nothing is decoded.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_ends_the_title() {
        assert_eq!(
            escape("</title><script>x && y</script>"),
            "&lt;/title&gt;&lt;script&gt;x &amp;&amp; y&lt;/script&gt;"
        );
    }
}
