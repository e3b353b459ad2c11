use crate::campaigns::{CampaignArticle, Slug};
use crate::error::AppError;
use crate::i18n::{Lang, ReadingMsg, ReviewMsg, tr, use_lang};
use crate::moderation::parts::GroundBoxes;
use crate::moderation::{CaseField, HideState, ModerationPort, PublicCase, TextProblem};
use crate::paths;
use crate::ui::{BackLink, Done, HouseNav, HouseRoom, PageTitle, Refusal, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_meta::Meta;
use leptos_router::hooks::use_params_map;

/// A campaign that is public or hidden, beside the form that hides it or shows it again.
#[component]
pub fn CampaignCasePage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let case =
        async move { port::<ModerationPort>()?.campaign(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(case, None, move |case| view! { <Page case=case saved=saved/> }.into_any())
}

#[component]
fn Page(case: PublicCase, saved: String) -> impl IntoView {
    let lang = use_lang();
    let state = use_context::<HideState>().unwrap_or_default();
    // An address can be kept and opened later: only what still holds is said.
    let said = match (saved.as_str(), case.hidden.is_some()) {
        ("refuse", true) if case.refused => Some(ReviewMsg::DidRefuse),
        ("approve", false) if case.unread.is_none() => Some(ReviewMsg::DidApprove),
        ("hide", true) if !case.refused => Some(ReviewMsg::DidHide),
        ("show", false) => Some(ReviewMsg::DidShow),
        _ => None,
    };
    let said = said.map(|text| view! { <Done text=tr(lang, text)/> });
    let missing = state.missing.then(|| tr(lang, ReviewMsg::Problem(CaseField::Grounds, TextProblem::Missing)));
    let errors = missing.into_iter().map(|text| (format!("#{}", CaseField::Grounds.name()), text)).collect();
    let own = state.own.then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true><p>{tr(lang, ReviewMsg::OwnTeam)}</p></div>
        }
    });
    let slug = case.page.slug.clone();
    let form = form(lang, &case, &state);
    let reasons = paths::review_reasons_filtered(lang, &[("state", "shown"), ("campaign", slug.as_str())]);
    let more = view! {
        <p><a href=paths::campaign(lang, &slug)>{tr(lang, ReviewMsg::ToPublicPage)}</a></p>
        <p><a href=reasons>{tr(lang, ReviewMsg::ToItsReasons)}</a></p>
        <p><a href=paths::reading(lang, slug.as_str())>{tr(lang, ReadingMsg::Title)}</a></p>
    };
    view! {
        <PageTitle text=case.page.title.clone()/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page page-campaign" tabindex="-1">
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review_campaigns(lang) text=tr(lang, ReviewMsg::Campaigns)/>
            {said}
            {own}
            <Refusal errors=errors kept=tr(lang, ReviewMsg::NothingDone) failure=state.failure/>
            <CampaignArticle campaign=&case.page sign=form more=more.into_any() sign_bar=false/>
        </main>
    }
}

/// Stands where the public page is signed.
fn form(lang: Lang, case: &PublicCase, state: &HideState) -> AnyView {
    let path = paths::review_campaign(lang, case.page.slug.as_str());
    let own = case.own.then(|| view! { <p class="notice">{tr(lang, ReviewMsg::OwnTeam)}</p> });
    let (title, content) = match &case.hidden {
        Some(grounds) => {
            let why = if grounds.is_empty() {
                view! { <p>{tr(lang, ReviewMsg::HiddenWithout)}</p> }.into_any()
            } else {
                let items = grounds.iter().cloned().map(|text| view! { <li>{text}</li> }).collect_view();
                view! { <p>{tr(lang, ReviewMsg::HiddenBecause)}</p><ul>{items}</ul> }.into_any()
            };
            let button = (!case.own && !case.refused).then(|| {
                view! {
                    <form class="form" method="post" action=path novalidate=true>
                        <button type="submit" class="button-quiet" name="action" value="show">{tr(lang, ReviewMsg::Show)}</button>
                    </form>
                }
            });
            let title = if case.refused { ReviewMsg::RefusedTitle } else { ReviewMsg::ShowTitle };
            (title, view! { {why}{button} }.into_any())
        }
        None => {
            let problem = state.missing.then(|| tr(lang, ReviewMsg::Problem(CaseField::Grounds, TextProblem::Missing)));
            let unread = case.unread.map(|(band, days)| {
                let approve = (!case.own).then(|| {
                    view! {
                        <form class="form" method="post" action=path.clone() novalidate=true>
                            <button type="submit" class="button" name="action" value="approve">{tr(lang, ReviewMsg::Approve)}</button>
                        </form>
                    }
                });
                view! {
                    <p class="notice">
                        {tr(lang, ReviewMsg::UnreadText)}
                        " "
                        {tr(lang, ReviewMsg::Days(days))}
                        " "
                        <span class="band" data-band=band.code()>{tr(lang, ReviewMsg::Band(band))}</span>
                    </p>
                    {approve}
                }
            });
            let refuse = case.unread.is_some().then(|| {
                view! {
                    <p class="help">{tr(lang, ReviewMsg::RefuseHelp)}</p>
                    <button type="submit" class="button-danger" name="action" value="refuse">{tr(lang, ReviewMsg::Refuse)}</button>
                }
            });
            let form = (!case.own).then(|| {
                view! {
                    <form class="form" method="post" action=path novalidate=true>
                        <GroundBoxes
                            grounds=case.grounds.clone()
                            ticked=state.grounds.clone()
                            help=tr(lang, ReviewMsg::HideHelp)
                            problem=problem
                        />
                        <button type="submit" class="button-danger" name="action" value="hide">{tr(lang, ReviewMsg::Hide)}</button>
                        {refuse}
                    </form>
                }
            });
            let title = if case.unread.is_some() { ReviewMsg::UnreadTitle } else { ReviewMsg::HideTitle };
            (title, view! { {unread}<p>{tr(lang, ReviewMsg::HideText)}</p>{form} }.into_any())
        }
    };
    view! {
        <section class="sign card decision" id="sign" aria-labelledby="decision-title" tabindex="-1">
            <h2 id="decision-title" class="section">{tr(lang, title)}</h2>
            {own}
            {content}
        </section>
    }
    .into_any()
}
