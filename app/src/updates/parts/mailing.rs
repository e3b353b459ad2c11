use super::ActForm;
use crate::i18n::{UpdateMsg, tr, use_lang};
use crate::paths;
use crate::updates::{Mailing, MailingState, Update, UpdateAct, update_limits};
use leptos::prelude::*;

/// The mailing of an update that is public: to be begun, under way, or over.
#[component]
pub fn MailingSection<'a>(
    /// The update.
    update: &'a Update,
) -> impl IntoView + use<> {
    let lang = use_lang();
    let content = match update.mailing {
        Some(mailing) => {
            let path = paths::update(lang, &update.slug, &update.id);
            view! { <Begun mailing=mailing path=path/> }.into_any()
        }
        None if update.mailings_left == 0 => {
            view! { <p>{tr(lang, UpdateMsg::NoneLeft(update_limits::MAILINGS_A_WEEK))}</p> }.into_any()
        }
        None => view! {
            <p>{tr(lang, UpdateMsg::Readers(update.readers))}</p>
            <p>{tr(lang, UpdateMsg::Left(update.mailings_left))}</p>
            <details class="more">
                <summary>{tr(lang, UpdateMsg::MailOpen)}</summary>
                <p>{tr(lang, UpdateMsg::MailFinal)}</p>
                <ActForm act=UpdateAct::Mail text=UpdateMsg::Mail class="button"/>
            </details>
        }
        .into_any(),
    };
    view! {
        <section aria-labelledby="mailing">
            <h2 id="mailing" class="section">{tr(lang, UpdateMsg::MailTitle)}</h2>
            {content}
        </section>
    }
}

/// Where it stands, and what can be done about it.
#[component]
fn Begun(mailing: Mailing, path: String) -> impl IntoView {
    let lang = use_lang();
    let Mailing { state, made, percent } = mailing;
    let percent_text = tr(lang, UpdateMsg::Percent(percent));
    let bar = (state != MailingState::Cancelled).then(|| {
        view! {
            <progress class="bar" max="100" value=percent.to_string() aria-label=tr(lang, UpdateMsg::Progress)>
                {percent_text.clone()}
            </progress>
            <p class="meta">{percent_text.clone()}</p>
        }
    });
    let reload = state.is_open().then(|| {
        view! { <p>{tr(lang, UpdateMsg::Reload)} " " <a href=path>{tr(lang, UpdateMsg::ReloadLink)}</a></p> }
    });
    let pause = state.is_open().then(|| view! { <ActForm act=UpdateAct::Pause text=UpdateMsg::Pause/> });
    let resume =
        (state == MailingState::Paused).then(|| view! { <ActForm act=UpdateAct::Resume text=UpdateMsg::Resume/> });
    let cancel = (state.is_open() || state == MailingState::Paused).then(|| {
        view! {
            <details class="more">
                <summary>{tr(lang, UpdateMsg::CancelOpen)}</summary>
                <p>{tr(lang, UpdateMsg::CancelText)}</p>
                <ActForm act=UpdateAct::Cancel text=UpdateMsg::Cancel class="button-danger"/>
            </details>
        }
    });
    view! {
        <p>{tr(lang, UpdateMsg::MailingState(state))}</p>
        {bar}
        <p>{tr(lang, UpdateMsg::Made(made))}</p>
        {reload}
        {pause}
        {resume}
        {cancel}
    }
}
