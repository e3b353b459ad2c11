use super::{FieldFrame, Tie};
use crate::drafts::{DraftError, DraftField, FactPart, FactRow, FactsForm, draft_limits};
use crate::i18n::{DraftMsg, tr, use_lang};
use leptos::prelude::*;

/// The figures, a row each, with a button for more of them.
#[component]
pub fn FactRows(
    /// As they were typed.
    facts: FactsForm,
    /// What is wrong with them.
    errors: Vec<DraftError>,
    /// Empty rows that were asked for.
    more: u32,
) -> impl IntoView {
    let lang = use_lang();
    let helps = FactPart::ALL
        .map(|part| {
            let id = format!("fact_{}-help", part.name());
            view! {
                <li id=id><strong>{tr(lang, DraftMsg::Label(DraftField::Fact(0, part)))}</strong>": "{tr(lang, DraftMsg::FactHelp(part))}</li>
            }
        })
        .into_iter()
        .collect_view();
    let count = facts.shown_rows(more);
    let rows = (1..=count)
        .map(|number| {
            let row = facts.rows.get(usize::from(number) - 1).cloned().unwrap_or_default();
            view! { <Row number=number row=row errors=errors.clone()/> }
        })
        .collect_view();
    let add = (u32::from(count) < draft_limits::FACTS_MAX).then(|| {
        view! {
            <button type="submit" class="button-quiet" name="action" value="add_rows">{tr(lang, DraftMsg::AddRows)}</button>
        }
    });
    view! {
        <ul class="help">{helps}</ul>
        {rows}
        {add}
    }
}

#[component]
fn Row(number: u8, row: FactRow, errors: Vec<DraftError>) -> impl IntoView {
    let fields = FactPart::ALL
        .map(|part| {
            let tie = Tie::of(DraftField::Fact(number, part), &errors);
            let name = tie.field.name().into_owned();
            let value = row.part(part).to_owned();
            view! {
                <FieldFrame tie=tie>
                    <input
                        r#type="text"
                        id=name.clone()
                        name=name
                        value=value
                        autocomplete="off"
                        inputmode=(part == FactPart::Value).then_some("numeric")
                        aria-describedby=tie.described_by()
                        aria-invalid=tie.invalid()
                    />
                </FieldFrame>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <fieldset class="fact-row">
            <legend>{tr(use_lang(), DraftMsg::FactRow(number))}</legend>
            {fields}
        </fieldset>
    }
}
