//! The parts of this room's pages, one a file.

mod own_teams;
mod refused;
mod stuck;

pub(crate) use own_teams::OwnTeams;
pub(super) use refused::Refused;
pub(crate) use stuck::Stuck;

use crate::i18n::{DraftMsg, Lang, TeamMsg, tr};
use crate::paths;
use crate::teams::TeamName;
use leptos::prelude::*;

/// A team's name, or words where it has none.
pub(crate) fn called(lang: Lang, name: &str) -> String {
    if name.is_empty() { tr(lang, TeamMsg::Unnamed).into_owned() } else { name.to_owned() }
}

/// A campaign's title, or words where a draft has none.
pub(super) fn named(lang: Lang, title: String) -> String {
    if title.trim().is_empty() { tr(lang, DraftMsg::Untitled).into_owned() } else { title }
}

/// Teams, each with one's role in it and the way to its page.
pub(super) fn listed(lang: Lang, teams: Vec<TeamName>) -> impl IntoView {
    let items = teams
        .into_iter()
        .map(|TeamName { id, name, role }| {
            view! {
                <li>
                    <p><a href=paths::team(lang, &id)>{called(lang, &name)}</a></p>
                    <span class="meta">{tr(lang, TeamMsg::YourRole(role))}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="sessions" role="list">{items}</ul> }
}
