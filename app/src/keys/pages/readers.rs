use crate::campaigns::{Reading, Slug};
use crate::error::AppError;
use crate::i18n::{ReadingMsg as M, tr, use_lang};
use crate::keys::{KeysPort, ReadingPage, ReadingProblem, ReadingState};
use crate::paths;
use crate::ui::{BackLink, Complaint, Done, Heading, InnerPage, Refusal, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What may be read of a campaign's signers, for a moderator.
#[component]
pub fn Readers() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let page = async move { port::<KeysPort>()?.reading(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(page, None, move |page| view! { <Page page=page saved=saved/> }.into_any())
}

#[component]
fn Page(page: ReadingPage, saved: String) -> impl IntoView {
    let lang = use_lang();
    let state = use_context::<ReadingState>().unwrap_or_default();
    let (heading, tongue) = (tr(lang, M::Title), Tongue::of(&page.text_lang, lang));
    let said = (saved == page.reading.code()).then(|| view! { <Done text=tr(lang, M::Saved)/> });
    let problem = state.problem.map(|problem| tr(lang, M::Problem(problem)));
    let errors = problem.clone().into_iter().map(|text| ("#reading".to_owned(), text)).collect();
    let chosen = Reading::parse(&state.form.reading).unwrap_or(page.reading);
    let choices = Reading::ALL.into_iter().enumerate().map(|(number, reading)| {
        // The first has the name that an error summary leads to.
        let id = if number == 0 { "reading".to_owned() } else { format!("reading-{number}") };
        let help = format!("{id}-help");
        view! {
            <div class="check">
                <input r#type="radio" id=id.clone() name="reading" value=reading.code() checked=reading == chosen aria-describedby=help.clone()/>
                <label for=id>{tr(lang, M::Choice(reading))}</label>
                <p class="help" id=help>{tr(lang, M::Means(reading))}</p>
            </div>
        }
    });
    let choices = choices.collect_view();
    let notice = |text: M| view! { <p class="notice">{tr(lang, text)}</p> };
    let without_key = (!page.has_key).then(|| notice(M::Problem(ReadingProblem::NoKey)));
    let decide = if page.own {
        notice(M::Problem(ReadingProblem::OwnTeam)).into_any()
    } else {
        view! {
            <form class="form" method="post" novalidate=true>
                <fieldset class="checks">
                    <legend>{tr(lang, M::Legend)}</legend>
                    {problem.map(|text| view! { <Complaint name="reading" text=text/> })}
                    {choices}
                </fieldset>
                <button type="submit" class="button">{tr(lang, M::Save)}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <InnerPage title=format!("{heading}: {}", page.title)>
            <BackLink href=paths::review_campaign(lang, page.slug.as_str()) text=page.title.clone() tongue=tongue/>
            <Heading text=heading/>
            {said}
            <Refusal errors=errors kept=tr(lang, M::NothingChanged) failure=state.failure/>
            <p>{tr(lang, M::Explain)}</p>
            {without_key}
            {decide}
        </InnerPage>
    }
}
