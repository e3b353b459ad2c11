use crate::browser;
use crate::i18n::{Lang, SiteMsg, tr};
use leptos::html;
use leptos::prelude::*;

/// Light, dark, or as the system has it. Style sheets follow the choice without script; the script in the page's head remembers it.
#[component]
pub fn ThemeSwitch(lang: Lang) -> impl IntoView {
    let (light, dark) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    // A footer that is made in the browser, for another language, shows the choice that holds.
    Effect::new(move |_| {
        let chosen = match browser::theme().as_deref() {
            Some("light") => light.get(),
            Some("dark") => dark.get(),
            _ => None,
        };
        if let Some(input) = chosen {
            input.set_checked(true);
        }
    });
    view! {
        <fieldset class="theme">
            <legend>{tr(lang, SiteMsg::Theme)}</legend>
            <label for="theme-system"><input r#type="radio" name="theme" id="theme-system" value="system" checked=true autocomplete="off"/>{tr(lang, SiteMsg::ThemeSystem)}</label>
            <label for="theme-light"><input node_ref=light r#type="radio" name="theme" id="theme-light" value="light" autocomplete="off"/>{tr(lang, SiteMsg::ThemeLight)}</label>
            <label for="theme-dark"><input node_ref=dark r#type="radio" name="theme" id="theme-dark" value="dark" autocomplete="off"/>{tr(lang, SiteMsg::ThemeDark)}</label>
        </fieldset>
    }
}
