use super::use_address;
use crate::answer::MovedTo;
use crate::campaigns::Slug;
use crate::error::AppError;
use crate::form::{Checkbox, FormState};
use crate::i18n::{FlowMsg, tr, use_lang};
use crate::paths;
use crate::signatures::parts::{FormModel, SubmitButton};
use crate::signatures::{self as door, ConfirmForm, Pending, SignError, Step};
use crate::ui::{BackLink, Choice, ErrorSummary, Heading, PageTitle, Tongue, failed, loaded};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_meta::Meta;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Where the mail's link leads: one sentence, one button, and the words that are about to be shown.
#[component]
pub fn Confirm() -> impl IntoView {
    let lang = use_lang();
    let address = use_address();
    let state = SharedValue::new(use_context::<FormState<ConfirmForm, SignError>>).into_inner();
    let step = Resource::new(
        move || (address.slug.get(), address.token.get()),
        move |(slug, token)| async move {
            let slug = slug.ok_or(AppError::NotFound)?;
            failed(door::pending(lang, slug.clone(), token.clone())).await.map(|step| (slug, token, step))
        },
    );
    loaded(step, address.slug.into(), move |(slug, token, step)| match step {
        Step::Manage(token) => {
            view! { <MovedTo path=paths::signature(lang, &slug, &token) text=tr(lang, FlowMsg::Mine)/> }.into_any()
        }
        Step::Confirm(pending) => {
            view! { <Page slug=slug token=token pending=pending state=state.clone()/> }.into_any()
        }
    })
}

#[component]
fn Page(
    slug: Slug,
    token: String,
    pending: Pending,
    state: Option<FormState<ConfirmForm, SignError>>,
) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, FlowMsg::ConfirmTitle);
    // What was ticked in the sign form is ticked here, until the reader unticks it.
    let ticked = ConfirmForm { show_name: Checkbox(true), show_reason: Checkbox(true) };
    let state = state.unwrap_or(FormState { input: ticked, errors: Vec::new(), failure: None });
    let ticked = state.input;
    let model = FormModel::new(&state);
    let element = NodeRef::<html::Form>::new();
    let back = paths::campaign(lang, &slug);
    let thanks = paths::thanks(lang, &slug);
    let send = Action::new(move |form: &ConfirmForm| door::confirm(lang, slug.clone(), token.clone(), *form));
    let under_way = send.pending();
    let navigate = use_navigate();
    Effect::new(move |_| match send.value().get() {
        None => {}
        // The address with the token does not stay in the history.
        Some(Ok(())) => navigate(&thanks, NavigateOptions { replace: true, ..NavigateOptions::default() }),
        Some(Err(failure)) => model.refuse(Vec::new(), Some(failure)),
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(form) = element.get_untracked().filter(|_| !under_way.get_untracked()) else { return };
        let data = web_sys::FormData::new_with_form(&form).ok();
        let ticked = |name: &str| Checkbox(data.as_ref().is_some_and(|data| data.has(name)));
        model.clear();
        send.dispatch(ConfirmForm { show_name: ticked("show_name"), show_reason: ticked("show_reason") });
    };
    let reason = pending.reason.map(|reason| {
        let label = tr(lang, FlowMsg::PublicReason);
        view! { <Choice name="show_reason" checked=ticked.show_reason.0 label=label quoted=Some(reason)/> }
    });
    let name = pending.public_name.map(|name| {
        let label = tr(lang, FlowMsg::PublicName);
        view! { <Choice name="show_name" checked=ticked.show_name.0 label=label quoted=Some(name)/> }
    });
    let public = (reason.is_some() || name.is_some()).then(|| {
        view! {
            <fieldset class="checks">
                <legend>{tr(lang, FlowMsg::PublicLegend)}</legend>
                <p class="help">{tr(lang, FlowMsg::PublicHelp)}</p>
                {reason}
                {name}
            </fieldset>
        }
    });
    view! {
        <PageTitle text=title.clone()/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page" tabindex="-1">
            <BackLink href=back text=pending.title tongue=Tongue::of(&pending.text_lang, lang)/>
            <Heading text=title/>
            <p class="abstract">{tr(lang, FlowMsg::ConfirmText)}</p>
            <form node_ref=element class="form card" method="post" novalidate=true on:submit=submit>
                <ErrorSummary errors=model.summary failure=model.failure attempt=model.attempt/>
                {public}
                <SubmitButton text=tr(lang, FlowMsg::ConfirmButton) pending_text=tr(lang, FlowMsg::Confirming) pending=under_way/>
            </form>
        </main>
    }
}
