use leptos::prelude::*;

/// What will be here, and the first step.
#[component]
pub fn Empty(
    /// What will be here.
    #[prop(into)]
    text: String,
    /// The first step: where it leads, and its name.
    #[prop(optional_no_strip)]
    step: Option<(String, String)>,
) -> impl IntoView {
    let step = step.map(|(href, name)| view! { <p><a href=href>{name}</a></p> });
    view! {
        <div class="empty">
            <p>{text}</p>
            {step}
        </div>
    }
}
