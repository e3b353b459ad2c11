use super::use_address;
use crate::error::AppError;
use crate::form::FormState;
use crate::i18n::{FlowMsg, Lang, Message, UpdateMsg, tr, use_lang};
use crate::paths;
use crate::signatures::{Decision, ManageForm, Mine, SignError, SignatureState, SignaturesPort};
use crate::ui::{BackLink, Done, ErrorSummary, Heading, InnerPage, Tongue, answered};
use crate::visitor::port;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// "My signature", from the mail's link: how it stands, and what can be taken back.
#[component]
pub fn Signature() -> impl IntoView {
    let lang = use_lang();
    let (slug, token) = use_address();
    let campaign = slug.clone();
    let saved = use_query_map().with_untracked(|query| query.get("saved").as_deref().and_then(Decision::parse));
    let mine = async move { port::<SignaturesPort>()?.mine(lang, &slug.ok_or(AppError::NotFound)?, &token).await };
    answered(mine, campaign, move |mine| view! { <Page mine=mine saved=saved/> }.into_any())
}

#[component]
fn Page(mine: Mine, saved: Option<Decision>) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, FlowMsg::Mine);
    let FormState { errors, failure, .. } = use_context::<FormState<ManageForm, SignError>>().unwrap_or_default();
    let tongue = Tongue::of(&mine.text_lang, lang);
    let facts = facts(lang, &mine);
    let has_words = mine.public_name.is_some() || mine.reason.is_some();
    // An address can be kept and opened later: only what still holds is said.
    let said = match saved {
        Some(Decision::Hide) if !has_words => Some(tr(lang, FlowMsg::Hidden)),
        Some(Decision::StopUpdates) if !mine.updates && mine.state != SignatureState::Withdrawn => {
            Some(tr(lang, UpdateMsg::Unsubscribed))
        }
        Some(Decision::Withdraw) if mine.state == SignatureState::Withdrawn => Some(tr(lang, FlowMsg::Withdrawn)),
        _ => None,
    };
    let said = said.map(|text| view! { <Done text=text/> });
    // What a rule has taken off the count is still stored.
    let withdraw = (mine.state != SignatureState::Withdrawn).then(|| view! { <Withdraw/> });
    let stop = mine.updates.then(|| view! { <StopUpdates/> });
    let words = has_words.then(|| view! { <Words name=mine.public_name reason=mine.reason/> });
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::campaign(lang, &mine.slug) text=mine.title tongue=tongue/>
            <Heading text=title/>
            {said}
            <ErrorSummary errors=errors failure=failure/>
            {facts}
            {words}
            {stop}
            {withdraw}
        </InnerPage>
    }
}

/// How the signature stands.
fn facts(lang: Lang, mine: &Mine) -> impl IntoView + use<> {
    let state = match mine.state {
        SignatureState::Confirmed => FlowMsg::StateConfirmed,
        SignatureState::Withdrawn => FlowMsg::StateWithdrawn,
        SignatureState::Invalidated => FlowMsg::StateInvalidated,
    };
    let what = match (&mine.public_name, &mine.reason) {
        (_, None) => tr(lang, FlowMsg::ShownNothing),
        (Some(_), Some(_)) => tr(lang, FlowMsg::ShownBoth),
        (None, Some(_)) => tr(lang, FlowMsg::ShownReason),
    };
    let shown =
        if mine.in_review && mine.reason.is_some() { tr(lang, FlowMsg::InReview { what: &what }) } else { what };
    let updates = if mine.updates { FlowMsg::UpdatesOn } else { FlowMsg::UpdatesOff };
    let rows = [(FlowMsg::State, tr(lang, state)), (FlowMsg::Shown, shown), (FlowMsg::Updates, tr(lang, updates))]
        .map(|(term, text)| view! { <div><dt>{tr(lang, term)}</dt><dd>{text}</dd></div> })
        .into_iter()
        .collect_view();
    view! { <dl class="facts-list">{rows}</dl> }
}

/// The words that everyone can see, and the button that hides them.
#[component]
fn Words(name: Option<String>, reason: Option<String>) -> impl IntoView {
    let lang = use_lang();
    let reason = reason.map(|reason| view! { <blockquote><p>{reason}</p></blockquote> });
    let by = name.map(|name| view! { <p class="by">{name}</p> });
    view! {
        <section aria-labelledby="words-title">
            <h2 id="words-title" class="section">{tr(lang, FlowMsg::PublicTitle)}</h2>
            <ul class="reasons" role="list">
                <li>{reason}{by}</li>
            </ul>
            <DecisionForm decision=Decision::Hide text=FlowMsg::HideText button=FlowMsg::HideButton class="button-quiet"/>
        </section>
    }
}

/// Having no more updates mailed.
#[component]
fn StopUpdates() -> impl IntoView {
    let lang = use_lang();
    view! {
        <section aria-labelledby="stop-title">
            <h2 id="stop-title" class="section">{tr(lang, UpdateMsg::StopTitle)}</h2>
            <DecisionForm
                decision=Decision::StopUpdates
                text=UpdateMsg::StopText
                button=UpdateMsg::Unsubscribe
                class="button-quiet"
            />
        </section>
    }
}

/// Withdrawing, in two steps.
#[component]
fn Withdraw() -> impl IntoView {
    let lang = use_lang();
    view! {
        <section class="danger" aria-labelledby="withdraw-title">
            <h2 id="withdraw-title" class="section">{tr(lang, FlowMsg::WithdrawTitle)}</h2>
            <p>{tr(lang, FlowMsg::WithdrawText)}</p>
            <details class="more">
                <summary>{tr(lang, FlowMsg::WithdrawOpen)}</summary>
                <DecisionForm
                    decision=Decision::Withdraw
                    text=FlowMsg::WithdrawFinal
                    button=FlowMsg::WithdrawButton
                    class="button-danger"
                />
            </details>
        </section>
    }
}

#[component]
fn DecisionForm<M: Message + Copy + Send + 'static>(
    decision: Decision,
    text: M,
    button: M,
    class: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <form class="form" method="post" novalidate=true>
            <p>{tr(lang, text)}</p>
            <input r#type="hidden" name="decision" value=decision.code()/>
            <button type="submit" class=class>{tr(lang, button)}</button>
        </form>
    }
}
