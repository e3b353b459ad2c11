use leptos::prelude::*;

/// A checkbox with its label.
#[component]
pub fn Choice(
    /// `name` and `id` in HTML.
    name: &'static str,
    /// Whether it is ticked when the page comes.
    checked: bool,
    /// The label.
    #[prop(into)]
    label: String,
    /// Words that the choice is about, shown with the label.
    #[prop(optional_no_strip)]
    quoted: Option<String>,
    /// What ticking it means.
    #[prop(optional, into)]
    help: Option<String>,
) -> impl IntoView {
    let help_id = format!("{name}-help");
    let described_by = help.is_some().then(|| help_id.clone());
    view! {
        <div class="check">
            <input r#type="checkbox" id=name name=name value="on" checked=checked aria-describedby=described_by/>
            <label for=name>{label}{quoted.map(|words| view! { <span class="quoted">{words}</span> })}</label>
            {help.map(|help| view! { <p class="help" id=help_id>{help}</p> })}
        </div>
    }
}
