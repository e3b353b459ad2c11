use super::Complaint;
use crate::i18n::{DraftMsg, tr, use_lang};
use crate::paths;
use leptos::prelude::*;

/// Deleting a draft, once the box is ticked.
#[component]
pub fn Delete(
    /// The draft's id.
    id: String,
    /// Whether it was asked for without the tick.
    not_sure: bool,
) -> impl IntoView {
    let lang = use_lang();
    let error = not_sure.then(|| view! { <Complaint name="sure" text=tr(lang, DraftMsg::NotSure)/> });
    let described_by = if not_sure { "sure-help sure-error" } else { "sure-help" };
    view! {
        <section class="danger" aria-labelledby="delete">
            <h2 id="delete" class="section">{tr(lang, DraftMsg::Delete)}</h2>
            <p>{tr(lang, DraftMsg::DeleteText)}</p>
            <form class="form" method="post" action=paths::draft(lang, &id) novalidate=true>
                <input r#type="hidden" name="action" value="delete"/>
                {error}
                <div class="check">
                    <input
                        r#type="checkbox"
                        id="sure"
                        name="sure"
                        value="on"
                        aria-describedby=described_by
                        aria-invalid=not_sure.then_some("true")
                    />
                    <label for="sure">{tr(lang, DraftMsg::Sure)}</label>
                    <p class="help" id="sure-help">{tr(lang, DraftMsg::SureHelp)}</p>
                </div>
                <button type="submit" class="button-danger">{tr(lang, DraftMsg::Delete)}</button>
            </form>
        </section>
    }
}
