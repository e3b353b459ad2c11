use crate::accounts::Role;
use crate::i18n::{ReportMsg, ReviewMsg, tr, use_lang};
use crate::moderation::Waiting;
use crate::paths;
use leptos::prelude::*;

/// The ways to the other parts of review, with how much waits in each.
#[component]
pub fn Rooms(
    /// How much waits.
    waiting: Waiting,
    /// What the reader may do: admins edit the catalogue.
    role: Role,
) -> impl IntoView {
    let lang = use_lang();
    let catalogue = (role >= Role::Admin)
        .then(|| view! { <a href=paths::review_catalogue(lang)>{tr(lang, ReviewMsg::Catalogue)}</a> });
    view! {
        <nav class="rooms" aria-label=tr(lang, ReviewMsg::Rooms)>
            <a href=paths::review_reasons(lang)>{tr(lang, ReviewMsg::ReasonsWait(waiting.reasons))}</a>
            <a href=paths::review_reports(lang)>{tr(lang, ReportMsg::Wait(waiting.reports))}</a>
            <a href=paths::replies(lang)>{tr(lang, ReviewMsg::RepliesWait(waiting.replies))}</a>
            <a href=paths::review_updates(lang)>{tr(lang, ReviewMsg::UpdatesWait(waiting.updates))}</a>
            <a href=paths::review_campaigns(lang)>{tr(lang, ReviewMsg::Campaigns)}</a>
            {catalogue}
        </nav>
    }
}
