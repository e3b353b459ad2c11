use crate::app::VaultScript;
use crate::campaigns::{Reading, Slug};
use crate::error::AppError;
use crate::i18n::{AccountMsg, SignersMsg as M, tr, use_lang};
use crate::keys::{KeysPort, LockedCopy, SignersPage};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, InnerPage, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Columns of the list.
const COLUMNS: usize = 4;

/// The list of a campaign's signers, for key holders. Its script opens it in a worker.
#[component]
pub fn SignersListPage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let page = async move { port::<KeysPort>()?.signers(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(page, None, move |page| view! { <Page page=page saved=saved/> }.into_any())
}

#[component]
fn Page(page: SignersPage, saved: String) -> impl IntoView {
    let lang = use_lang();
    let heading = tr(lang, M::Signers);
    let tongue = Tongue::of(&page.text_lang, lang);
    let said =
        (saved == "deleted" && page.copy == LockedCopy::None).then(|| view! { <Done text=tr(lang, M::CopyDeleted)/> });
    let delete = (page.copy != LockedCopy::None).then(|| view! { <DeleteCopy slug=page.slug.clone()/> });
    let content = match page.reading {
        Reading::None => view! { <p>{tr(lang, M::Nobody)}</p> }.into_any(),
        Reading::Names | Reading::Contact => {
            view! { <List slug=page.slug.clone() count=page.count copy=page.copy/> }.into_any()
        }
    };
    view! {
        <InnerPage title=format!("{heading}: {}", page.title)>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=heading/>
            <p class="abstract">
                <a href=paths::campaign(lang, &page.slug) lang=tongue.lang dir=tongue.dir>{page.title.clone()}</a>
            </p>
            {said}
            {content}
            {delete}
        </InnerPage>
    }
}

/// The key's field has no name and stands in no form, so nothing can send it. What it holds, and the table, are kept from programs that
/// send what is on a page to be translated or spell-checked.
#[component]
fn List(slug: Slug, count: i64, copy: LockedCopy) -> impl IntoView {
    let lang = use_lang();
    let text = move |msg| tr(lang, msg);
    let columns = (0..COLUMNS).map(|n| view! { <th scope="col">{text(M::Column(n))}</th> }).collect_view();
    let copied = copy == LockedCopy::Ready;
    let copy = match copy {
        LockedCopy::None => ().into_any(),
        LockedCopy::AsksProof => {
            let proof = paths::second_proof(lang, &paths::signers(lang, &slug));
            view! { <p>{text(M::CopyAsksProof)}" "<a href=proof>{text(M::GiveProof)}</a></p> }.into_any()
        }
        LockedCopy::Ready => view! {
            <div class="field">
                <label for="passphrase">{text(M::Passphrase)}</label>
                <p id="passphrase-help" class="help">{text(M::PassphraseHelp)}</p>
                <input
                    r#type="text"
                    id="passphrase"
                    data-part="passphrase"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    translate="no"
                    aria-describedby="passphrase-help"
                />
            </div>
        }
        .into_any(),
    };
    view! {
        <p>{text(M::Explain)}</p>
        <div
            id="signers"
            class="form"
            data-copy=copied.then(|| paths::key_copy(lang, &slug))
            data-passphrase=text(M::WrongPassphrase)
            data-proof=text(M::ProofTooOld)
            data-rows=paths::signers_rows(lang, &slug)
            data-filename=format!("{}-signers.csv", slug.as_str())
            data-working=text(M::Working)
            data-opened=text(M::Opened)
            data-shut=text(M::Shut)
            data-wrong=text(M::Wrong)
            data-nokey=text(M::NoKey)
            data-line=text(M::Line)
            data-failed=text(M::Failed)
            data-idle=text(M::Idle)
            data-closed=text(M::Closed)
            data-found=text(M::Found)
            data-nobody=text(M::NotFound)
        >
            <p data-part="without">{text(M::NeedsScript)}</p>
            <p data-part="said" role="status"></p>
            <div data-part="ask" class="form" hidden=true>
                <div class="field">
                    <label for="key">{text(M::Key)}</label>
                    <p id="key-help" class="help">{text(M::KeyHelp)}</p>
                    <textarea
                        id="key"
                        data-part="key"
                        rows="6"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        translate="no"
                        aria-describedby="key-help"
                    ></textarea>
                </div>
                <div class="field">
                    <label for="file">{text(M::File)}</label>
                    <input id="file" data-part="file" type="file"/>
                </div>
                {copy}
                <button type="button" class="button" data-part="open">{text(M::Open)}</button>
            </div>
            <div data-part="working" hidden=true>
                <p id="progress-text" data-part="progress-text"></p>
                <progress data-part="progress" aria-labelledby="progress-text" max=count.max(1).to_string() value="0"></progress>
            </div>
            <div data-part="list" class="form" hidden=true>
                <h2 id="list" class="section" data-part="heading" tabindex="-1">{text(M::ListTitle)}</h2>
                <div class="field">
                    <label for="search">{text(M::Search)}</label>
                    <input id="search" data-part="search" type="search" autocomplete="off" spellcheck="false"/>
                </div>
                <p data-part="found" role="status"></p>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="list" translate="no">
                    <table class="table">
                        <thead>
                            <tr>{columns}</tr>
                        </thead>
                        <tbody data-part="rows"></tbody>
                    </table>
                </div>
                <p class="actions" data-part="pager">
                    <button type="button" class="button-quiet" data-part="previous">{text(M::Previous)}</button>
                    <button type="button" class="button-quiet" data-part="next">{text(M::Next)}</button>
                </p>
                <p id="download-help">{text(M::DownloadHelp)}</p>
                <p class="actions">
                    <button type="button" class="button-quiet" data-part="download" aria-describedby="download-help">
                        {text(M::Download)}
                    </button>
                    <button type="button" class="button-quiet" data-part="close">{text(M::Close)}</button>
                </p>
            </div>
        </div>
        <VaultScript/>
    }
}

/// The way to do without the locked copy.
#[component]
fn DeleteCopy(slug: Slug) -> impl IntoView {
    let lang = use_lang();
    view! {
        <section class="danger" aria-labelledby="delete-copy">
            <h2 id="delete-copy" class="section">{tr(lang, M::DeleteCopy)}</h2>
            <p>{tr(lang, M::DeleteCopyText)}</p>
            <form class="form" method="post" action=paths::signers(lang, &slug)>
                <input r#type="hidden" name="action" value="delete_copy"/>
                <button type="submit" class="button-danger">{tr(lang, M::DeleteCopy)}</button>
            </form>
        </section>
    }
}
