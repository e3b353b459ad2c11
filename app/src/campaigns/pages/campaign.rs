use crate::app::Startup;
use crate::campaigns::parts::{CampaignHead, FactsChart, Reasons};
use crate::campaigns::{CampaignPage, CampaignsPort, ReasonsMode, Slug};
use crate::error::AppError;
use crate::form::FormState;
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::paths;
use crate::signatures::{Sign, SignError, SignForm};
use crate::site::Site;
use crate::ui::{PageHead, Share, Tally, Tongue, answered};
use crate::visitor::port;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// A campaign with its sign form.
#[component]
pub fn Campaign() -> impl IntoView {
    let lang = use_lang();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let mut state = use_context::<FormState<SignForm, SignError>>().unwrap_or_default();
    if state.input.source.is_empty() {
        state.input.source = use_query_map().with_untracked(|query| query.get("source").unwrap_or_default());
    }
    let campaign = async move { port::<CampaignsPort>()?.find(lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(campaign, None, move |campaign| view! { <Page campaign=campaign state=state/> }.into_any())
}

#[component]
fn Page(campaign: CampaignPage, state: FormState<SignForm, SignError>) -> impl IntoView {
    let lang = use_lang();
    let tongue = Tongue::of(&campaign.text_lang, lang);
    let head = view! { <CampaignHead campaign=&campaign tongue=tongue.clone()/> };
    let sign_bar = campaign.open.then(|| {
        view! { <a class="sign-bar" href="#sign"><span class="button">{tr(lang, CampaignMsg::SignLink)}</span></a> }
    });
    let sign = if campaign.open {
        let (slug, consent, text_lang) = (campaign.slug.clone(), campaign.consent.clone(), campaign.text_lang.clone());
        let guess = use_context::<Site>().and_then(|site| site.country);
        view! {
            <Sign lang=lang slug=slug options=campaign.form consent=consent text_lang=text_lang guess=guess state=state/>
        }
        .into_any()
    } else {
        view! { <Closed/> }.into_any()
    };
    let reasons = (campaign.form.reasons != ReasonsMode::Off)
        .then(|| view! { <Reasons reasons=campaign.reasons.clone() open=campaign.open/> });
    view! {
        <PageHead
            title=campaign.title.clone()
            description=campaign.summary.clone()
            path=paths::campaign(lang, &campaign.slug)
            without_language=paths::shared_campaign(&campaign.slug)
        />
        <Startup/>
        <main id="main" class="page page-campaign" tabindex="-1">
            <article class="campaign">
                {head}
                <Tally count=campaign.count goal=campaign.goal closes=campaign.closes.clone() open=campaign.open/>
                {text(&campaign, &tongue)}
                {sign_bar}
                <div class="sign-side">{sign}</div>
                <div class="campaign-more">
                    {reasons}
                    <Share slug=campaign.slug.clone() title=campaign.title.clone() url=campaign.share_url.clone()/>
                </div>
            </article>
        </main>
    }
}

/// Summary, demands, figures and story.
fn text(campaign: &CampaignPage, tongue: &Tongue) -> AnyView {
    let lang = use_lang();
    let (text_lang, dir) = (tongue.lang.clone(), tongue.dir);
    let demands = (!campaign.demands.is_empty()).then(|| {
        let items = campaign.demands.iter().cloned().map(|demand| view! { <li>{demand}</li> }).collect_view();
        view! {
            <section aria-labelledby="demands-title">
                <h2 id="demands-title" class="section">{tr(lang, CampaignMsg::Demands)}</h2>
                <ol class="demands" role="list" lang=text_lang.clone() dir=dir>{items}</ol>
            </section>
        }
    });
    let facts = campaign.facts.clone().map(|facts| {
        view! {
            <section aria-labelledby="facts-title">
                <h2 id="facts-title" class="section">{tr(lang, CampaignMsg::Facts)}</h2>
                <FactsChart facts=facts tongue=tongue.clone()/>
            </section>
        }
    });
    let story = (!campaign.story_html.is_empty()).then(|| {
        view! {
            <section aria-labelledby="story-title">
                <h2 id="story-title" class="section">{tr(lang, CampaignMsg::Story)}</h2>
                <div class="prose" lang=text_lang.clone() dir=dir inner_html=campaign.story_html.clone()></div>
            </section>
        }
    });
    view! {
        <div class="campaign-text">
            <p class="abstract" lang=text_lang.clone() dir=dir>{campaign.summary.clone()}</p>
            {demands}
            {facts}
            {story}
        </div>
    }
    .into_any()
}

/// Stands where the form would be.
#[component]
fn Closed() -> impl IntoView {
    let lang = use_lang();
    view! {
        <section class="sign card" id="sign" aria-labelledby="sign-title" tabindex="-1">
            <h2 id="sign-title" class="section">{tr(lang, CampaignMsg::ClosedTitle)}</h2>
            <p>{tr(lang, CampaignMsg::ClosedText)}</p>
            <p><a href=paths::home(lang)>{tr(lang, crate::i18n::SiteMsg::AllCampaigns)}</a></p>
        </section>
    }
}
