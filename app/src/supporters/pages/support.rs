use super::dead::Dead;
use crate::campaigns::{CampaignArticle, CampaignPage};
use crate::drafts::filled;
use crate::error::AppError;
use crate::i18n::{SupportMsg, tr, use_lang};
use crate::paths;
use crate::signatures::{Field, FormModel};
use crate::supporters::{SupportState, SupportersPort};
use crate::ui::{Done, ErrorSummary, PageTitle, TextField, answered, use_saved};
use crate::visitor::port;
use leptos::prelude::*;
use leptos_meta::Meta;
use leptos_router::hooks::use_params_map;

/// A campaign that is being written, for those with its private link: what it asks, and a field for one's address.
#[component]
pub fn Support() -> impl IntoView {
    let lang = use_lang();
    let sent = use_saved() == "sent";
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let asked = token.clone();
    let campaign = async move {
        match port::<SupportersPort>()?.page(lang, &asked).await {
            Err(AppError::LinkInvalid) => Ok(None),
            campaign => campaign.map(Some),
        }
    };
    answered(campaign, None, move |campaign| match campaign {
        Some(campaign) => view! { <Page campaign=filled(lang, campaign) token=token sent=sent/> }.into_any(),
        None => view! { <Dead/> }.into_any(),
    })
}

#[component]
fn Page(campaign: CampaignPage, token: String, sent: bool) -> impl IntoView {
    let lang = use_lang();
    let state = use_context::<SupportState>();
    let said = (sent && state.is_none()).then(|| view! { <Done text=tr(lang, SupportMsg::Sent)/> });
    let state = state.unwrap_or_default();
    let model = FormModel::new(&state.form);
    let form = if state.full {
        view! { <p class="notice" role="alert" tabindex="-1" autofocus=true>{tr(lang, SupportMsg::Full)}</p> }
            .into_any()
    } else {
        view! {
            <form class="form" method="post" action=paths::support(lang, &token) novalidate=true>
                <ErrorSummary errors=state.form.errors failure=state.form.failure/>
                <TextField
                    control=model.control(Field::Email, true)
                    value=state.form.input.email
                    help=tr(lang, SupportMsg::AddressHelp)
                    kind="email"
                    autocomplete="email"
                    inputmode="email"
                    autocapitalize="off"
                    spellcheck="false"
                />
                <button type="submit" class="button">{tr(lang, SupportMsg::Support)}</button>
            </form>
        }
        .into_any()
    };
    let support = view! {
        <section class="sign card" id="sign" aria-labelledby="sign-title" tabindex="-1">
            <h2 id="sign-title" class="section">{tr(lang, SupportMsg::Title)}</h2>
            <p>{tr(lang, SupportMsg::Lead)}</p>
            {said}
            {form}
        </section>
    };
    view! {
        <PageTitle text=tr(lang, SupportMsg::Title)/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page page-campaign" tabindex="-1">
            <p class="notice">{tr(lang, SupportMsg::Banner)}</p>
            <CampaignArticle campaign=&campaign sign=support.into_any() more=().into_any() sign_bar=false/>
        </main>
    }
}
