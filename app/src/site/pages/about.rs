use crate::campaigns::{CampaignsPort, CountCheck};
use crate::i18n::{AboutMsg as M, Lang, tr, use_lang};
use crate::paths;
use crate::site::Site;
use crate::ui::{Heading, PageHead, awaited};
use crate::visitor::port;
use leptos::prelude::*;

/// What this is.
#[component]
pub fn About() -> impl IntoView {
    let lang = use_lang();
    let Site { name, source_url: source, .. } = use_context().unwrap_or_default();
    let (title, lead) = (tr(lang, M::Title { house: &name }), tr(lang, M::Lead { house: &name }));
    let source =
        (!source.is_empty()).then(|| view! { " "<a href=source rel="external noreferrer">{tr(lang, M::FreeLink)}</a> });
    // A page about the house is worth reading without it, too.
    let check = awaited(async move {
        let check = async { port::<CampaignsPort>()?.last_check(lang).await };
        check.await.ok().flatten().map(|check| found(lang, &check)).into_any()
    });
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
                <h2>{tr(lang, M::CountsTitle)}</h2>
                <p>{tr(lang, M::CountsText)}</p>
                {check}
                <h2>{tr(lang, M::FearTitle)}</h2>
                <p>{tr(lang, M::FearText)}</p>
                <p><a href=paths::privacy(lang)>{tr(lang, M::FearLink)}</a></p>
                <h2>{tr(lang, M::FreeTitle)}</h2>
                <p>{tr(lang, M::FreeText)}{source}</p>
            </div>
        </main>
    }
}

fn found(lang: Lang, check: &CountCheck) -> impl IntoView + use<> {
    view! { <p>{tr(lang, if check.difference == 0 { M::CountsRight(check) } else { M::CountsOff(check) })}</p> }
}
