use crate::answer::{MovedTo, asked_for, set_status};
use crate::error::AppError;
use crate::i18n::{AccountMsg, TeamMsg, tr, use_lang};
use crate::paths;
use crate::teams::parts::{Refused, called};
use crate::teams::{Invited, TeamState, TeamsPort};
use crate::ui::{BackLink, Heading, InnerPage, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What an invitation's link has to show.
enum Step {
    /// Its button.
    Join(Invited),
    /// Signing in first; then it leads back here.
    SignIn,
    /// That it does not work here.
    Dead,
}

/// Where the mail with an invitation leads: one button, for whoever is signed in with the address that it went to.
#[component]
pub fn JoinTeam() -> impl IntoView {
    let lang = use_lang();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    let back = asked_for();
    let step = async move {
        match port::<TeamsPort>()?.invitation(&visitor()?, &token).await {
            Err(AppError::SignIn) => Ok(Step::SignIn),
            Err(AppError::LinkInvalid) => Ok(Step::Dead),
            invited => invited.map(Step::Join),
        }
    };
    answered(step, None, move |step| match step {
        Step::Join(invited) => view! { <Page invited=invited/> }.into_any(),
        Step::SignIn => {
            view! { <MovedTo path=paths::sign_in_for(lang, &back) text=tr(lang, AccountMsg::SignIn)/> }.into_any()
        }
        Step::Dead => view! { <Dead/> }.into_any(),
    })
}

#[component]
fn Page(invited: Invited) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, TeamMsg::InvitedTitle);
    let state = use_context::<TeamState>().unwrap_or_default();
    let team = called(lang, &invited.team);
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=title/>
            <Refused state=state/>
            <p class="abstract">{tr(lang, TeamMsg::InvitedText { team: &team, role: invited.role })}</p>
            <p>{tr(lang, TeamMsg::InvitedSeen)}</p>
            <form class="form card" method="post">
                <button type="submit" class="button" id="join">{tr(lang, TeamMsg::Join)}</button>
            </form>
        </InnerPage>
    }
}

/// Said alike of every link that does not work for this account.
#[component]
fn Dead() -> impl IntoView {
    set_status(404);
    let lang = use_lang();
    let title = tr(lang, TeamMsg::DeadTitle);
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=title/>
            <p class="abstract">{tr(lang, TeamMsg::DeadText)}</p>
        </InnerPage>
    }
}
