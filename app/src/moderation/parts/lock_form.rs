use crate::i18n::{ReviewMsg, tr, use_lang};
use crate::moderation::{CaseAction, Lock};
use leptos::prelude::*;

/// Who is at a campaign, and the button that takes it, takes it over or leaves it.
#[component]
pub fn LockForm(
    /// Who is at it.
    lock: Lock,
    /// The page's own path.
    path: String,
) -> impl IntoView {
    let lang = use_lang();
    let (text, action, button) = match &lock {
        Lock::Free => (ReviewMsg::LockFree, CaseAction::Take, ReviewMsg::Do(CaseAction::Take)),
        Lock::Mine(until) => (ReviewMsg::LockMine(until), CaseAction::Leave, ReviewMsg::Do(CaseAction::Leave)),
        Lock::Other { by, until } => (ReviewMsg::LockOther { by, until }, CaseAction::Take, ReviewMsg::TakeOver),
    };
    view! {
        <section class="lock" aria-labelledby="lock-title">
            <h2 id="lock-title" class="section">{tr(lang, ReviewMsg::LockTitle)}</h2>
            <p id="lock-text">{tr(lang, text)}</p>
            <form method="post" action=path novalidate=true>
                <input r#type="hidden" name="action" value=action.code()/>
                <button type="submit" class="button-quiet" aria-describedby="lock-text">{tr(lang, button)}</button>
            </form>
        </section>
    }
}
