use super::use_address;
use crate::error::AppError;
use crate::form::FormState;
use crate::i18n::{FlowMsg, Lang, tr, use_lang};
use crate::paths;
use crate::signatures::parts::{FormModel, SubmitButton};
use crate::signatures::{self as door, Decision, ManageForm, Mine, SignError, SignatureState};
use crate::ui::{BackLink, Done, ErrorSummary, Heading, PageTitle, Tongue, failed, loaded};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_meta::Meta;

/// "My signature", from the mail's link: how it stands, and what can be taken back.
#[component]
pub fn Signature() -> impl IntoView {
    let lang = use_lang();
    let address = use_address();
    let state = SharedValue::new(|| use_context::<FormState<ManageForm, SignError>>().unwrap_or_default()).into_inner();
    let mine = Resource::new(
        move || (address.slug.get(), address.token.get()),
        move |(slug, token)| async move {
            let slug = slug.ok_or(AppError::NotFound)?;
            failed(door::mine(lang, slug, token.clone())).await.map(|mine| (token, mine))
        },
    );
    loaded(mine, address.slug.into(), move |(token, mine)| {
        view! { <Page token=token mine=mine state=state.clone()/> }.into_any()
    })
}

#[component]
fn Page(token: String, mine: Mine, state: FormState<ManageForm, SignError>) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, FlowMsg::Mine);
    let tongue = Tongue::of(&mine.text_lang, lang);
    let (slug, campaign_title) = (mine.slug.clone(), mine.title.clone());
    let model = FormModel::new(&state);
    let mine = RwSignal::new(mine);
    let done = RwSignal::new(None::<Decision>);
    let send = {
        let slug = slug.clone();
        Action::new(move |form: &ManageForm| {
            let form = *form;
            let answer = door::manage(lang, slug.clone(), token.clone(), form);
            async move { answer.await.map(|mine| (form.decision, mine)) }
        })
    };
    let pending = send.pending();
    Effect::new(move |_| match send.value().get() {
        None => {}
        Some(Ok((decision, changed))) => {
            mine.set(changed);
            done.set(Some(decision));
        }
        Some(Err(failure)) => model.refuse(Vec::new(), Some(failure)),
    });
    let decide = Callback::new(move |decision: Decision| {
        if !pending.get_untracked() {
            model.clear();
            done.set(None);
            send.dispatch(ManageForm { decision });
        }
    });
    let said = move || {
        done.get().map(|decision| {
            let text = match decision {
                Decision::Hide => FlowMsg::Hidden,
                Decision::Withdraw => FlowMsg::Withdrawn,
            };
            view! { <Done text=tr(lang, text)/> }
        })
    };
    let has_words = Memo::new(move |_| mine.with(|mine| mine.public_name.is_some() || mine.reason.is_some()));
    let counts = Memo::new(move |_| mine.with(|mine| mine.state == SignatureState::Confirmed));
    view! {
        <PageTitle text=title.clone()/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page" tabindex="-1">
            <BackLink href=paths::campaign(lang, &slug) text=campaign_title tongue=tongue/>
            <Heading text=title/>
            <div role="status">{said}</div>
            <ErrorSummary errors=model.summary failure=model.failure attempt=model.attempt/>
            {move || mine.with(|mine| facts(lang, mine))}
            {move || has_words.get().then(|| view! { <Words mine=mine.get_untracked() decide=decide pending=pending/> })}
            {move || counts.get().then(|| view! { <Withdraw decide=decide pending=pending/> })}
        </main>
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
fn Words(mine: Mine, decide: Callback<Decision>, #[prop(into)] pending: Signal<bool>) -> impl IntoView {
    let lang = use_lang();
    let reason = mine.reason.map(|reason| view! { <blockquote><p>{reason}</p></blockquote> });
    let by = mine.public_name.map(|name| view! { <p class="by">{name}</p> });
    view! {
        <section aria-labelledby="words-title">
            <h2 id="words-title" class="section">{tr(lang, FlowMsg::PublicTitle)}</h2>
            <ul class="reasons" role="list">
                <li>{reason}{by}</li>
            </ul>
            <DecisionForm decision=Decision::Hide decide=decide pending=pending text=FlowMsg::HideText button=FlowMsg::HideButton class="button-quiet"/>
        </section>
    }
}

/// Withdrawing, in two steps without script too.
#[component]
fn Withdraw(decide: Callback<Decision>, #[prop(into)] pending: Signal<bool>) -> impl IntoView {
    let lang = use_lang();
    view! {
        <section class="danger" aria-labelledby="withdraw-title">
            <h2 id="withdraw-title" class="section">{tr(lang, FlowMsg::WithdrawTitle)}</h2>
            <p>{tr(lang, FlowMsg::WithdrawText)}</p>
            <details class="more">
                <summary>{tr(lang, FlowMsg::WithdrawOpen)}</summary>
                <DecisionForm
                    decision=Decision::Withdraw
                    decide=decide
                    pending=pending
                    text=FlowMsg::WithdrawFinal
                    button=FlowMsg::WithdrawButton
                    class="button-danger"
                />
            </details>
        </section>
    }
}

#[component]
fn DecisionForm(
    decision: Decision,
    decide: Callback<Decision>,
    pending: Signal<bool>,
    text: FlowMsg<'static>,
    button: FlowMsg<'static>,
    class: &'static str,
) -> impl IntoView {
    let lang = use_lang();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        decide.run(decision);
    };
    let code = match decision {
        Decision::Hide => "hide",
        Decision::Withdraw => "withdraw",
    };
    view! {
        <form class="form" method="post" novalidate=true on:submit=submit>
            <p>{tr(lang, text)}</p>
            <input r#type="hidden" name="decision" value=code/>
            <SubmitButton text=tr(lang, button) pending_text=tr(lang, FlowMsg::Saving) pending=pending class=class/>
        </form>
    }
}
