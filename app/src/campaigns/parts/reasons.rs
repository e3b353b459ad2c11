use super::Empty;
use crate::campaigns::ShownReason;
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::ui::Tongue;
use leptos::prelude::*;

/// Why others signed.
#[component]
pub fn Reasons(
    /// What may be shown.
    reasons: Vec<ShownReason>,
    /// Whether the campaign still takes some.
    open: bool,
) -> impl IntoView {
    let lang = use_lang();
    if reasons.is_empty() && !open {
        return ().into_any();
    }
    let list = if reasons.is_empty() {
        view! { <Empty text=tr(lang, CampaignMsg::NoReasons)/> }.into_any()
    } else {
        let items = reasons
            .into_iter()
            .map(|shown| {
                let tongue = Tongue::of(&shown.lang, lang);
                let by = shown.name.map(|name| view! { <p class="by">{name}</p> });
                view! {
                    <li>
                        <blockquote lang=tongue.lang dir=tongue.dir>
                            <p>{shown.reason}</p>
                        </blockquote>
                        {by}
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="reasons" role="list">{items}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="reasons-title">
            <h2 id="reasons-title" class="section">{tr(lang, CampaignMsg::Reasons)}</h2>
            {list}
        </section>
    }
    .into_any()
}
