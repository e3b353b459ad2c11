use super::called;
use crate::i18n::{TeamMsg, tr, use_lang};
use crate::paths;
use crate::teams::{StuckTeam, StuckTeams};
use leptos::prelude::*;

/// Teams that keep their only owner from closing the account, with the way to each. Takes the focus.
#[component]
pub fn Stuck(
    /// The teams.
    teams: StuckTeams,
) -> impl IntoView {
    let lang = use_lang();
    let items = teams
        .0
        .into_iter()
        .map(|StuckTeam { id, name, campaigns }| {
            let campaigns = campaigns
                .into_iter()
                .map(|(slug, title)| view! { <li><a href=paths::campaign(lang, &slug)>{title}</a></li> })
                .collect_view();
            view! {
                <li>
                    <a href=paths::team(lang, &id)>{called(lang, &name)}</a>
                    <ul>{campaigns}</ul>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="summary" role="alert" tabindex="-1" autofocus=true>
            <h2>{tr(lang, TeamMsg::StuckTitle)}</h2>
            <p>{tr(lang, TeamMsg::StuckText)}</p>
            <ul>{items}</ul>
        </div>
    }
}
