use super::use_id;
use crate::answer::MovedTo;
use crate::campaigns::{CampaignArticle, CampaignPage, Reasons, ReasonsMode, Target};
use crate::drafts::{DraftField, DraftsPort};
use crate::i18n::{AccountMsg, DraftMsg, Lang, SignMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, PageTitle, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_meta::Meta;

/// A draft as its public page would show it.
#[component]
pub fn Preview() -> impl IntoView {
    let lang = use_lang();
    let id = use_id();
    let back = paths::draft(lang, &id);
    let campaign = async move { port::<DraftsPort>()?.preview(&visitor()?, lang, &id).await };
    answered(campaign, None, move |campaign| match campaign {
        Some(campaign) => view! { <Page campaign=filled(lang, campaign) back=back/> }.into_any(),
        None => view! { <MovedTo path=paths::sign_in(lang) text=tr(lang, AccountMsg::SignIn)/> }.into_any(),
    })
}

#[component]
fn Page(campaign: CampaignPage, back: String) -> impl IntoView {
    let lang = use_lang();
    let sign = view! {
        <section class="sign card" id="sign" aria-labelledby="sign-title" tabindex="-1">
            <h2 id="sign-title" class="section">{tr(lang, SignMsg::Title)}</h2>
            <p>{tr(lang, DraftMsg::SignPlace)}</p>
        </section>
    };
    let reasons = (campaign.form.reasons != ReasonsMode::Off)
        .then(|| view! { <Reasons reasons=campaign.reasons.clone() open=campaign.open/> });
    view! {
        <PageTitle text=campaign.title.clone()/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page page-campaign" tabindex="-1">
            <BackLink href=back text=tr(lang, DraftMsg::BackToDraft)/>
            <p class="notice">{tr(lang, DraftMsg::PreviewBanner)}</p>
            <CampaignArticle campaign=&campaign sign=sign.into_any() more=reasons.into_any()/>
        </main>
    }
}

/// The campaign, with what is missing said where it would stand.
pub(crate) fn filled(lang: Lang, mut campaign: CampaignPage) -> CampaignPage {
    let missing = |field| tr(lang, DraftMsg::NotWritten(field)).into_owned();
    let texts = [
        (&mut campaign.title, DraftField::Title),
        (&mut campaign.started_by, DraftField::StartedBy),
        (&mut campaign.summary, DraftField::Summary),
    ];
    for (text, field) in texts {
        if text.trim().is_empty() {
            *text = missing(field);
        }
    }
    if campaign.story_html.trim().is_empty() {
        campaign.story_html = format!("<p>{}</p>", missing(DraftField::Story));
    }
    if campaign.demands.is_empty() {
        campaign.demands.push(missing(DraftField::Demands));
    }
    if campaign.targets.is_empty() {
        campaign.targets.push(Target { name: missing(DraftField::Targets), office: None });
    }
    campaign
}
