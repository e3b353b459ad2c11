use crate::i18n::{Lang, PrivacyMsg as M, tr, use_lang};
use crate::paths;
use crate::privacy::Stored;
use crate::site::Site;
use crate::ui::{Heading, PageHead};
use leptos::prelude::*;

/// What is stored about a signer, made from the list that a test holds against the database; what could be taken, and by whom.
#[component]
pub fn Privacy() -> impl IntoView {
    let lang = use_lang();
    let (title, lead) = (tr(lang, M::Title), tr(lang, M::Lead));
    let rows = Stored::ALL.map(|kind| row(lang, kind)).into_iter().collect_view();
    let taken = paragraphs(lang, &[M::TakenDatabase, M::TakenKey, M::TakenRunning, M::TakenHolder, M::TakenOrder]);
    let never = [M::NeverNetwork, M::NeverTime, M::NeverMail, M::NeverThird]
        .map(|line| view! { <li>{tr(lang, line)}</li> })
        .into_iter()
        .collect_view();
    let operator = use_context::<Site>().and_then(|site| site.contact).map(|address| {
        let link = format!("mailto:{address}");
        view! {
            <h2>{tr(lang, M::OperatorTitle)}</h2>
            <p>{tr(lang, M::OperatorText)}" "<a href=link>{address}</a></p>
        }
    });
    view! {
        <PageHead title=title.clone() description=lead.clone() path=paths::privacy(lang)/>
        <main id="main" class="page" tabindex="-1">
            <Heading text=title/>
            <p class="abstract">{lead}</p>
            <div class="prose"><p>{tr(lang, M::Why)}</p></div>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="stored-caption">
                <table class="table table-stack">
                    <caption id="stored-caption">{tr(lang, M::Caption)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{tr(lang, M::ColumnWhat)}</th>
                            <th scope="col">{tr(lang, M::ColumnWhy)}</th>
                            <th scope="col">{tr(lang, M::ColumnWho)}</th>
                            <th scope="col">{tr(lang, M::ColumnLong)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="prose">
                <h2 id="taken">{tr(lang, M::TakenTitle)}</h2>
                {taken}
                <h2>{tr(lang, M::NeverTitle)}</h2>
                <ul>{never}</ul>
                <h2>{tr(lang, M::CookieTitle)}</h2>
                {paragraphs(lang, &[M::CookieText, M::ThemeText])}
                <h2>{tr(lang, M::AccountsTitle)}</h2>
                {paragraphs(lang, &[M::AccountsText])}
                <h2>{tr(lang, M::ReportsTitle)}</h2>
                {paragraphs(lang, &[M::ReportsText])}
                <h2>{tr(lang, M::YoursTitle)}</h2>
                {paragraphs(lang, &[M::YoursText])}
                {operator}
            </div>
        </main>
    }
}

fn row(lang: Lang, kind: Stored) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{tr(lang, M::What(kind))}</th>
            <td data-label=tr(lang, M::ColumnWhy)>{tr(lang, M::For(kind))}</td>
            <td data-label=tr(lang, M::ColumnWho)>{tr(lang, M::Who(kind))}</td>
            <td data-label=tr(lang, M::ColumnLong)>{tr(lang, M::Long(kind))}</td>
        </tr>
    }
}

fn paragraphs(lang: Lang, texts: &[M]) -> impl IntoView + use<> {
    texts.iter().map(|text| view! { <p>{tr(lang, *text)}</p> }).collect_view()
}
