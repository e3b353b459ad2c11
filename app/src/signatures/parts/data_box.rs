use crate::campaigns::Reading;
use crate::i18n::{SignMsg, tr, use_lang};
use crate::paths;
use crate::ui::{Glyph, Icon};
use leptos::prelude::*;

/// "What happens to my data", in four lines, right beside the button.
#[component]
pub fn DataBox(
    /// What the campaign's key holders may read.
    reading: Reading,
) -> impl IntoView {
    let lang = use_lang();
    let lines = [SignMsg::DataMail, SignMsg::DataReading(reading), SignMsg::DataAddress, SignMsg::DataNever]
        .map(|line| view! { <li>{tr(lang, line)}</li> })
        .into_iter()
        .collect_view();
    view! {
        <section class="data" aria-labelledby="data-title">
            <h3 id="data-title">
                <Icon glyph=Glyph::Lock/>
                " "
                {tr(lang, SignMsg::DataTitle)}
            </h3>
            <ul>{lines}</ul>
            <p><a href=paths::privacy(lang)>{tr(lang, SignMsg::DataMore)}</a></p>
        </section>
    }
}
