use leptos::prelude::*;

/// The button that sends a form. While the form is under way it says so and takes no second press, but keeps the focus.
#[component]
pub fn SubmitButton(
    /// What it says.
    #[prop(into)]
    text: String,
    /// What it says while the form is under way.
    #[prop(into)]
    pending_text: String,
    /// Whether the form is under way.
    #[prop(into)]
    pending: Signal<bool>,
    /// `class` in HTML.
    #[prop(default = "button")]
    class: &'static str,
) -> impl IntoView {
    let label = move || if pending.get() { pending_text.clone() } else { text.clone() };
    view! {
        <button
            r#type="submit"
            class=class
            aria-disabled=move || pending.get().then_some("true")
            data-pending=move || pending.get().then_some("")
        >
            {label}
        </button>
    }
}
