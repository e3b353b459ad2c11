use crate::campaigns::Slug;
use crate::error::AppError;
use crate::form::FormState;
use crate::i18n::{AccountMsg, RunMsg, Text, tr, use_lang};
use crate::keys::parts::SignersLink;
use crate::paths;
use crate::running::{OwnReply, ReplyState, RunError, RunField as F, RunForm, RunPage, RunState, RunningPort};
use crate::ui::{BackLink, Danger, Done, Heading, InnerPage, Line, Refusal, Remark, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

type State = FormState<RunForm, RunError>;

/// What is wrong with a field, in words.
pub(super) fn problem(errors: &[RunError], field: F) -> Option<Text> {
    let error = errors.iter().find(|error| error.field == field)?;
    Some(tr(use_lang(), RunMsg::Problem(field, error.problem)))
}

/// A public campaign for those who run it: its end, the answer of whoever is asked, and what it has reached.
#[component]
pub fn Run() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let page = async move { port::<RunningPort>()?.read(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(page, None, move |page| view! { <Page page=page saved=saved/> }.into_any())
}

#[component]
fn Page(page: RunPage, saved: String) -> impl IntoView {
    let lang = use_lang();
    let state = use_context::<State>().unwrap_or_default();
    let heading = tr(lang, RunMsg::Run);
    let tongue = Tongue::of(&page.text_lang, lang);
    let said = match saved.as_str() {
        "" => None,
        "published" => Some(RunMsg::PublishedUnread),
        _ => Some(RunMsg::Saved),
    };
    let said = said.map(|text| view! { <Done text=tr(lang, text)/> });
    let listed = state
        .errors
        .iter()
        .map(|error| (format!("#{}", error.field.name()), tr(lang, RunMsg::Problem(error.field, error.problem))));
    let errors = listed.collect::<Vec<_>>();
    let milestones = if page.milestones.is_empty() {
        view! { <p>{tr(lang, RunMsg::NoMilestones)}</p> }.into_any()
    } else {
        let items = page
            .milestones
            .iter()
            .map(|reached| view! { <li>{tr(lang, RunMsg::Reached { n: reached.n, day: &reached.day })}</li> })
            .collect_view();
        view! { <ul role="list">{items}</ul> }.into_any()
    };
    let signers = page.signers.then(|| view! { <p class="actions"><SignersLink slug=page.slug.clone()/></p> });
    view! {
        <InnerPage title=format!("{heading}: {}", page.title)>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=heading/>
            {said}
            <Refusal errors=errors kept=tr(lang, RunMsg::Kept) failure=state.failure.clone()/>
            <p class="abstract">
                <a href=paths::campaign(lang, &page.slug) lang=tongue.lang dir=tongue.dir>{page.title.clone()}</a>
            </p>
            <p>{tr(lang, RunMsg::State(page.state, page.closes.as_deref()))}</p>
            <Reply page=page.clone() state=state.clone()/>
            {signers}
            <section aria-labelledby="milestones">
                <h2 id="milestones" class="section">{tr(lang, RunMsg::Milestones)}</h2>
                {milestones}
            </section>
            <End page=page state=state/>
        </InnerPage>
    }
}

/// The last day, closing and archiving.
#[component]
fn End(page: RunPage, state: State) -> impl IntoView {
    let lang = use_lang();
    let path = paths::run(lang, &page.slug);
    let typed = if state.input.action == "extend" { state.input.closes_on } else { page.closes_on };
    let day = if page.can_open {
        view! {
            <form class="form" method="post" action=path.clone() novalidate=true>
                <Line
                    name=F::ClosesOn.name()
                    label=tr(lang, RunMsg::Label(F::ClosesOn))
                    help=Some(tr(lang, RunMsg::DayHelp(&page.time_zone)))
                    value=typed
                    problem=problem(&state.errors, F::ClosesOn)
                    kind="date"
                    class="short"
                    optional=true
                />
                <button type="submit" class="button-quiet" name="action" value="extend">{tr(lang, RunMsg::Extend)}</button>
            </form>
        }
        .into_any()
    } else {
        view! { <p>{tr(lang, RunMsg::Final)}</p> }.into_any()
    };
    let archive = |text: Option<RunMsg<'static>>, action: &'static str, button: RunMsg<'static>| {
        view! {
            <section aria-labelledby="archive">
                <h2 id="archive" class="section">{tr(lang, RunMsg::Archive)}</h2>
                {text.map(|text| view! { <p>{tr(lang, text)}</p> })}
                <form method="post" action=path.clone()>
                    <button type="submit" class="button-quiet" name="action" value=action>{tr(lang, button)}</button>
                </form>
            </section>
        }
        .into_any()
    };
    let more = match page.state {
        RunState::Open => view! {
            <Danger
                title=tr(lang, RunMsg::Close)
                text=tr(lang, RunMsg::CloseText)
                path=path
                action="close"
                label=tr(lang, RunMsg::Sure)
                help=tr(lang, RunMsg::SureHelp)
                not_sure=problem(&state.errors, F::Sure)
            />
        }
        .into_any(),
        RunState::Closed => archive(Some(RunMsg::ArchiveText), "archive", RunMsg::Archive),
        RunState::Archived => archive(None, "show_again", RunMsg::ShowAgain),
    };
    view! {
        <section aria-labelledby="end">
            <h2 id="end" class="section">{tr(lang, RunMsg::EndTitle)}</h2>
            {day}
        </section>
        {more}
    }
}

/// The answer of whoever is asked.
#[component]
fn Reply(page: RunPage, state: State) -> impl IntoView {
    let lang = use_lang();
    let path = paths::run(lang, &page.slug);
    let shown = page.shown.as_ref().map(|_| view! { <p>{tr(lang, RunMsg::ReplyShown)}</p> });
    let waits = page.waiting.as_ref().map(|reply| match &reply.state {
        ReplyState::SentBack(remark) => {
            let text = tr(lang, RunMsg::ReplySentBack);
            view! { <Remark before=text text=remark.clone()/> }.into_any()
        }
        ReplyState::Waiting | ReplyState::Shown => view! { <p>{tr(lang, RunMsg::ReplyWaits)}</p> }.into_any(),
    });
    let remove = (page.shown.is_some() || page.waiting.is_some()).then(|| {
        view! {
            <form method="post" action=path.clone()>
                <button type="submit" class="button-quiet" name="action" value="remove_reply">
                    {tr(lang, RunMsg::RemoveReply)}
                </button>
            </form>
        }
    });
    let stored = page.waiting.or(page.shown);
    let RunForm { answered_by, text, day, link, .. } = if state.input.action == "reply" {
        state.input
    } else {
        stored
            .map(|OwnReply { answered_by, text, day, link, .. }| RunForm {
                answered_by,
                text,
                day,
                link,
                ..RunForm::default()
            })
            .unwrap_or_default()
    };
    let errors = state.errors;
    let field = |field: F| (tr(lang, RunMsg::Label(field)), tr(lang, RunMsg::Help(field)), problem(&errors, field));
    let ((by_label, by_help, by_problem), (text_label, text_help, text_problem)) =
        (field(F::AnsweredBy), field(F::Text));
    let ((day_label, _, day_problem), (link_label, link_help, link_problem)) = (field(F::Day), field(F::Link));
    view! {
        <section aria-labelledby="reply">
            <h2 id="reply" class="section">{tr(lang, RunMsg::ReplyTitle)}</h2>
            <p>{tr(lang, RunMsg::ReplyText)}</p>
            {shown}
            {waits}
            <form class="form" method="post" action=path novalidate=true>
                <Line name="answered_by" label=by_label help=Some(by_help) value=answered_by problem=by_problem/>
                <Line name="day" label=day_label value=day problem=day_problem kind="date" class="short"/>
                <Line name="text" label=text_label help=Some(text_help) value=text problem=text_problem rows=10/>
                <Line name="link" label=link_label help=Some(link_help) value=link problem=link_problem kind="url" optional=true/>
                <button type="submit" class="button" name="action" value="reply">{tr(lang, RunMsg::SendReply)}</button>
            </form>
            {remove}
        </section>
    }
}
