use crate::i18n::{CampaignMsg, Lang, Text, number, tr, use_lang};
use leptos::prelude::*;

/// How many have signed, the way to the next goal, and the last day.
#[component]
pub fn Tally(
    /// Confirmed signatures.
    count: i64,
    /// The goal that is next to be reached.
    goal: i64,
    /// The last day, as the server wrote it.
    #[prop(optional_no_strip)]
    closes: Option<String>,
    /// Whether it still takes signatures.
    open: bool,
    /// What follows the number, if not that they have signed.
    #[prop(optional, into)]
    words: Option<Text>,
) -> impl IntoView {
    let lang = use_lang();
    let signed = if count == 0 {
        tr(lang, CampaignMsg::NobodyYet).into_any()
    } else {
        let words = words.unwrap_or_else(|| tr(lang, CampaignMsg::SignedWords(count)));
        view! { <strong>{number(lang, count)}</strong>" "{words} }.into_any()
    };
    view! {
        <div class="tally">
            <p class="tally-count">{signed}</p>
            <progress
                class="bar"
                max=goal.max(1).to_string()
                value=count.clamp(0, goal.max(1)).to_string()
                aria-label=tr(lang, CampaignMsg::BarLabel)
            >
                {tr(lang, CampaignMsg::BarText { count, goal })}
            </progress>
            <p class="tally-goal">{goal_line(lang, goal, closes.as_deref(), open)}</p>
        </div>
    }
}

fn goal_line(lang: Lang, goal: i64, day: Option<&str>, open: bool) -> String {
    let end = match (day, open) {
        (Some(day), true) => tr(lang, CampaignMsg::Closes { day }),
        (Some(day), false) => tr(lang, CampaignMsg::ClosedOn { day }),
        (None, true) => return tr(lang, CampaignMsg::NextGoal(goal)).into_owned(),
        (None, false) => tr(lang, CampaignMsg::Closed),
    };
    format!("{} · {end}", tr(lang, CampaignMsg::NextGoal(goal)))
}
