use super::{asked, asked_page};
use crate::campaigns::Empty;
use crate::i18n::{Lang, ReviewMsg, tr, use_lang};
use crate::moderation::parts::Pages;
use crate::moderation::{CampaignFilter, CampaignRow, CampaignRows, ModerationPort};
use crate::paths;
use crate::ui::{BackLink, Heading, HouseNav, HouseRoom, InnerPage, Select, Tongue, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Campaigns that are public or hidden.
#[component]
pub fn CampaignsPage() -> impl IntoView {
    let filter = CampaignFilter { query: asked("q"), hidden: asked("state") == "hidden", page: asked_page() };
    let wanted = filter.clone();
    let campaigns = async move { port::<ModerationPort>()?.campaigns(&visitor()?, &wanted).await };
    answered(campaigns, None, move |list| view! { <Page list=list filter=filter/> }.into_any())
}

#[component]
fn Page(list: CampaignRows, filter: CampaignFilter) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, ReviewMsg::Campaigns);
    let state = if filter.hidden { "hidden" } else { "" };
    let content = if list.rows.is_empty() {
        view! { <Empty text=tr(lang, ReviewMsg::NoCampaigns)/> }.into_any()
    } else {
        table(lang, list.rows)
    };
    let options = vec![
        ("", tr(lang, ReviewMsg::AllOfThem).into_owned()),
        ("hidden", tr(lang, ReviewMsg::HiddenOnes).into_owned()),
    ];
    let query = filter.query.clone();
    let page_of = move |page: u32| {
        paths::review_campaigns_filtered(lang, &[("q", &query), ("state", state), ("page", &page.to_string())])
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review(lang) text=tr(lang, ReviewMsg::Queue)/>
            <Heading text=title/>
            <form class="filter" method="get" action=paths::review_campaigns(lang) role="search">
                <div class="field">
                    <label for="q">{tr(lang, ReviewMsg::SearchWords)}</label>
                    <input r#type="search" id="q" name="q" value=filter.query/>
                </div>
                <Select name="state" label=tr(lang, ReviewMsg::Which) options=options chosen=state/>
                <button type="submit" class="button-quiet">{tr(lang, ReviewMsg::Apply)}</button>
            </form>
            {content}
            <Pages label=tr(lang, ReviewMsg::CampaignPages) page=filter.page more=list.more path=page_of/>
        </InnerPage>
    }
}

fn table(lang: Lang, rows: Vec<CampaignRow>) -> AnyView {
    let (campaign, state) = (tr(lang, ReviewMsg::ColumnCampaign), tr(lang, ReviewMsg::ColumnState));
    let rows = rows.into_iter().map(|row| {
        let tongue = Tongue::of(&row.text_lang, lang);
        let (band, said) =
            if row.hidden { ("overdue", ReviewMsg::StateHidden) } else { ("new", ReviewMsg::StatePublic) };
        view! {
            <tr>
                <th scope="row">
                    <a href=paths::review_campaign(lang, row.slug.as_str()) lang=tongue.lang dir=tongue.dir>{row.title}</a>
                </th>
                <td data-label=state.clone()><span class="band" data-band=band>{tr(lang, said)}</span></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="table table-stack">
            <thead>
                <tr>
                    <th scope="col">{campaign}</th>
                    <th scope="col">{state.clone()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
