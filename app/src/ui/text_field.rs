use super::{Control, FieldFrame};
use leptos::prelude::*;

/// A text field of one line with everything around it.
#[component]
pub fn TextField(
    /// The field and its state.
    control: Control,
    /// The text in it.
    value: String,
    /// The help text.
    #[prop(optional, into)]
    help: String,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// `type` in HTML.
    #[prop(default = "text")]
    kind: &'static str,
    /// `class` in HTML.
    #[prop(optional)]
    class: Option<&'static str>,
    /// `autocomplete` in HTML.
    autocomplete: &'static str,
    /// `inputmode` in HTML.
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// `autocapitalize` in HTML.
    #[prop(optional)]
    autocapitalize: Option<&'static str>,
    /// Whether the browser may mark misspelled words; names are not words.
    #[prop(optional)]
    spellcheck: Option<&'static str>,
    /// What stands below the field.
    #[prop(optional)]
    below: Option<AnyView>,
) -> impl IntoView {
    let name = control.field.name();
    view! {
        <FieldFrame control=control help=help optional=optional>
            <input
                r#type=kind
                class=class
                id=name
                name=name
                value=value
                autocomplete=autocomplete
                inputmode=inputmode
                autocapitalize=autocapitalize
                spellcheck=spellcheck
                required=!optional
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
            />
            {below}
        </FieldFrame>
    }
}
