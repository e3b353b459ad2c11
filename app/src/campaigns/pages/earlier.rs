use crate::campaigns::parts::CampaignArticle;
use crate::campaigns::{CampaignsPort, EarlierText, Slug};
use crate::error::AppError;
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, PageTitle, answered};
use crate::visitor::port;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A campaign with texts that others have replaced: what whoever signed at that time has signed.
#[component]
pub fn EarlierTextPage() -> impl IntoView {
    let lang = use_lang();
    let (slug, number) = use_params_map().with_untracked(|params| {
        let slug = params.get("slug").as_deref().and_then(Slug::parse);
        (slug, params.get("number").and_then(|number| number.parse().ok()))
    });
    let way_back = slug.clone();
    let text = async move {
        let (slug, number) = (slug.ok_or(AppError::NotFound)?, number.ok_or(AppError::NotFound)?);
        port::<CampaignsPort>()?.earlier(lang, &slug, number).await
    };
    answered(text, way_back, |text| view! { <Page text=text/> }.into_any())
}

#[component]
fn Page(text: EarlierText) -> impl IntoView {
    let lang = use_lang();
    let EarlierText { from, until, before, page } = text;
    let now = paths::campaign(lang, &page.slug);
    let before = before.map(|number| {
        let href = paths::earlier_text(lang, &page.slug, number);
        view! { <p><a href=href>{tr(lang, CampaignMsg::EarlierText)}</a></p> }
    });
    let sign = view! {
        <section class="sign card" id="sign" aria-labelledby="sign-title" tabindex="-1">
            <h2 id="sign-title" class="section">{tr(lang, CampaignMsg::EarlierTitle)}</h2>
            <p>{tr(lang, CampaignMsg::EarlierSigned { from: &from, until: &until })}</p>
            <p><a href=now.clone()>{tr(lang, CampaignMsg::PresentText)}</a></p>
            {before}
        </section>
    };
    view! {
        <PageTitle text=format!("{}: {}", tr(lang, CampaignMsg::EarlierTitle), page.title)/>
        <main id="main" class="page page-campaign" tabindex="-1">
            <BackLink href=now text=tr(lang, CampaignMsg::PresentText)/>
            <p class="notice">{tr(lang, CampaignMsg::EarlierTitle)}</p>
            <CampaignArticle campaign=&page sign=sign.into_any() more=().into_any() sign_bar=false/>
        </main>
    }
}
