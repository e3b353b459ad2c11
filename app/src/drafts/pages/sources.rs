use crate::answer::MovedTo;
use crate::campaigns::{Empty, Slug};
use crate::drafts::parts::SourcesField;
use crate::drafts::{DraftError, DraftField, DraftsPort, OwnSources, SourcesState};
use crate::error::AppError;
use crate::i18n::{AccountMsg, DraftMsg, ExportMsg, SiteMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, InnerPage, Refusal, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A public campaign's own sources, each with its link.
#[component]
pub fn SourcesPage() -> impl IntoView {
    let lang = use_lang();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let saved = use_saved();
    let sources =
        async move { port::<DraftsPort>()?.sources(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(sources, None, move |sources| match sources {
        Some(sources) => view! { <Page sources=sources saved=saved/> }.into_any(),
        None => view! { <MovedTo path=paths::sign_in(lang) text=tr(lang, AccountMsg::SignIn)/> }.into_any(),
    })
}

#[component]
fn Page(sources: OwnSources, saved: String) -> impl IntoView {
    let lang = use_lang();
    let OwnSources { slug, title, text_lang, codes, share_url } = sources;
    let state = use_context::<SourcesState>();
    let heading = tr(lang, DraftMsg::SourcesTitle);
    let tongue = Tongue::of(&text_lang, lang);
    let said = (saved == "sources" && state.is_none()).then(|| view! { <Done text=tr(lang, DraftMsg::Saved)/> });
    let (typed, problem, failure) = match state {
        Some(state) => (state.typed, state.problem, state.failure),
        None => (codes.join("\n"), None, None),
    };
    let errors = problem.map(|problem| DraftError::of(DraftField::Sources, problem)).into_iter().collect::<Vec<_>>();
    let listed = super::super::parts::listed(lang, &errors);
    let links = if codes.is_empty() {
        view! { <Empty text=tr(lang, DraftMsg::NoSources)/> }.into_any()
    } else {
        let rows = codes
            .into_iter()
            .map(|code| {
                let link = format!("{share_url}?source={code}");
                view! {
                    <tr>
                        <th scope="row">{code}</th>
                        <td><code class="link">{link}</code></td>
                    </tr>
                }
            })
            .collect_view();
        view! {
            <div class="scroll" tabindex="0" role="region" aria-labelledby="links">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{tr(lang, DraftMsg::SourceColumn)}</th>
                            <th scope="col">{tr(lang, DraftMsg::LinkColumn)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <InnerPage title=format!("{heading}: {title}")>
            <BackLink href=paths::counts(lang, &slug) text=tr(lang, ExportMsg::Counts)/>
            <Heading text=heading/>
            <p class="abstract">
                <a href=paths::campaign(lang, &slug) lang=tongue.lang dir=tongue.dir>{title}</a>
            </p>
            {said}
            <p>{tr(lang, DraftMsg::SourcesLead)}</p>
            <section aria-labelledby="links">
                <h2 id="links" class="section">{tr(lang, DraftMsg::LinksTitle)}</h2>
                {links}
            </section>
            <form class="form" method="post" action=paths::sources(lang, &slug) novalidate=true>
                <Refusal errors=listed kept=tr(lang, SiteMsg::NothingSaved) failure=failure/>
                <SourcesField value=typed errors=errors/>
                <button type="submit" class="button-quiet">{tr(lang, DraftMsg::Save)}</button>
            </form>
        </InnerPage>
    }
}
