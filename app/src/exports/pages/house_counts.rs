use crate::accounts::Role;
use crate::answer::set_status;
use crate::exports::parts::{CountsForm, CountsPreview, ProvidersSection};
use crate::exports::{CountsPage, CountsQuery, ExportsPort};
use crate::i18n::{CountsMsg, tr, use_lang};
use crate::ui::{Heading, HouseNav, HouseRoom, InnerPage, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Counts of all campaigns, for admins: what is to be counted, its first rows, and the files.
#[component]
pub fn HouseCounts() -> impl IntoView {
    let query = use_query_map().with_untracked(|map| {
        let names = ["campaign", "from", "to", "by", "column", "exact"];
        let values = names.map(|name| (name, map.get_all(name).unwrap_or_default()));
        let pairs = values.iter().flat_map(|(name, values)| values.iter().map(|value| (*name, value.as_str())));
        CountsQuery::read(pairs)
    });
    let asked = query.clone();
    let page = async move { port::<ExportsPort>()?.counts(&visitor()?, &asked).await };
    answered(page, None, move |page| view! { <Page page=page query=query/> }.into_any())
}

#[component]
fn Page(page: CountsPage, query: CountsQuery) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, CountsMsg::Title);
    let CountsPage { campaigns, errors, preview, providers } = page;
    if !errors.is_empty() {
        set_status(422);
    }
    let preview = preview.map(|preview| view! { <CountsPreview preview=preview query=query.clone()/> });
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Counts/>
            <Heading text=title/>
            <p class="abstract">{tr(lang, CountsMsg::Lead)}</p>
            <CountsForm query=query campaigns=campaigns errors=errors/>
            {preview}
            <ProvidersSection providers=providers/>
        </InnerPage>
    }
}
