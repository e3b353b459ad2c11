use super::run::problem;
use crate::form::FormState;
use crate::i18n::{ReviewMsg, RunMsg, tr, use_lang};
use crate::paths;
use crate::running::{ReplyForm, RunError, RunField as F, RunningPort, WaitingReply};
use crate::ui::{BackLink, Done, Heading, HouseNav, HouseRoom, InnerPage, Line, Refusal, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Answers of those who are asked, for a moderator to look at before the public reads them.
#[component]
pub fn RepliesPage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let waiting = async move { port::<RunningPort>()?.waiting(&visitor()?, lang).await };
    answered(waiting, None, move |waiting| view! { <Page waiting=waiting saved=saved/> }.into_any())
}

#[component]
fn Page(waiting: Vec<WaitingReply>, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, RunMsg::WaitingReplies);
    let state = use_context::<FormState<ReplyForm, RunError>>().unwrap_or_default();
    let listed = state
        .errors
        .iter()
        .map(|error| (format!("#{}", error.field.name()), tr(lang, RunMsg::Problem(error.field, error.problem))));
    let errors = listed.collect::<Vec<_>>();
    let said = (!saved.is_empty()).then(|| view! { <Done text=tr(lang, RunMsg::Saved)/> });
    let content = if waiting.is_empty() {
        view! { <p class="abstract">{tr(lang, RunMsg::NoneWaits)}</p> }.into_any()
    } else {
        // One at a time has its form open, so that each field's name is on the page once.
        let open = waiting.iter().position(|reply| reply.id == state.input.reply).unwrap_or_default();
        let items = waiting
            .into_iter()
            .enumerate()
            .map(|(number, reply)| {
                let state = (number == open).then(|| state.clone());
                view! { <Item reply=reply state=state/> }
            })
            .collect_view();
        view! { <ol class="replies" role="list">{items}</ol> }.into_any()
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review(lang) text=tr(lang, ReviewMsg::Queue)/>
            <Heading text=title/>
            {said}
            <Refusal errors=errors kept=tr(lang, RunMsg::Kept) failure=state.failure.clone()/>
            {content}
        </InnerPage>
    }
}

#[component]
fn Item(
    reply: WaitingReply,
    /// Of the one whose form is open.
    #[prop(optional_no_strip)]
    state: Option<FormState<ReplyForm, RunError>>,
) -> impl IntoView {
    let lang = use_lang();
    let tongue = Tongue::of(&reply.text_lang, lang);
    let link = reply.link.clone().map(|link| {
        let text = link.clone();
        view! { <p><a href=link rel="nofollow noopener">{text}</a></p> }
    });
    let form = state.map(|state| {
        let label = tr(lang, RunMsg::Label(F::Remark));
        let help = tr(lang, RunMsg::Help(F::Remark));
        view! {
            <form class="form" method="post" action=paths::replies(lang) novalidate=true>
                <input r#type="hidden" name="reply" value=reply.id.clone()/>
                <button type="submit" class="button" name="action" value="show">{tr(lang, RunMsg::Show)}</button>
                <Line
                    name=F::Remark.name()
                    label=label
                    help=Some(help)
                    value=state.input.remark.clone()
                    problem=problem(&state.errors, F::Remark)
                    rows=4
                />
                <button type="submit" class="button-quiet" name="action" value="send_back">{tr(lang, RunMsg::SendBack)}</button>
            </form>
        }
    });
    view! {
        <li>
            <h2 class="section">{tr(lang, RunMsg::By { by: &reply.answered_by, day: &reply.day })}</h2>
            <p>
                <a href=paths::campaign(lang, &reply.slug) lang=tongue.lang.clone() dir=tongue.dir>{reply.title}</a>
            </p>
            <div class="prose" lang=tongue.lang dir=tongue.dir inner_html=reply.html></div>
            {link}
            {form}
        </li>
    }
}
