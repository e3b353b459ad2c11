use super::hand_over::HandOver;
use super::invite::Invite;
use super::members::Members;
use super::{typed, wrong};
use crate::i18n::{TeamMsg, tr, use_lang};
use crate::paths;
use crate::teams::parts::{Refused, called};
use crate::teams::{Team, TeamRole, TeamState, TeamsPort};
use crate::ui::{BackLink, Danger, Done, Heading, InnerPage, Line, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A team: who is in it, and for owners whom to invite and what to hand over.
#[component]
pub fn TeamPage() -> impl IntoView {
    let (lang, saved) = (use_lang(), use_saved());
    let id = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let team = async move { port::<TeamsPort>()?.team(&visitor()?, lang, &id).await };
    answered(team, None, move |team| view! { <Page team=team saved=saved/> }.into_any())
}

#[component]
fn Page(team: Team, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = called(lang, &team.name);
    let state = use_context::<TeamState>().unwrap_or_default();
    let said = match saved.as_str() {
        "changed" => Some(TeamMsg::Saved),
        "invited" => Some(TeamMsg::Invitation),
        "offered" => Some(TeamMsg::OfferMade),
        "joined" => Some(TeamMsg::Joined),
        "moved" => Some(TeamMsg::Moved),
        _ => None,
    };
    let refused = state.problem.is_some() || state.failure.is_some();
    let said = said.filter(|_| !refused).map(|text| view! { <Done text=tr(lang, text)/> });
    let (id, owner) = (team.id.clone(), team.role == TeamRole::Owner);
    let not_sure = wrong(lang, &state, "leave");
    let of_owners = owner.then(|| {
        view! {
            <Invite id=team.id.clone() invitations=team.invitations state=state.clone()/>
            <HandOver id=team.id.clone() campaigns=team.campaigns offers=team.offers state=state.clone()/>
            <Rename id=team.id.clone() name=team.name state=state.clone()/>
        }
    });
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::teams(lang) text=tr(lang, TeamMsg::Title)/>
            <Heading text=title/>
            {said}
            <Refused state=state/>
            <p>{tr(lang, TeamMsg::Roles)}</p>
            <Members id=id.clone() members=team.members owner=owner/>
            {of_owners}
            <Danger
                title=tr(lang, TeamMsg::Leave)
                text=tr(lang, TeamMsg::LeaveText)
                path=paths::team(lang, &id)
                action="leave"
                label=tr(lang, TeamMsg::Sure)
                help=tr(lang, TeamMsg::SureHelp)
                not_sure=not_sure
            />
        </InnerPage>
    }
}

#[component]
fn Rename(id: String, name: String, state: TeamState) -> impl IntoView {
    let lang = use_lang();
    let name = if state.form.action == "rename" { typed(&state, "rename", |state| &state.form.name) } else { name };
    view! {
        <section aria-labelledby="rename">
            <h2 id="rename" class="section">{tr(lang, TeamMsg::Rename)}</h2>
            <form class="form card" method="post" action=paths::team(lang, &id) novalidate=true>
                <input r#type="hidden" name="action" value="rename"/>
                <Line
                    name="name"
                    label=tr(lang, TeamMsg::Name)
                    help=Some(tr(lang, TeamMsg::NameHelp))
                    value=name
                    problem=wrong(lang, &state, "rename")
                />
                <button type="submit" class="button-quiet">{tr(lang, TeamMsg::Save)}</button>
            </form>
        </section>
    }
}
