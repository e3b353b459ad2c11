use crate::campaigns::Slug;
use crate::i18n::{DraftMsg, Lang, Text, UpdateMsg, tr, use_lang};
use crate::paths;
use crate::ui::{Complaint, text_area_content};
use crate::updates::{UpdateError, UpdateField as F, UpdateForm, UpdateProblem};
use leptos::prelude::*;

/// The form in which an update is written.
#[component]
pub fn TextForm(
    /// The campaign.
    slug: Slug,
    /// The update's id.
    id: String,
    /// The version that it is sent with.
    version: i64,
    /// The texts in it.
    form: UpdateForm,
    /// What was wrong when it was last sent.
    errors: Vec<UpdateError>,
) -> impl IntoView {
    let lang = use_lang();
    let path = paths::update(lang, &slug, &id);
    let problem = |field| errors.iter().find(|error| error.field == field).map(|error| error.problem);
    let fields = F::ALL
        .map(|field| {
            let problem = problem(field);
            view! { <Field field=field problem=problem form=form.clone()/> }
        })
        .into_iter()
        .collect_view();
    view! {
        <form class="form" method="post" action=path novalidate=true>
            <input r#type="hidden" name="version" value=version.to_string()/>
            {fields}
            <p id="submit-help">{tr(lang, UpdateMsg::SubmitHelp)}</p>
            <div class="actions">
                <button type="submit" class="button-quiet" name="action" value="save">{tr(lang, UpdateMsg::Save)}</button>
                <a class="button-quiet" href=paths::update_preview(lang, &slug, &id) target="_blank">{tr(lang, UpdateMsg::Preview)}</a>
            </div>
            <button type="submit" class="button" name="action" value="submit" aria-describedby="submit-help">
                {tr(lang, UpdateMsg::Submit)}
            </button>
        </form>
    }
}

/// A field with label, help, what is wrong with it, and the text that is in it.
#[component]
fn Field(field: F, problem: Option<UpdateProblem>, form: UpdateForm) -> impl IntoView {
    let lang = use_lang();
    let name = field.name();
    let (described_by, invalid) = match problem {
        Some(_) => (format!("{name}-help {name}-error"), Some("true")),
        None => (format!("{name}-help"), None),
    };
    let error =
        problem.map(|problem| view! { <Complaint name=name text=tr(lang, UpdateMsg::Problem(field, problem))/> });
    let control = match field {
        F::Title => view! {
            <input
                r#type="text"
                id=name
                name=name
                value=form.title
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=invalid
            />
        }
        .into_any(),
        F::Locale => {
            let chosen = Lang::parse(&form.locale).unwrap_or(lang);
            let options = Lang::ALL
                .into_iter()
                .map(|lang| {
                    view! {
                        <option value=lang.code() lang=lang.code() selected=lang == chosen>{lang.own_name()}</option>
                    }
                })
                .collect_view();
            view! {
                <select id=name name=name aria-describedby=described_by aria-invalid=invalid>{options}</select>
            }
            .into_any()
        }
        F::Text => view! {
            <details class="more">
                <summary>{tr(lang, DraftMsg::StoryExamples)}</summary>
                <pre>{tr(lang, DraftMsg::StoryExample)}</pre>
            </details>
            <textarea
                id=name
                name=name
                rows="12"
                aria-describedby=described_by
                aria-invalid=invalid
                inner_html=text_area_content(&form.text)
            ></textarea>
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label for=name>{tr(lang, UpdateMsg::Label(field))}</label>
            <p class="help" id=format!("{name}-help")>{tr(lang, UpdateMsg::Help(field))}</p>
            {error}
            {control}
        </div>
    }
}

/// Errors as a list shows them: the name of the field, and what to do.
pub fn listed(lang: Lang, errors: &[UpdateError]) -> Vec<(String, Text)> {
    errors
        .iter()
        .map(|error| (format!("#{}", error.field.name()), tr(lang, UpdateMsg::Problem(error.field, error.problem))))
        .collect()
}
