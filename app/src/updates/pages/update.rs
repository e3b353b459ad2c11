use super::{use_id, use_slug};
use crate::error::AppError;
use crate::i18n::{Lang, UpdateMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, Danger, Done, Heading, InnerPage, Refusal, answered, use_saved};
use crate::updates::parts::{ActForm, MailingSection, TextForm, listed};
use crate::updates::{
    MailingState, Update, UpdateAct, UpdateForm, UpdateFormState, UpdateState, UpdatesPort, update_limits,
};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// An update: written while it is a draft, looked at while it waits, mailed once it is public.
#[component]
pub fn UpdatePage() -> impl IntoView {
    let lang = use_lang();
    let (slug, id, saved) = (use_slug(), use_id(), use_saved());
    let update = async move {
        let slug = slug.ok_or(AppError::NotFound)?;
        port::<UpdatesPort>()?.read(&visitor()?, lang, &slug, &id).await
    };
    answered(update, None, move |update| view! { <Page update=update saved=saved/> }.into_any())
}

#[component]
fn Page(update: Update, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = match update.form.title.trim() {
        "" => tr(lang, UpdateMsg::Untitled).into_owned(),
        title => title.to_owned(),
    };
    let state = use_context::<UpdateFormState>();
    let not_sure = state.as_ref().is_some_and(|state| state.not_sure);
    let said = said(&saved, &update).filter(|_| state.is_none()).map(|text| view! { <Done text=tr(lang, text)/> });
    let (slug, id) = (update.slug.clone(), update.id.clone());
    let preview = paths::update_preview(lang, &slug, &id);
    let content = match update.state {
        UpdateState::Draft => {
            let delete = view! {
                <Danger
                    title=tr(lang, UpdateMsg::Delete)
                    text=tr(lang, UpdateMsg::DeleteText)
                    path=paths::update(lang, &slug, &id)
                    action="delete"
                    label=tr(lang, UpdateMsg::Sure)
                    help=tr(lang, UpdateMsg::SureHelp)
                    not_sure=not_sure.then(|| tr(lang, UpdateMsg::NotSure))
                />
            };
            view! { <Writing update=update state=state.clone()/> <TestMail/> {delete} }.into_any()
        }
        UpdateState::Submitted => view! {
            <p class="abstract">{tr(lang, UpdateMsg::Waits)}</p>
            <p><a href=preview target="_blank">{tr(lang, UpdateMsg::Preview)}</a></p>
            <ActForm act=UpdateAct::TakeBack text=UpdateMsg::TakeBack/>
            <TestMail/>
        }
        .into_any(),
        UpdateState::Approved => {
            let test = update.mailing.is_none().then(|| view! { <TestMail/> });
            view! {
                <p class="abstract">{tr(lang, UpdateMsg::Public)}</p>
                <p><a href=paths::news(lang, &slug, 1)>{tr(lang, UpdateMsg::OpenPublic)}</a></p>
                {test}
                <MailingSection update=&update/>
            }
            .into_any()
        }
    };
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::updates(lang, &slug) text=tr(lang, UpdateMsg::Updates)/>
            <Heading text=title/>
            {said}
            <Refused state=state/>
            {content}
        </InnerPage>
    }
}

/// What was done just before. An address can be kept and opened later: only what still holds is said.
fn said(saved: &str, update: &Update) -> Option<UpdateMsg> {
    use UpdateState as S;
    let mailing = update.mailing.map(|mailing| mailing.state);
    let open = mailing.is_some_and(MailingState::is_open);
    match (saved, update.state) {
        ("draft", S::Draft) => Some(UpdateMsg::Saved),
        ("take_back", S::Draft) => Some(UpdateMsg::TakenBack),
        ("submitted", S::Submitted) => Some(UpdateMsg::Submitted),
        ("test", _) => Some(UpdateMsg::Tested),
        ("mail", S::Approved) if open => Some(UpdateMsg::Begun),
        ("resume", S::Approved) if open => Some(UpdateMsg::Resumed),
        ("pause", S::Approved) if mailing == Some(MailingState::Paused) => Some(UpdateMsg::Paused),
        ("cancel", S::Approved) if mailing == Some(MailingState::Cancelled) => Some(UpdateMsg::Cancelled),
        _ => None,
    }
}

/// What was wrong with the form as it was last sent.
#[component]
fn Refused(state: Option<UpdateFormState>) -> impl IntoView {
    let lang = use_lang();
    let state = state.unwrap_or_default();
    let over = match state.over {
        Some(UpdateAct::Test) => Some(UpdateMsg::TooManyTests(update_limits::TESTS_MAX)),
        Some(_) => Some(UpdateMsg::NoneLeft(update_limits::MAILINGS_A_WEEK)),
        None => None,
    };
    let over = over.map(|text| {
        view! { <div class="summary" role="alert" tabindex="-1" autofocus=true><p>{tr(lang, text)}</p></div> }
    });
    let (errors, kept) = if state.not_sure {
        (vec![("#sure".to_owned(), tr(lang, UpdateMsg::NotSure))], tr(lang, UpdateMsg::NotDeleted))
    } else {
        (listed(lang, &state.errors), tr(lang, UpdateMsg::NotSubmitted))
    };
    view! { {over} <Refusal errors=errors kept=kept failure=state.failure/> }
}

/// The form, with what a moderator or another writer has done meanwhile above it.
#[component]
fn Writing(update: Update, state: Option<UpdateFormState>) -> impl IntoView {
    let lang = use_lang();
    let Update { slug, id, remark, version, form, .. } = update;
    let overtaken = state.as_ref().is_some_and(|state| state.overtaken).then(|| {
        view! {
            <div class="notice" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, UpdateMsg::Overtaken)}</p>
                <p><a href=paths::update(lang, &slug, &id) target="_blank">{tr(lang, UpdateMsg::OpenSaved)}</a></p>
            </div>
        }
    });
    let remark = remark.map(|text| remark_of(lang, text));
    // Forms without fields have none of the texts.
    let typed = state.filter(|state| state.form != UpdateForm::default());
    let (version, form, errors) = match typed {
        Some(state) => (state.version, state.form, state.errors),
        None => (version, form, Vec::new()),
    };
    view! {
        {overtaken}
        {remark}
        <TextForm slug=slug id=id version=version form=form errors=errors/>
    }
}

fn remark_of(lang: Lang, text: String) -> impl IntoView {
    view! {
        <div class="notice">
            <p><strong>{tr(lang, UpdateMsg::SentBack)}</strong></p>
            <blockquote class="quoted">{text}</blockquote>
        </div>
    }
}

/// A mail to oneself.
#[component]
fn TestMail() -> impl IntoView {
    let lang = use_lang();
    view! {
        <section aria-labelledby="test">
            <h2 id="test" class="section">{tr(lang, UpdateMsg::TestTitle)}</h2>
            <p>{tr(lang, UpdateMsg::TestText)}</p>
            <ActForm act=UpdateAct::Test text=UpdateMsg::Test/>
        </section>
    }
}
