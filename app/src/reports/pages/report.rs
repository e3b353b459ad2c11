use crate::campaigns::Slug;
use crate::error::AppError;
use crate::i18n::{Lang, ReportMsg, SiteMsg, tr, use_lang};
use crate::paths;
use crate::reports::{ReportField, ReportKind, ReportState, ReportedCampaign, ReportsPort};
use crate::ui::{BackLink, Complaint, Heading, InnerPage, Refusal, Tongue, answered, text_area_content, use_saved};
use crate::visitor::port;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Reports a campaign to those who run the house.
#[component]
pub fn ReportCampaign() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let back = slug.clone();
    let campaign = async move { port::<ReportsPort>()?.about(lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(campaign, back, move |campaign| {
        let sent = saved == "sent";
        view! { <Page campaign=campaign sent=sent/> }.into_any()
    })
}

#[component]
fn Page(campaign: ReportedCampaign, sent: bool) -> impl IntoView {
    let lang = use_lang();
    let tongue = Tongue::of(&campaign.text_lang, lang);
    let state = use_context::<ReportState>();
    let sent = sent && state.is_none();
    let title = tr(lang, if sent { ReportMsg::SentTitle } else { ReportMsg::Report });
    let content = if sent {
        view! { <p class="abstract">{tr(lang, ReportMsg::SentText)}</p> }.into_any()
    } else {
        form(lang, &campaign.slug, &state.unwrap_or_default())
    };
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::campaign(lang, &campaign.slug) text=campaign.title tongue=tongue/>
            <Heading text=title/>
            {content}
        </InnerPage>
    }
}

fn form(lang: Lang, slug: &Slug, state: &ReportState) -> AnyView {
    let problem = |field: ReportField| {
        let error = state.errors.iter().find(|error| error.field == field)?;
        Some(tr(lang, ReportMsg::Problem(field, error.problem)))
    };
    let errors = [ReportField::Kind, ReportField::Text, ReportField::Email].into_iter();
    let errors = errors.filter_map(|field| Some((format!("#{}", field.name()), problem(field)?))).collect();
    // What ties a control to its help and to what is wrong with it.
    let tie = |field: ReportField| {
        let name = field.name();
        match problem(field) {
            Some(text) => {
                (format!("{name}-help {name}-error"), Some("true"), Some(view! { <Complaint name=name text=text/> }))
            }
            None => (format!("{name}-help"), None, None),
        }
    };
    let help = |field: ReportField| {
        view! { <p class="help" id=format!("{}-help", field.name())>{tr(lang, ReportMsg::Help(field))}</p> }
    };
    let label = |field: ReportField| tr(lang, ReportMsg::Label(field));
    let kinds = ReportKind::ALL.into_iter().enumerate().map(|(number, kind)| {
        // The first has the name that an error summary leads to.
        let id = if number == 0 { "kind".to_owned() } else { format!("kind-{number}") };
        let checked = state.form.kind == kind.code();
        view! {
            <div class="check">
                <input r#type="radio" id=id.clone() name="kind" value=kind.code() checked=checked/>
                <label for=id>{tr(lang, ReportMsg::Kind(kind))}</label>
            </div>
        }
    });
    let kinds = kinds.collect_view();
    let ((kind_by, _, kind_error), (text_by, text_invalid, text_error), (email_by, email_invalid, email_error)) =
        (tie(ReportField::Kind), tie(ReportField::Text), tie(ReportField::Email));
    view! {
        <p class="abstract">{tr(lang, ReportMsg::Lead)}</p>
        <form class="form card" method="post" action=paths::report(lang, slug.as_str()) novalidate=true>
            <Refusal errors=errors kept=tr(lang, SiteMsg::NothingSaved) failure=state.failure.clone()/>
            <fieldset class="checks" aria-describedby=kind_by>
                <legend>{label(ReportField::Kind)}</legend>
                {help(ReportField::Kind)}
                {kind_error}
                {kinds}
            </fieldset>
            <div class="field">
                <label for="text">{label(ReportField::Text)}</label>
                {help(ReportField::Text)}
                {text_error}
                <textarea
                    id="text"
                    name="text"
                    rows="5"
                    aria-describedby=text_by
                    aria-invalid=text_invalid
                    inner_html=text_area_content(&state.form.text)
                ></textarea>
            </div>
            <div class="field">
                <label for="email">
                    {label(ReportField::Email)}
                    " "
                    <span class="optional">"("{tr(lang, SiteMsg::Optional)}")"</span>
                </label>
                {help(ReportField::Email)}
                {email_error}
                <input
                    r#type="email"
                    id="email"
                    name="email"
                    value=state.form.email.clone()
                    autocomplete="email"
                    inputmode="email"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=email_by
                    aria-invalid=email_invalid
                />
            </div>
            <p class="help">{tr(lang, ReportMsg::Kept)}</p>
            <button type="submit" class="button-quiet">{tr(lang, ReportMsg::Send)}</button>
        </form>
    }
    .into_any()
}
