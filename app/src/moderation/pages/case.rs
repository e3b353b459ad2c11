use crate::answer;
use crate::campaigns::CampaignArticle;
use crate::drafts::filled;
use crate::i18n::{DraftMsg, Lang, ReviewMsg, tr, use_lang};
use crate::moderation::parts::{Changes, Decision, Notes, problem};
use crate::moderation::{Case, CaseAction, CaseField, CaseState, CaseStop, ModerationPort};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, HouseNav, HouseRoom, InnerPage, PageTitle, Refusal, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_meta::Meta;
use leptos_router::hooks::use_params_map;

/// Keys that open the campaigns before and after this one in the queue, without script.
const PREVIOUS_KEY: &str = "P";
const NEXT_KEY: &str = "N";

/// A campaign that waits, beside the form that decides on it.
#[component]
pub fn CasePage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let id = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let case = async move { port::<ModerationPort>()?.case(&visitor()?, lang, &id).await };
    answered(case, None, move |case| match case {
        Some(case) => view! { <Page case=case saved=saved/> }.into_any(),
        None => view! { <Over/> }.into_any(),
    })
}

/// Says that it does not wait any more: to whoever opens an old address, and to whoever was slower than somebody else.
#[component]
fn Over() -> impl IntoView {
    let lang = use_lang();
    answer::set_status(410);
    let title = tr(lang, ReviewMsg::OverTitle);
    view! {
        <InnerPage title=title.clone()>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review(lang) text=tr(lang, ReviewMsg::Queue)/>
            <Heading text=title/>
            <p class="abstract">{tr(lang, ReviewMsg::Over)}</p>
        </InnerPage>
    }
}

#[component]
fn Page(case: Case, saved: String) -> impl IntoView {
    let lang = use_lang();
    let state = use_context::<CaseState>();
    let said = CaseAction::parse(&saved).filter(|action| state.is_none() && !action.decides());
    let said = said.map(|action| view! { <Done text=tr(lang, ReviewMsg::Did(action))/> });
    let state = state.unwrap_or_default();
    let path = paths::review_case(lang, &case.id);
    let page = filled(lang, case.page.clone());
    let stopped = state.stop.as_ref().and_then(|stop| stopped(lang, stop));
    let errors = state
        .errors
        .iter()
        .map(|error| (format!("#{}", error.field.name()), tr(lang, ReviewMsg::Problem(error.field, error.problem))));
    let errors = errors.collect();
    let sign = view! { <Decision case=&case path=path.clone() state=&state/> }.into_any();
    let changes = case.changes.clone().map(|changes| {
        view! {
            <p class="notice">
                {tr(lang, ReviewMsg::IsChange)}
                " "
                <a href=paths::campaign(lang, &case.page.slug) target="_blank">{tr(lang, DraftMsg::OpenPublic)}</a>
            </p>
            <Changes changes=changes picture=case.picture/>
        }
    });
    let more = view! {
        {facts(lang, &case)}
        <Notes
            notes=case.notes.clone()
            path=path
            typed=state.form.note.clone()
            problem=problem(lang, &state, CaseField::Note)
        />
    };
    view! {
        <PageTitle text=page.title.clone()/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page page-campaign" tabindex="-1">
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review(lang) text=tr(lang, ReviewMsg::Queue)/>
            {others(lang, &case)}
            {said}
            {stopped}
            <Refusal errors=errors kept=tr(lang, ReviewMsg::NothingDone) failure=state.failure.clone()/>
            {changes}
            <CampaignArticle campaign=&page sign=sign more=more.into_any() sign_bar=false/>
        </main>
    }
}

/// What stood in the way of the form that was sent. What keeps it from being published stands beside its button.
fn stopped(lang: Lang, stop: &CaseStop) -> Option<AnyView> {
    let text = match stop {
        CaseStop::Held(by) => ReviewMsg::Held(by),
        CaseStop::OwnTeam => ReviewMsg::OwnTeam,
        CaseStop::Changed => ReviewMsg::Changed,
        CaseStop::Unfit(_) => ReviewMsg::NothingDone,
    };
    let text = tr(lang, text);
    Some(view! { <div class="summary" role="alert" tabindex="-1" autofocus=true><p>{text}</p></div> }.into_any())
}

/// How long it has waited, and the ways to the others.
fn others(lang: Lang, case: &Case) -> AnyView {
    let link = |id: &Option<String>, rel: &'static str, key: &'static str, text: ReviewMsg<'static>| {
        id.as_deref().map(|id| {
            view! {
                <a rel=rel href=paths::review_case(lang, id) accesskey=key.to_lowercase()>
                    {tr(lang, text)}
                    " "
                    {tr(lang, ReviewMsg::Key(key))}
                </a>
            }
        })
    };
    let previous = link(&case.previous, "prev", PREVIOUS_KEY, ReviewMsg::Previous);
    let next = link(&case.next, "next", NEXT_KEY, ReviewMsg::Next);
    view! {
        <nav class="pager" aria-label=tr(lang, ReviewMsg::Others)>
            {previous}
            <span class="pager-now">
                {tr(lang, ReviewMsg::ColumnWaiting)}
                ": "
                {tr(lang, ReviewMsg::Days(case.days))}
                " "
                <span class="band" data-band=case.band.code()>{tr(lang, ReviewMsg::Band(case.band))}</span>
            </span>
            {next}
        </nav>
    }
    .into_any()
}

/// What is to be checked and does not stand on the page itself.
fn facts(lang: Lang, case: &Case) -> AnyView {
    let text_lang = &case.page.text_lang;
    let language = Lang::parse(text_lang).map_or(text_lang.as_str(), |lang| lang.own_name());
    let rows = [
        (ReviewMsg::FactAddress, paths::shared_campaign(&case.page.slug)),
        (ReviewMsg::FactLanguage, language.to_owned()),
        (ReviewMsg::FactZone, case.time_zone.clone()),
        (ReviewMsg::FactPostcode, tr(lang, ReviewMsg::YesNo(case.page.form.asks_postcode)).into_owned()),
    ];
    let rows = rows.map(|(name, value)| {
        view! {
            <div>
                <dt>{tr(lang, name)}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! {
        <section aria-labelledby="facts-of-case">
            <h2 id="facts-of-case" class="section">{tr(lang, ReviewMsg::FactsTitle)}</h2>
            <dl class="facts-list">{rows.collect_view()}</dl>
        </section>
    }
    .into_any()
}
