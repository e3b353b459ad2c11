use crate::i18n::{SiteMsg, TeamMsg, tr, use_lang};
use crate::teams::{TeamProblem as P, TeamState};
use crate::ui::Refusal;
use leptos::prelude::*;

/// Why a form was refused, with the way to where that can be mended.
#[component]
pub fn Refused(
    /// What came back.
    state: TeamState,
) -> impl IntoView {
    let lang = use_lang();
    let place = match (state.form.action.as_str(), state.problem) {
        (_, Some(P::NotSure)) => "sure",
        (_, Some(P::Invitations(_))) => "open",
        ("invite", Some(P::NoRole)) => "role",
        ("invite", _) => "email",
        ("offer", _) => "to",
        ("make" | "rename", _) => "name",
        ("role" | "remove" | "leave", _) => "members",
        ("accept" | "decline", _) => "offers",
        _ => "join",
    };
    let error = state.problem.map(|problem| (format!("#{place}"), tr(lang, TeamMsg::Problem(problem))));
    view! { <Refusal errors=error.into_iter().collect() kept=tr(lang, SiteMsg::NothingSaved) failure=state.failure/> }
}
