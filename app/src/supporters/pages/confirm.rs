use super::dead::Dead;
use crate::error::AppError;
use crate::i18n::{SupportMsg, tr, use_lang};
use crate::paths;
use crate::supporters::SupportersPort;
use crate::ui::{Heading, InnerPage, answered, use_saved};
use crate::visitor::port;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Where the mail to a supporter leads: one button, for programs open links too.
#[component]
pub fn ConfirmSupport() -> impl IntoView {
    let saved = use_saved();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let asked = token.clone();
    let works = async move {
        match port::<SupportersPort>()?.asked(&asked).await {
            Err(AppError::LinkInvalid) => Ok(false),
            works => works.map(|()| true),
        }
    };
    answered(works, None, move |works| match works {
        true => view! { <Page token=token done=saved == "done"/> }.into_any(),
        false => view! { <Dead/> }.into_any(),
    })
}

#[component]
fn Page(token: String, done: bool) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, if done { SupportMsg::ThanksTitle } else { SupportMsg::ConfirmTitle });
    let button = (!done).then(|| {
        view! {
            <form class="form card" method="post" action=paths::confirm_support(lang, &token) novalidate=true>
                <button type="submit" class="button">{tr(lang, SupportMsg::Confirm)}</button>
            </form>
        }
    });
    view! {
        <InnerPage title=title.clone()>
            <Heading text=title/>
            <p class="abstract">{tr(lang, if done { SupportMsg::Thanks } else { SupportMsg::ConfirmText })}</p>
            {button}
        </InnerPage>
    }
}
