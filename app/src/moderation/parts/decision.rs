use super::{GroundBoxes, LockForm, LongText};
use crate::i18n::{DraftMsg, Lang, ReviewMsg, Text, tr, use_lang};
use crate::moderation::{Case, CaseAction, CaseField, CaseState};
use leptos::prelude::*;

/// Who is at the campaign, and the form that decides on it, in the place where its public page is signed.
#[component]
pub fn Decision<'a>(
    /// The campaign.
    case: &'a Case,
    /// The page's own path.
    path: String,
    /// The form as it was sent, if it came back.
    state: &'a CaseState,
) -> impl IntoView + use<> {
    let lang = use_lang();
    let form = (!case.own).then(|| form(lang, case, path.clone(), state));
    let own = case.own.then(|| view! { <p class="notice">{tr(lang, ReviewMsg::OwnTeam)}</p> });
    view! {
        <section class="sign card decision" id="sign" aria-labelledby="decision-title" tabindex="-1">
            <LockForm lock=case.lock.clone() path=path/>
            <h2 id="decision-title" class="section">{tr(lang, ReviewMsg::DecisionTitle)}</h2>
            {own}
            {form}
        </section>
    }
}

/// What is wrong with a field of the form that came back.
pub fn problem(lang: Lang, state: &CaseState, field: CaseField) -> Option<Text> {
    let error = state.errors.iter().find(|error| error.field == field)?;
    Some(tr(lang, ReviewMsg::Problem(field, error.problem)))
}

fn form(lang: Lang, case: &Case, path: String, state: &CaseState) -> AnyView {
    let unfit = (!case.unfit.is_empty()).then(|| {
        let items = case.unfit.iter().map(|error| {
            let field = tr(lang, DraftMsg::Label(error.field));
            let other = error.lang.map(|other| format!(" ({})", other.own_name()));
            view! { <li>{field}{other}": "{tr(lang, DraftMsg::Problem(error.field, error.problem))}</li> }
        });
        view! {
            <div class="notice">
                <p>{tr(lang, ReviewMsg::Unfit)}</p>
                <ul>{items.collect_view()}</ul>
            </div>
        }
    });
    let [publish, send_back, reject] =
        [CaseAction::Publish, CaseAction::SendBack, CaseAction::Reject].map(|action| {
            let class = if action == CaseAction::Reject { "button-danger" } else { "button-quiet" };
            view! {
                <button type="submit" class=class name="action" value=action.code()>{tr(lang, ReviewMsg::Do(action))}</button>
            }
        });
    let publish = case.unfit.is_empty().then_some(publish);
    view! {
        <form class="form" method="post" action=path novalidate=true>
            <input r#type="hidden" name="version" value=case.version.to_string()/>
            {unfit}
            <LongText
                name=CaseField::Remark.name()
                label=tr(lang, ReviewMsg::Label(CaseField::Remark))
                help=tr(lang, ReviewMsg::Help(CaseField::Remark))
                problem=problem(lang, state, CaseField::Remark)
                value=state.form.remark.clone()
            />
            <GroundBoxes
                grounds=case.grounds.clone()
                ticked=state.form.grounds.clone()
                help=tr(lang, ReviewMsg::Help(CaseField::Grounds))
                problem=problem(lang, state, CaseField::Grounds)
            />
            <div class="actions">{publish}{send_back}{reject}</div>
        </form>
    }
    .into_any()
}
