use crate::i18n::{SiteMsg, tr, use_lang};
use crate::site::Site;
use crate::ui::text_area::escape;
use leptos::prelude::*;
use leptos_meta::Title;

/// The title in the browser's tab, with the name of the house.
///
/// Leptos writes a title into the HTML as it stands; this component escapes it.
#[component]
pub fn PageTitle(
    /// The page's own title.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let house = use_context::<Site>().unwrap_or_default().name;
    let title = tr(use_lang(), SiteMsg::TabTitle { page: &text, house: &house });
    view! { <Title text=escape(&title)/> }
}
