use super::Complaint;
use crate::i18n::Text;
use leptos::prelude::*;

/// Something that cannot be undone, done once its box is ticked. Within another form's reach (`of`) it is sent with that form's fields, so that
/// what was typed comes back with a refusal.
#[component]
pub fn Danger(
    /// What it is called: heading and button.
    title: Text,
    /// What goes, and what stays.
    text: Text,
    /// Where the form is posted.
    path: String,
    /// The form's `action`.
    action: &'static str,
    /// What is to be ticked.
    label: Text,
    /// What follows.
    help: Text,
    /// What is said where it was asked for without the tick.
    not_sure: Option<Text>,
    /// The `id` of the form that it is sent with; one of its own where there is none.
    #[prop(optional_no_strip)]
    of: Option<&'static str>,
) -> impl IntoView {
    let (described_by, invalid) = match not_sure {
        Some(_) => ("sure-help sure-error", Some("true")),
        None => ("sure-help", None),
    };
    let error = not_sure.map(|text| view! { <Complaint name="sure" text=text/> });
    let controls = view! {
        {error}
        <div class="check">
            <input
                r#type="checkbox"
                id="sure"
                name="sure"
                value="on"
                form=of
                aria-describedby=described_by
                aria-invalid=invalid
            />
            <label for="sure">{label}</label>
            <p class="help" id="sure-help">{help}</p>
        </div>
        <button type="submit" class="button-danger" name="action" value=action form=of>{title.clone()}</button>
    };
    let form = match of {
        Some(_) => view! { <div class="form">{controls}</div> }.into_any(),
        None => view! { <form class="form" method="post" action=path novalidate=true>{controls}</form> }.into_any(),
    };
    view! {
        <section class="danger" aria-labelledby=action>
            <h2 id=action class="section">{title}</h2>
            <p>{text}</p>
            {form}
        </section>
    }
}
