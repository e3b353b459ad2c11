use super::{Glyph, Icon};
use crate::i18n::{SignMsg, SiteMsg, tr, use_lang};
use crate::signatures::{Field, Problem};
use leptos::prelude::*;

/// What ties a control to the texts around it.
#[derive(Clone, Copy)]
pub struct Control {
    /// The field.
    pub field: Field,
    /// Whether a help text stands beside it.
    pub helped: bool,
    /// What is wrong with it at this moment.
    pub problem: Signal<Option<Problem>>,
}

impl Control {
    /// The value of `aria-describedby`: help and error, as far as they are there.
    pub fn described_by(self) -> impl Fn() -> Option<String> + Send + Sync + Clone + 'static {
        move || {
            let name = self.field.name();
            match (self.helped, self.problem.get().is_some()) {
                (true, true) => Some(format!("{name}-help {name}-error")),
                (true, false) => Some(format!("{name}-help")),
                (false, true) => Some(format!("{name}-error")),
                (false, false) => None,
            }
        }
    }

    /// The value of `aria-invalid`.
    pub fn invalid(self) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + 'static {
        move || self.problem.get().is_some().then_some("true")
    }
}

/// Label, help and error round a control; the control is the child.
#[component]
pub fn FieldFrame(
    /// The field and its state.
    control: Control,
    /// The help text; shown if the control says that it is helped.
    #[prop(optional, into)]
    help: String,
    /// Whether the field may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The control, and what stands below it.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let Control { field, helped, problem } = control;
    let name = field.name();
    let optional = optional.then(|| view! { " "<span class="optional">"("{tr(lang, SiteMsg::Optional)}")"</span> });
    let help = helped.then(|| view! { <p class="help" id=format!("{name}-help")>{help}</p> });
    let error = move || {
        problem.get().map(|problem| {
            view! {
                <p class="error" id=format!("{name}-error")>
                    <Icon glyph=Glyph::Alert/>
                    " "
                    {tr(lang, SignMsg::Problem(field, problem))}
                </p>
            }
        })
    };
    view! {
        <div class="field">
            <label for=name>{tr(lang, SignMsg::Label(field))}{optional}</label>
            {help}
            {error}
            {children()}
        </div>
    }
}
