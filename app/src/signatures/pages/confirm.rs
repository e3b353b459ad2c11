use super::use_address;
use crate::answer::MovedTo;
use crate::campaigns::Slug;
use crate::error::AppError;
use crate::form::{Checkbox, FormState};
use crate::i18n::{FlowMsg, tr, use_lang};
use crate::paths;
use crate::signatures::{ConfirmForm, Pending, SignError, SignaturesPort, Step};
use crate::ui::{BackLink, Choice, ErrorSummary, Heading, InnerPage, Tongue, answered};
use crate::visitor::port;
use leptos::prelude::*;

/// Where the mail's link leads: one sentence, one button, and the words that are about to be shown.
#[component]
pub fn Confirm() -> impl IntoView {
    let lang = use_lang();
    let (slug, token) = use_address();
    let campaign = slug.clone();
    let step = async move {
        let slug = slug.ok_or(AppError::NotFound)?;
        let step = port::<SignaturesPort>()?.pending(lang, &slug, &token).await?;
        Ok((slug, step))
    };
    answered(step, campaign, move |(slug, step)| match step {
        Step::Manage(token) => {
            view! { <MovedTo path=paths::signature(lang, &slug, &token) text=tr(lang, FlowMsg::Mine)/> }.into_any()
        }
        Step::Confirm(pending) => view! { <Page slug=slug pending=pending/> }.into_any(),
    })
}

#[component]
fn Page(slug: Slug, pending: Pending) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, FlowMsg::ConfirmTitle);
    // What was ticked in the sign form is ticked here, until the reader unticks it.
    let ticked = ConfirmForm { show_name: Checkbox(true), show_reason: Checkbox(true) };
    let FormState { input, errors, failure } = use_context::<FormState<ConfirmForm, SignError>>()
        .unwrap_or(FormState { input: ticked, errors: Vec::new(), failure: None });
    let reason = pending.reason.map(|reason| {
        let label = tr(lang, FlowMsg::PublicReason);
        view! { <Choice name="show_reason" checked=input.show_reason.0 label=label quoted=Some(reason)/> }
    });
    let name = pending.public_name.map(|name| {
        let label = tr(lang, FlowMsg::PublicName);
        view! { <Choice name="show_name" checked=input.show_name.0 label=label quoted=Some(name)/> }
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
        <InnerPage title=title.clone()>
            <BackLink href=paths::campaign(lang, &slug) text=pending.title tongue=Tongue::of(&pending.text_lang, lang)/>
            <Heading text=title/>
            <p class="abstract">{tr(lang, FlowMsg::ConfirmText)}</p>
            <form class="form card" method="post" novalidate=true>
                <ErrorSummary errors=errors failure=failure/>
                {public}
                <button type="submit" class="button">{tr(lang, FlowMsg::ConfirmButton)}</button>
            </form>
        </InnerPage>
    }
}
