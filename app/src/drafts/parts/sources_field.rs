use super::{TextBox, Tie};
use crate::drafts::{DraftError, DraftField};
use leptos::prelude::*;

/// The campaign's own codes of how signers come, one a line.
#[component]
pub fn SourcesField(
    /// As typed.
    value: String,
    /// What is wrong with it.
    errors: Vec<DraftError>,
) -> impl IntoView {
    view! { <TextBox tie=Tie::of(DraftField::Sources, &errors) value=value rows=3/> }
}
