use super::{FieldFrame, Tie};
use crate::ui::text_area_content;
use leptos::prelude::*;

/// A field of several lines with everything around it.
#[component]
pub fn TextBox(
    /// The field and its state.
    tie: Tie,
    /// The text in it.
    value: String,
    /// Visible lines.
    rows: u32,
    /// What stands between help and field.
    #[prop(optional)]
    above: Option<AnyView>,
) -> impl IntoView {
    let name = tie.field.name().into_owned();
    view! {
        <FieldFrame tie=tie>
            {above}
            <textarea
                id=name.clone()
                name=name
                rows=rows.to_string()
                aria-describedby=tie.described_by()
                aria-invalid=tie.invalid()
                inner_html=text_area_content(&value)
            ></textarea>
        </FieldFrame>
    }
}
