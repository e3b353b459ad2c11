use crate::i18n::{Lang, SiteMsg, tr};
use leptos::prelude::*;

/// Light, dark, or as the system has it. Style sheets follow the choice without script; the script in the page's head remembers it.
#[component]
pub fn ThemeSwitch(lang: Lang) -> impl IntoView {
    view! {
        <fieldset class="theme">
            <legend>{tr(lang, SiteMsg::Theme)}</legend>
            <label for="theme-system"><input r#type="radio" name="theme" id="theme-system" value="system" checked=true autocomplete="off"/>{tr(lang, SiteMsg::ThemeSystem)}</label>
            <label for="theme-light"><input r#type="radio" name="theme" id="theme-light" value="light" autocomplete="off"/>{tr(lang, SiteMsg::ThemeLight)}</label>
            <label for="theme-dark"><input r#type="radio" name="theme" id="theme-dark" value="dark" autocomplete="off"/>{tr(lang, SiteMsg::ThemeDark)}</label>
        </fieldset>
    }
}
