use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::paths;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// Search among the campaigns. Without script it is an ordinary GET.
#[component]
pub fn SearchForm() -> impl IntoView {
    let lang = use_lang();
    let query = use_query_map();
    let words = Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default()));
    let field = NodeRef::<html::Input>::new();
    // What is typed stays; only a change of the address (back, "show all") changes the field.
    Effect::new(move |before: Option<()>| {
        let words = words.get();
        if let (Some(()), Some(field)) = (before, field.get_untracked()) {
            field.set_value(&words);
        }
    });
    let navigate = use_navigate();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        navigate(&paths::search(lang, typed.trim(), 1), NavigateOptions::default());
    };
    view! {
        <form class="search" role="search" method="get" action=paths::home(lang) on:submit=submit>
            <label for="q">{tr(lang, CampaignMsg::SearchLabel)}</label>
            <div class="search-row">
                <input
                    node_ref=field
                    r#type="search"
                    id="q"
                    name="q"
                    value=words.get_untracked()
                    autocomplete="off"
                    enterkeyhint="search"
                />
                <button r#type="submit" class="button-quiet">{tr(lang, CampaignMsg::SearchButton)}</button>
            </div>
        </form>
    }
}
