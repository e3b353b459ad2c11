use super::{PasskeyProblem, PasskeyState, PasskeysPort};
use crate::i18n::{PasskeyMsg, SiteMsg, tr, use_lang};
use crate::ui::Refusal;
use leptos::prelude::*;

/// Whether the page that is being made can offer a passkey.
pub fn passkeys_work() -> bool {
    use_context::<PasskeysPort>().is_some_and(|passkeys| passkeys.work_here())
}

/// Why a form with a passkey was refused, if one came back. Takes the focus.
#[component]
pub fn PasskeyRefused() -> impl IntoView {
    let lang = use_lang();
    use_context::<PasskeyState>().map(|PasskeyState { problem, failure, .. }| {
        let place = if problem == Some(PasskeyProblem::Last) { "#passkeys" } else { "#passkey" };
        let error = problem.map(|problem| (place.to_owned(), tr(lang, PasskeyMsg::Problem(problem))));
        view! { <Refusal errors=error.into_iter().collect() kept=tr(lang, SiteMsg::NothingSaved) failure=failure/> }
    })
}
