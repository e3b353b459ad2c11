use super::{roles, typed, wrong};
use crate::i18n::{TeamMsg, tr, use_lang};
use crate::paths;
use crate::teams::{OpenInvitation, TeamRole, TeamState};
use crate::ui::{Line, Select};
use leptos::prelude::*;

/// Invites somebody, and shows who was invited.
#[component]
pub fn Invite(
    /// The team.
    id: String,
    /// Who has not answered yet.
    invitations: Vec<OpenInvitation>,
    /// A form that came back.
    state: TeamState,
) -> impl IntoView {
    let lang = use_lang();
    let chosen =
        TeamRole::parse(&state.form.role).filter(|_| state.form.action == "invite").unwrap_or(TeamRole::Editor);
    view! {
        <section aria-labelledby="invite">
            <h2 id="invite" class="section">{tr(lang, TeamMsg::Invite)}</h2>
            {(!invitations.is_empty()).then(|| view! { <Waiting id=id.clone() invitations=invitations/> })}
            <form class="form card" method="post" action=paths::team(lang, &id) novalidate=true>
                <input r#type="hidden" name="action" value="invite"/>
                <Line
                    name="email"
                    label=tr(lang, TeamMsg::Email)
                    help=Some(tr(lang, TeamMsg::InviteHelp))
                    value=typed(&state, "invite", |state| &state.form.email)
                    kind="email"
                    problem=wrong(lang, &state, "invite")
                />
                <Select name="role" label=tr(lang, TeamMsg::RoleLabel) options=roles(lang) chosen=chosen.code()/>
                <button type="submit" class="button-quiet">{tr(lang, TeamMsg::Send)}</button>
            </form>
        </section>
    }
}

#[component]
fn Waiting(id: String, invitations: Vec<OpenInvitation>) -> impl IntoView {
    let lang = use_lang();
    let items = invitations
        .into_iter()
        .enumerate()
        .map(|(number, OpenInvitation { id: invitation, email, role, until })| {
            let text_id = format!("invitation-{number}");
            view! {
                <li>
                    <p id=text_id.clone()>
                        <strong class="address">{email}</strong>
                        <br/>
                        {tr(lang, TeamMsg::Until { role, day: &until })}
                    </p>
                    <form method="post" action=paths::team(lang, &id)>
                        <input r#type="hidden" name="action" value="withdraw"/>
                        <input r#type="hidden" name="id" value=invitation/>
                        <button type="submit" class="button-quiet" aria-describedby=text_id>
                            {tr(lang, TeamMsg::Withdraw)}
                        </button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! {
        <h3 id="open" tabindex="-1">{tr(lang, TeamMsg::Open)}</h3>
        <ul class="sessions" role="list">{items}</ul>
    }
}
