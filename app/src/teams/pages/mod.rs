//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod hand_over;
mod invite;
mod join;
mod members;
mod team;
mod teams;

pub use join::JoinTeam;
pub use team::TeamPage;
pub use teams::TeamsPage;

use crate::i18n::{Lang, TeamMsg, Text, tr};
use crate::teams::{TeamProblem as P, TeamRole, TeamState};

/// The roles to choose from.
fn roles(lang: Lang) -> Vec<(&'static str, String)> {
    TeamRole::ALL.map(|role| (role.code(), tr(lang, TeamMsg::Role(role)).into_owned())).to_vec()
}

/// What is wrong with the text field of the form that does `action`.
fn wrong(lang: Lang, state: &TeamState, action: &str) -> Option<Text> {
    let of_a_field =
        |problem: &P| matches!(problem, P::Name(_) | P::Address(_) | P::Invited | P::Member | P::Offered | P::NotSure);
    let problem = state.problem.filter(of_a_field).filter(|_| state.form.action == action);
    problem.map(|problem| tr(lang, TeamMsg::Problem(problem)))
}

/// What was typed into the form that does `action`.
fn typed(state: &TeamState, action: &str, what: impl Fn(&TeamState) -> &String) -> String {
    if state.form.action == action { what(state).clone() } else { String::new() }
}
