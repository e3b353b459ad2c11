use super::LongText;
use crate::i18n::{ReviewMsg, Text, tr, use_lang};
use crate::moderation::{CaseAction, CaseField, Note};
use leptos::prelude::*;

/// What moderators say to each other, and the form for one more.
#[component]
pub fn Notes(
    /// The notes.
    notes: Vec<Note>,
    /// The page's own path.
    path: String,
    /// What was typed.
    typed: String,
    /// What is wrong with it.
    problem: Option<Text>,
) -> impl IntoView {
    let lang = use_lang();
    let list = if notes.is_empty() {
        view! { <p class="meta">{tr(lang, ReviewMsg::NoNotes)}</p> }.into_any()
    } else {
        let items = notes.into_iter().map(|note| {
            let by = note.by.unwrap_or_else(|| tr(lang, ReviewMsg::ClosedAccount).into_owned());
            view! {
                <li>
                    <blockquote>{note.text}</blockquote>
                    <p class="by">{by}", "{note.at}</p>
                </li>
            }
        });
        view! { <ul class="reasons" role="list">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="notes-title">
            <h2 id="notes-title" class="section">{tr(lang, ReviewMsg::NotesTitle)}</h2>
            {list}
            <form class="form" method="post" action=path novalidate=true>
                <input r#type="hidden" name="action" value=CaseAction::Note.code()/>
                <LongText
                    name=CaseField::Note.name()
                    label=tr(lang, ReviewMsg::Label(CaseField::Note))
                    help=tr(lang, ReviewMsg::Help(CaseField::Note))
                    problem=problem
                    value=typed
                />
                <button type="submit" class="button-quiet">{tr(lang, ReviewMsg::Do(CaseAction::Note))}</button>
            </form>
        </section>
    }
}
