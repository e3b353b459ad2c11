use super::{FieldFrame, Tie};
use leptos::prelude::*;

/// A field of one line with everything around it.
#[component]
pub fn LineField(
    /// The field and its state.
    tie: Tie,
    /// The text in it.
    value: String,
    /// `type` in HTML.
    #[prop(default = "text")]
    kind: &'static str,
    /// `class` in HTML.
    #[prop(optional)]
    class: Option<&'static str>,
    /// `inputmode` in HTML.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// Whether it holds words; a browser leaves the letters of what is none as they are typed.
    #[prop(default = true)]
    words: bool,
    /// The text that the value goes on from.
    #[prop(optional)]
    start: Option<String>,
) -> impl IntoView {
    let name = tie.field.name().into_owned();
    let start_id = format!("{name}-start");
    let described_by = match start {
        Some(_) => format!("{start_id} {}", tie.described_by()),
        None => tie.described_by(),
    };
    let start = start.map(|start| view! { <p class="help" id=start_id><code>{start}</code></p> });
    view! {
        <FieldFrame tie=tie>
            {start}
            <input
                r#type=kind
                class=class
                id=name.clone()
                name=name
                value=value
                autocomplete="off"
                inputmode=inputmode
                autocapitalize=(!words).then_some("off")
                spellcheck=(!words).then_some("false")
                aria-describedby=described_by
                aria-invalid=tie.invalid()
            />
        </FieldFrame>
    }
}
