use crate::answer;
use crate::app::Startup;
use crate::campaigns::parts::{CampaignArticle, Reasons, Removed, ReplySection, SearchForm, ShownUpdates};
use crate::campaigns::{CampaignPage, CampaignsPort, ReasonsMode, Slug};
use crate::error::{AppError, PageError};
use crate::form::FormState;
use crate::i18n::{CampaignMsg, ErrorMsg, ReportMsg, ReviewMsg, SignMsg, SiteMsg, Text, tr, use_lang};
use crate::paths;
use crate::settings::Switch;
use crate::settings::parts::{SwitchedOff, said_of};
use crate::signatures::{Sign, SignError, SignForm};
use crate::site::Site;
use crate::ui::{BackLink, Heading, InnerPage, PageHead, Share, answered};
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
    let campaign = async move {
        let (campaigns, slug) = (port::<CampaignsPort>()?, slug.ok_or(AppError::NotFound)?);
        match campaigns.find(lang, &slug).await {
            Ok(campaign) => Ok(Found::Public(Box::new(campaign))),
            Err(AppError::Gone) => campaigns.why_hidden(lang, &slug).await.map(Found::Hidden),
            Err(error) => Err(error),
        }
    };
    answered(campaign, None, move |found| match found {
        Found::Public(campaign) => view! { <Page campaign=*campaign state=state/> }.into_any(),
        Found::Hidden(grounds) => view! { <Hidden grounds=grounds/> }.into_any(),
    })
}

/// What is at the address.
enum Found {
    /// A public campaign.
    Public(Box<CampaignPage>),
    /// One that was hidden, and why.
    Hidden(Vec<String>),
}

/// Says that a campaign was taken down, and why.
#[component]
fn Hidden(grounds: Vec<String>) -> impl IntoView {
    let lang = use_lang();
    let gone = PageError::from(AppError::Gone);
    answer::set_status(gone.status());
    let title = tr(lang, ErrorMsg::Title(gone.clone()));
    let why = (!grounds.is_empty()).then(|| {
        let items = grounds.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
        view! {
            <div class="notice">
                <p>{tr(lang, ReviewMsg::WhyHidden)}</p>
                <ul>{items}</ul>
            </div>
        }
    });
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::home(lang) text=tr(lang, SiteMsg::AllCampaigns)/>
            <Heading text=title/>
            <p class="abstract">{tr(lang, ErrorMsg::Text(gone))}</p>
            {why}
            <SearchForm/>
        </InnerPage>
    }
}

#[component]
fn Page(campaign: CampaignPage, state: FormState<SignForm, SignError>) -> impl IntoView {
    let lang = use_lang();
    let off = said_of(Switch::Signing);
    // A form that came back keeps what was typed.
    let came_back = state.failure.is_some() || !state.errors.is_empty();
    let sign = if let Some(text) = off.clone().filter(|_| campaign.open && !came_back) {
        view! { <SigningOff text=text/> }.into_any()
    } else if campaign.open {
        let (slug, consent, text_lang) = (campaign.slug.clone(), campaign.consent.clone(), campaign.text_lang.clone());
        let guess = use_context::<Site>().and_then(|site| site.country);
        let off = off.map(|text| view! { <SwitchedOff text=text/> });
        view! {
            {off}
            <Sign lang=lang slug=slug options=campaign.form consent=consent text_lang=text_lang guess=guess state=state/>
        }
        .into_any()
    } else {
        view! { <Closed/> }.into_any()
    };
    let sign_bar = said_of(Switch::Signing).is_none() || came_back;
    let reasons = (campaign.form.reasons != ReasonsMode::Off)
        .then(|| view! { <Reasons reasons=campaign.reasons.clone() open=campaign.open/> });
    let share = view! {
        <Share slug=campaign.slug.clone() title=campaign.title.clone() url=campaign.share_url.clone()/>
    };
    let reply = view! { <ReplySection reply=campaign.reply.clone()/> };
    let report = paths::report(lang, campaign.slug.as_str());
    let report = view! { <p class="meta report"><a href=report>{tr(lang, ReportMsg::Report)}</a></p> };
    let updates = view! {
        <ShownUpdates slug=campaign.slug.clone() updates=campaign.updates.clone() more=campaign.more_updates/>
    };
    let removed = view! { <Removed removals=campaign.removals.clone()/> };
    let more = view! { {reply}{updates}{reasons}{removed}{share}{report} }.into_any();
    view! {
        <PageHead
            title=campaign.title.clone()
            description=campaign.summary.clone()
            path=paths::campaign(lang, &campaign.slug)
            without_language=paths::shared_campaign(&campaign.slug)
            picture=campaign.picture.clone()
        />
        <Startup/>
        <main id="main" class="page page-campaign" tabindex="-1">
            <CampaignArticle campaign=&campaign sign=sign more=more sign_bar=sign_bar/>
        </main>
    }
}

/// Stands where the form would be, while nothing can be signed.
#[component]
fn SigningOff(text: Text) -> impl IntoView {
    let lang = use_lang();
    view! {
        <section class="sign card" id="sign" aria-labelledby="sign-title" tabindex="-1">
            <h2 id="sign-title" class="section">{tr(lang, SignMsg::Title)}</h2>
            <SwitchedOff text=text/>
        </section>
    }
}

/// Stands where the form would be.
#[component]
fn Closed() -> impl IntoView {
    let lang = use_lang();
    view! {
        <section class="sign card" id="sign" aria-labelledby="sign-title" tabindex="-1">
            <h2 id="sign-title" class="section">{tr(lang, CampaignMsg::ClosedTitle)}</h2>
            <p>{tr(lang, CampaignMsg::ClosedText)}</p>
            <p><a href=paths::home(lang)>{tr(lang, SiteMsg::AllCampaigns)}</a></p>
        </section>
    }
}
