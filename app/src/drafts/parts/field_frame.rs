use crate::drafts::{DraftError, DraftField, DraftProblem};
use crate::i18n::{DraftMsg, SiteMsg, tr, use_lang};
use crate::ui::Complaint;
use leptos::prelude::*;

/// What ties a control to the texts around it. Every field has a help text, which figures share.
#[derive(Clone, Copy)]
pub struct Tie {
    /// The field.
    pub field: DraftField,
    /// What is wrong with it.
    pub problem: Option<DraftProblem>,
}

impl Tie {
    /// A field with what is wrong with it among these errors.
    pub fn of(field: DraftField, errors: &[DraftError]) -> Self {
        let problem = errors.iter().find(|error| error.field == field).map(|error| error.problem);
        Self { field, problem }
    }

    /// The value of `aria-describedby`.
    pub fn described_by(self) -> String {
        let name = self.field.name();
        let help = match self.field {
            // Said once for all rows.
            DraftField::Fact(_, part) => format!("fact_{}-help", part.name()),
            _ => format!("{name}-help"),
        };
        match self.problem {
            Some(_) => format!("{help} {name}-error"),
            None => help,
        }
    }

    /// The value of `aria-invalid`.
    pub fn invalid(self) -> Option<&'static str> {
        self.problem.is_some().then_some("true")
    }
}

/// Label, help and error round a control; the control is the child.
#[component]
pub fn FieldFrame(
    /// The field and its state.
    tie: Tie,
    /// The control, and what stands around it.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let Tie { field, problem } = tie;
    let name = field.name().into_owned();
    let optional =
        field.is_optional().then(|| view! { " "<span class="optional">"("{tr(lang, SiteMsg::Optional)}")"</span> });
    let error = problem
        .map(|problem| view! { <Complaint name=name.clone() text=tr(lang, DraftMsg::Problem(field, problem))/> });
    let help = tr(lang, DraftMsg::Help(field));
    let help = (!help.is_empty()).then(|| view! { <p class="help" id=format!("{name}-help")>{help}</p> });
    view! {
        <div class="field">
            <label for=name.clone()>{tr(lang, DraftMsg::Label(field))}{optional}</label>
            {help}
            {error}
            {children()}
        </div>
    }
}
