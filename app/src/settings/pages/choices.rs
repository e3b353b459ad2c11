use crate::i18n::{SettingsMsg, Text, tr, use_lang};
use crate::settings::Setting;
use crate::ui::Complaint;
use leptos::prelude::*;

/// One of a few, each with what it means.
#[component]
pub fn Choices(
    /// What is chosen.
    setting: Setting,
    /// Values with their names and what they mean.
    options: Vec<(&'static str, Text, Text)>,
    /// The value that is chosen.
    chosen: String,
    /// What is saved at the moment, where that is something else.
    #[prop(optional_no_strip)]
    now: Option<Text>,
    /// What is wrong.
    #[prop(optional_no_strip)]
    problem: Option<Text>,
) -> impl IntoView {
    let lang = use_lang();
    let name = setting.name();
    let boxes = options.into_iter().enumerate().map(|(number, (value, text, means))| {
        // The first has the name that an error summary leads to.
        let id = if number == 0 { name.to_owned() } else { format!("{name}-{number}") };
        let help = format!("{id}-means");
        view! {
            <div class="check">
                <input r#type="radio" id=id.clone() name=name value=value checked=value == chosen aria-describedby=help.clone()/>
                <label for=id>{text}</label>
                <p class="help" id=help>{means}</p>
            </div>
        }
    });
    let boxes = boxes.collect_view();
    let help = tr(lang, SettingsMsg::Help(setting));
    let help = (!help.is_empty()).then(|| view! { <p class="help">{help}</p> });
    let now = now.map(|text| view! { <p class="help">{text}</p> });
    view! {
        <fieldset class="checks">
            <legend>{tr(lang, SettingsMsg::Label(setting))}</legend>
            {help}
            {now}
            {problem.map(|text| view! { <Complaint name=name text=text/> })}
            {boxes}
        </fieldset>
    }
}
