use crate::ui::Tongue;
use leptos::prelude::*;

/// The way back, first on a small page.
#[component]
pub fn BackLink(
    /// Where it leads.
    href: String,
    /// What is there: a campaign's title, mostly.
    #[prop(into)]
    text: String,
    /// The language of that text, where it differs from the page's.
    #[prop(optional)]
    tongue: Tongue,
) -> impl IntoView {
    view! {
        <p class="back">
            <a href=href lang=tongue.lang dir=tongue.dir>{text}</a>
        </p>
    }
}
