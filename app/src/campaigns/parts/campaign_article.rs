use super::{CampaignHead, CampaignPicture, FactsChart};
use crate::campaigns::CampaignPage;
use crate::i18n::{CampaignMsg, tr, use_lang};
use crate::ui::{Tally, Tongue};
use leptos::prelude::*;

/// What a campaign says, with the place where it is signed beside it.
#[component]
pub fn CampaignArticle<'a>(
    /// The campaign.
    campaign: &'a CampaignPage,
    /// The place where it is signed; its id is `sign`.
    sign: AnyView,
    /// What stands below.
    more: AnyView,
    /// Whether the link to that place keeps to the bottom edge of a narrow screen, while one can sign.
    #[prop(default = true)]
    sign_bar: bool,
) -> impl IntoView + use<> {
    let lang = use_lang();
    let tongue = Tongue::of(&campaign.text_lang, lang);
    let sign_bar = (campaign.open && sign_bar).then(|| {
        view! { <a class="sign-bar" href="#sign"><span class="button">{tr(lang, CampaignMsg::SignLink)}</span></a> }
    });
    view! {
        <article class="campaign">
            <CampaignHead campaign=campaign tongue=tongue.clone()/>
            <Tally count=campaign.count goal=campaign.goal closes=campaign.closes.clone() open=campaign.open/>
            {text(campaign, &tongue)}
            {sign_bar}
            <div class="sign-side">{sign}</div>
            <div class="campaign-more">{more}</div>
        </article>
    }
}

/// Picture, summary, demands, figures and story.
fn text(campaign: &CampaignPage, tongue: &Tongue) -> AnyView {
    let lang = use_lang();
    let (text_lang, dir) = (tongue.lang.clone(), tongue.dir);
    let picture = campaign.picture.clone().map(|picture| view! { <CampaignPicture picture=picture/> });
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
            {picture}
            <p class="abstract" lang=text_lang.clone() dir=dir>{campaign.summary.clone()}</p>
            {demands}
            {facts}
            {story}
        </div>
    }
    .into_any()
}
