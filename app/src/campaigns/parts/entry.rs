use super::target_line;
use crate::campaigns::CampaignSummary;
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::paths;
use crate::ui::{Tally, Tongue};
use leptos::prelude::*;

/// A campaign in the list.
#[component]
pub fn Entry(campaign: CampaignSummary) -> impl IntoView {
    let lang = use_lang();
    let tongue = Tongue::of(&campaign.text_lang, lang);
    let who = target_line(lang, &campaign.targets);
    let to = (!who.is_empty()).then(|| {
        let tongue = tongue.clone();
        view! {
            <p class="to">
                <span class="to-label">{tr(lang, CampaignMsg::ToLabel)}</span>
                " "
                <span lang=tongue.lang dir=tongue.dir>{who}</span>
            </p>
        }
    });
    view! {
        <li>
            <article class="entry">
                <h3 class="entry-title" lang=tongue.lang.clone() dir=tongue.dir>
                    <a href=paths::campaign(lang, &campaign.slug)>{campaign.title}</a>
                </h3>
                {to}
                <p class="entry-summary" lang=tongue.lang dir=tongue.dir>{campaign.summary}</p>
                <Tally count=campaign.count goal=campaign.goal closes=campaign.closes open=campaign.open/>
            </article>
        </li>
    }
}
