use leptos::html;
use leptos::prelude::*;

/// Whether a page has been shown yet. The first one leaves the focus where the browser put it; a page that comes after a click inside
/// takes it, as a new document would, so that screen readers read from there.
#[derive(Clone, Copy)]
pub struct Arrivals(StoredValue<bool>);

impl Default for Arrivals {
    fn default() -> Self {
        Self(StoredValue::new(false))
    }
}

/// A page's `<h1>`.
#[component]
pub fn Heading(
    /// The text.
    #[prop(into)]
    text: String,
    /// `title` (with the rule above it) or `lede` (the home page's sentence).
    #[prop(default = "title")]
    class: &'static str,
    /// How large a title is set: `short`, `medium`, `long` or `small`.
    #[prop(default = "small")]
    length: &'static str,
    /// The language of the text, where it differs from the page's.
    #[prop(optional)]
    tongue: super::Tongue,
) -> impl IntoView {
    let element = NodeRef::<html::H1>::new();
    let arrivals = use_context::<Arrivals>();
    Effect::new(move |_| {
        let (Some(element), Some(Arrivals(arrived))) = (element.get(), arrivals) else { return };
        if arrived.get_value() {
            // A page that waited for its data is built before it stands in the document, where alone it can have the focus.
            request_animation_frame(move || {
                let _ = element.focus();
            });
        }
        arrived.set_value(true);
    });
    view! {
        <h1 node_ref=element class=class data-length=(class == "title").then_some(length) tabindex="-1" lang=tongue.lang dir=tongue.dir>
            {text}
        </h1>
    }
}
