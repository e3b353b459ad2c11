use super::PageTitle;
use leptos::prelude::*;
use leptos_meta::Meta;

/// A page for one reader alone: no search engine is to keep it.
#[component]
pub fn InnerPage(
    /// The document's title, before the name of the house.
    #[prop(into)]
    title: String,
    /// Everything on it, the heading first.
    children: Children,
) -> impl IntoView {
    view! {
        <PageTitle text=title/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page" tabindex="-1">
            {children()}
        </main>
    }
}
