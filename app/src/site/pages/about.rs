use crate::i18n::{AboutMsg as M, tr, use_lang};
use crate::paths;
use crate::site::Site;
use crate::ui::{Heading, PageHead};
use leptos::prelude::*;

/// What this is.
#[component]
pub fn About() -> impl IntoView {
    let lang = use_lang();
    let (title, lead) = (tr(lang, M::Title), tr(lang, M::Lead));
    let source = use_context::<Site>().unwrap_or_default().source_url;
    let source =
        (!source.is_empty()).then(|| view! { " "<a href=source rel="external noreferrer">{tr(lang, M::FreeLink)}</a> });
    view! {
        <PageHead title=title.clone() description=lead.clone() path=paths::about(lang)/>
        <main id="main" class="page" tabindex="-1">
            <Heading text=title/>
            <p class="abstract">{lead}</p>
            <div class="prose">
                <h2>{tr(lang, M::SigningTitle)}</h2>
                <ol>
                    <li>{tr(lang, M::StepForm)}</li>
                    <li>{tr(lang, M::StepMail)}</li>
                    <li>{tr(lang, M::StepCount)}</li>
                </ol>
                <h2>{tr(lang, M::FearTitle)}</h2>
                <p>{tr(lang, M::FearText)}</p>
                <p><a href=paths::privacy(lang)>{tr(lang, M::FearLink)}</a></p>
                <h2>{tr(lang, M::FreeTitle)}</h2>
                <p>{tr(lang, M::FreeText)}{source}</p>
            </div>
        </main>
    }
}
