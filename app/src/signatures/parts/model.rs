use crate::error::AppError;
use crate::form::{Checkbox, FieldError, FormState};
use crate::signatures::{Field, Problem, SignError, SignForm};
use crate::ui::Control;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, FormData, HtmlFormElement};

/// What a form knows of its errors. The fields themselves are left to the browser: they are read when they are needed.
#[derive(Clone, Copy)]
pub struct FormModel {
    /// Errors as they stand beside the fields.
    errors: RwSignal<Vec<SignError>>,
    /// Errors of the last attempt, as the summary tells them.
    pub summary: RwSignal<Vec<SignError>>,
    /// The failure of the last attempt as a whole.
    pub failure: RwSignal<Option<AppError>>,
    /// How many attempts were refused since the page came.
    pub attempt: RwSignal<u32>,
    /// Fields that are checked as one types: those that were left once with something in them.
    left: RwSignal<Vec<Field>>,
}

impl FormModel {
    /// The model of a form that came with the page, perhaps refused.
    pub fn new<T>(state: &FormState<T, SignError>) -> Self {
        Self {
            errors: RwSignal::new(state.errors.clone()),
            summary: RwSignal::new(state.errors.clone()),
            failure: RwSignal::new(state.failure.clone()),
            attempt: RwSignal::new(0),
            left: RwSignal::new(state.errors.iter().map(|error| error.field).collect()),
        }
    }

    /// What ties a field's control to its texts.
    pub fn control(self, field: Field, helped: bool) -> Control {
        let problem = Signal::derive(move || {
            self.errors.with(|errors| errors.iter().find(|error| error.field == field).map(|error| error.problem))
        });
        Control { field, helped, problem }
    }

    /// Shows what was wrong with an attempt, and has the summary take the focus.
    pub fn refuse(self, errors: Vec<SignError>, failure: Option<AppError>) {
        self.left.update(|left| left.extend(errors.iter().map(|error| error.field)));
        self.errors.set(errors.clone());
        self.summary.set(errors);
        self.failure.set(failure);
        self.attempt.update(|attempt| *attempt += 1);
    }

    /// Forgets what was wrong, while an attempt is under way.
    pub fn clear(self) {
        self.errors.set(Vec::new());
        self.summary.set(Vec::new());
        self.failure.set(None);
    }

    /// Checks a field that was left. One that is still empty is left in peace until the form is sent.
    pub fn leave(self, field: Field, empty: bool, problem: Option<Problem>) {
        if empty && !self.left.with_untracked(|left| left.contains(&field)) {
            return;
        }
        self.left.update(|left| left.push(field));
        self.set(field, problem);
    }

    /// Checks a field that is being typed in, if it was left once.
    pub fn typed(self, field: Field, problem: Option<Problem>) {
        if self.left.with_untracked(|left| left.contains(&field)) {
            self.set(field, problem);
        }
    }

    fn set(self, field: Field, problem: Option<Problem>) {
        let known = self.errors.with_untracked(|errors| errors.iter().find(|e| e.field == field).map(|e| e.problem));
        if known != problem {
            self.errors.update(|errors| {
                errors.retain(|error| error.field != field);
                errors.extend(problem.map(|problem| FieldError { field, problem }));
            });
        }
    }
}

/// The field that an event is about, and whether it is empty.
pub fn event_field(event: &Event) -> Option<Field> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    Field::parse(&element.get_attribute("name")?)
}

/// Reads the sign form as it stands in the page; empty if the browser does not give it.
pub fn read_sign_form(form: &HtmlFormElement) -> SignForm {
    let Ok(data) = FormData::new_with_form(form) else { return SignForm::default() };
    let text = |name: &str| data.get(name).as_string().unwrap_or_default();
    let ticked = |name: &str| Checkbox(data.has(name));
    SignForm {
        name: text("name"),
        email: text("email"),
        country: text("country"),
        postcode: text("postcode"),
        reason: text("reason"),
        show_name: ticked("show_name"),
        show_reason: ticked("show_reason"),
        updates: ticked("updates"),
        contact: ticked("contact"),
        source: text("source"),
        reading: text("reading"),
        website: text("website"),
    }
}

/// The text of a field in a form that was read.
pub fn field_text(form: &SignForm, field: Field) -> &str {
    match field {
        Field::Name => &form.name,
        Field::Email => &form.email,
        Field::Country => &form.country,
        Field::Postcode => &form.postcode,
        Field::Reason => &form.reason,
        Field::Code | Field::SignInCode | Field::ProofCode | Field::Sure => "",
    }
}
