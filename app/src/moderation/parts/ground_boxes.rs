use crate::i18n::{ReviewMsg, Text, tr, use_lang};
use crate::moderation::{CaseField, Ground};
use crate::ui::Complaint;
use leptos::prelude::*;

/// Boxes for the reasons of the catalogue.
#[component]
pub fn GroundBoxes(
    /// The reasons.
    grounds: Vec<Ground>,
    /// Codes of those that are ticked.
    ticked: Vec<String>,
    /// What they are for.
    help: Text,
    /// What is wrong.
    #[prop(optional_no_strip)]
    problem: Option<Text>,
) -> impl IntoView {
    let lang = use_lang();
    let name = CaseField::Grounds.name();
    let described_by = match problem {
        Some(_) => format!("{name}-help {name}-error"),
        None => format!("{name}-help"),
    };
    let problem = problem.map(|text| view! { <Complaint name=name text=text/> });
    let boxes = grounds.into_iter().enumerate().map(|(number, Ground { code, text })| {
        // The first has the name that an error summary leads to.
        let id = if number == 0 { name.to_owned() } else { format!("{name}-{number}") };
        let checked = ticked.contains(&code);
        view! {
            <div class="check">
                <input r#type="checkbox" id=id.clone() name=name value=code checked=checked/>
                <label for=id>{text}</label>
            </div>
        }
    });
    let boxes = boxes.collect_view();
    view! {
        <fieldset class="checks" aria-describedby=described_by>
            <legend>{tr(lang, ReviewMsg::Label(CaseField::Grounds))}</legend>
            <p class="help" id=format!("{name}-help")>{help}</p>
            {problem}
            {boxes}
        </fieldset>
    }
}
