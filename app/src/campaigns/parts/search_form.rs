use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::paths;
use crate::settings::Switch;
use crate::settings::parts::{SwitchedOff, said_of};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Search among the campaigns: an ordinary GET.
#[component]
pub fn SearchForm() -> impl IntoView {
    let lang = use_lang();
    if let Some(text) = said_of(Switch::Search) {
        return view! { <SwitchedOff text=text/> }.into_any();
    }
    let words = use_query_map().with_untracked(|query| query.get("q").unwrap_or_default());
    view! {
        <form class="search" role="search" method="get" action=paths::home(lang)>
            <label for="q">{tr(lang, CampaignMsg::SearchLabel)}</label>
            <div class="search-row">
                <input r#type="search" id="q" name="q" value=words autocomplete="off" enterkeyhint="search"/>
                <button r#type="submit" class="button-quiet">{tr(lang, CampaignMsg::SearchButton)}</button>
            </div>
        </form>
    }
    .into_any()
}
