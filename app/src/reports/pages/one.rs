use super::facts;
use crate::i18n::{Lang, ReportMsg, ReviewMsg, tr, use_lang};
use crate::paths;
use crate::reports::{CloseState, Outcome, ReportPage, ReportsPort};
use crate::ui::{BackLink, Complaint, Heading, HouseNav, HouseRoom, InnerPage, Refusal, Tongue, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// One report, and the form that closes it.
#[component]
pub fn ReportCasePage() -> impl IntoView {
    let lang = use_lang();
    let id = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let report = async move { port::<ReportsPort>()?.read(&visitor()?, lang, &id).await };
    answered(report, None, move |report| view! { <Page page=report/> }.into_any())
}

#[component]
fn Page(page: ReportPage) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, ReportMsg::One);
    let state = use_context::<CloseState>().unwrap_or_default();
    let slug = page.report.campaign.slug.as_str().to_owned();
    let tongue = Tongue::of(&page.lang, lang);
    let text = if page.text.is_empty() {
        view! { <p>{tr(lang, ReportMsg::NoText)}</p> }.into_any()
    } else {
        view! {
            <div>
                <p>{tr(lang, ReportMsg::Written)}</p>
                <blockquote class="quoted" lang=tongue.lang dir=tongue.dir>{page.text.clone()}</blockquote>
            </div>
        }
        .into_any()
    };
    let close = page.report.outcome.is_none().then(|| close(lang, &page, &state));
    let answer = page.report.outcome.is_none().then(|| {
        let text = if page.wants_answer { ReportMsg::WantsAnswer } else { ReportMsg::NoAnswer };
        view! { <p>{tr(lang, text)}</p> }
    });
    let reasons = paths::review_reasons_filtered(lang, &[("state", "shown"), ("campaign", &slug)]);
    let heading = tr(lang, ReportMsg::Kind(page.report.kind));
    view! {
        <InnerPage title=title>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review_reports(lang) text=tr(lang, ReportMsg::List)/>
            <Heading text=heading/>
            {facts(lang, &page.report)}
            {text}
            <p><a href=paths::review_campaign(lang, &slug)>{tr(lang, ReportMsg::ToCampaign)}</a></p>
            <p><a href=reasons>{tr(lang, ReportMsg::ToReasons)}</a></p>
            {answer}
            {close}
        </InnerPage>
    }
}

/// The form that closes it.
fn close(lang: Lang, page: &ReportPage, state: &CloseState) -> AnyView {
    let problem = match (state.missing, state.not_hidden) {
        (true, _) => Some(tr(lang, ReportMsg::Choose)),
        (_, true) => Some(tr(lang, ReportMsg::NotHidden)),
        _ => None,
    };
    let errors = problem.clone().map(|text| ("#outcome".to_owned(), text)).into_iter().collect();
    let described_by = problem.is_some().then_some("outcome-error");
    let problem = problem.map(|text| view! { <Complaint name="outcome" text=text/> });
    let choices = Outcome::ALL.into_iter().enumerate().map(|(number, outcome)| {
        // The first has the name that an error summary leads to.
        let id = if number == 0 { "outcome".to_owned() } else { format!("outcome-{number}") };
        view! {
            <div class="check">
                <input r#type="radio" id=id.clone() name="outcome" value=outcome.code()/>
                <label for=id>{tr(lang, ReportMsg::Outcome(outcome))}</label>
            </div>
        }
    });
    let choices = choices.collect_view();
    view! {
        <section aria-labelledby="close-title">
            <h2 id="close-title" class="section">{tr(lang, ReportMsg::CloseTitle)}</h2>
            <form class="form card" method="post" action=paths::review_report(lang, &page.report.id) novalidate=true>
                <Refusal errors=errors kept=tr(lang, ReviewMsg::NothingDone) failure=state.failure.clone()/>
                <fieldset class="checks" aria-describedby=described_by>
                    <legend>{tr(lang, ReportMsg::CloseLegend)}</legend>
                    {problem}
                    {choices}
                </fieldset>
                <button type="submit" class="button-quiet">{tr(lang, ReportMsg::Close)}</button>
            </form>
        </section>
    }
    .into_any()
}
