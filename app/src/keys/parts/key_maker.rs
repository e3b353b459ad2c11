use crate::i18n::{KeyMsg as M, tr, use_lang};
use crate::keys::KeyPage;
use crate::paths;
use crate::site::Site;
use crate::ui::Choice;
use leptos::prelude::*;

/// Groups of the sheet that are asked for, and words of the passphrase.
const ASKED: usize = 2;

/// Where a key is made, shown once, and sent once its holder has it. The page's script does it in a worker; without one it says so.
///
/// No part of it stands in a form, so nothing but the script can send any of it. What is secret is kept from programs that send what is
/// on a page to be translated or spell-checked.
#[component]
pub fn KeyMaker(
    /// The draft.
    page: KeyPage,
    /// Its title, or what stands for it.
    title: String,
    /// Whether a locked copy may be left.
    may_copy: bool,
) -> impl IntoView {
    let lang = use_lang();
    let text = move |msg| tr(lang, msg);
    let path = paths::key(lang, &page.id);
    let copy = if may_copy {
        view! { <Choice name="copy" checked=false label=text(M::Copy) help=text(M::CopyHelp).into_owned()/> }.into_any()
    } else {
        let proof = paths::second_proof(lang, &path);
        view! { <p>{text(M::CopyAsksProof)}" "<a href=proof>{text(M::GiveProof)}</a></p> }.into_any()
    };
    view! {
        <div
            id="new-key"
            class="maker"
            data-post=path
            data-done=format!("{}?saved=key", paths::draft(lang, &page.id))
            data-words=paths::words(lang)
            data-label=page.label.clone()
            data-filename=format!("{}.key", page.label)
            data-group=text(M::Group)
            data-word=text(M::Word)
            data-making=text(M::Making)
            data-setting=text(M::Setting)
            data-mistyped=text(M::Mistyped)
            data-failed=text(M::Failed)
            data-closed=text(M::FailedClosed)
            data-proof=text(M::FailedProof)
            data-unable=text(M::Unable)
        >
            <p class="screen abstract">{text(M::Explain)}</p>
            <p class="screen">{text(M::Reading)}</p>
            <p class="screen notice" data-part="without">{text(M::NeedsScript)}</p>
            <p id="said" class="screen" data-part="said" role="status"></p>
            <div class="form" data-part="ask" hidden=true>
                {copy}
                <button type="button" class="button" data-part="make">{text(M::Make)}</button>
            </div>
            <div class="maker" data-part="keep" hidden=true>
                <p class="screen">{text(M::KeepLead)}</p>
                <Sheet today=page.today.clone() title=title/>
                <p class="actions">
                    <button type="button" class="button-quiet" data-part="print">{text(M::Print)}</button>
                    <button type="button" class="button-quiet" data-part="file">{text(M::File)}</button>
                </p>
                <section class="screen" data-part="locked" aria-labelledby="passphrase" hidden=true>
                    <h2 id="passphrase" class="section">{text(M::Passphrase)}</h2>
                    <p>{text(M::PassphraseLead)}</p>
                    <ol class="secret sheet-words" data-part="words" translate="no"></ol>
                </section>
                <p class="actions">
                    <button type="button" class="button" data-part="kept">{text(M::Kept)}</button>
                </p>
            </div>
            <div class="form" data-part="check" hidden=true>
                <h2 class="section" data-part="check-title" tabindex="-1">{text(M::CheckTitle)}</h2>
                <p>{text(M::CheckLead)}</p>
                {(0..ASKED).map(|n| view! { <Typed name=format!("group-{n}")/> }).collect_view()}
                <div class="form" data-part="check-words" hidden=true>
                    {(0..ASKED).map(|n| view! { <Typed name=format!("word-{n}")/> }).collect_view()}
                </div>
                <p class="actions">
                    <button type="button" class="button" data-part="set">{text(M::Set)}</button>
                    <button type="button" class="button-quiet" data-part="back">{text(M::Back)}</button>
                </p>
            </div>
        </div>
    }
}

/// A field for what was shown; the script says in its label what that is.
#[component]
fn Typed(name: String) -> impl IntoView {
    view! {
        <div class="field">
            <label for=name.clone() data-part=format!("{name}-label")></label>
            <input
                r#type="text"
                id=name.clone()
                class="short"
                data-part=name
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                translate="no"
            />
        </div>
    }
}

/// The sheet, as it is shown and printed.
#[component]
fn Sheet(today: String, title: String) -> impl IntoView {
    let lang = use_lang();
    let text = move |msg| tr(lang, msg);
    let Site { name, origin, .. } = use_context::<Site>().unwrap_or_default();
    view! {
        <section class="sheet" aria-labelledby="sheet">
            <h2 id="sheet" class="section" data-part="sheet" tabindex="-1">{text(M::Sheet)}</h2>
            <dl class="facts-list">
                <div>
                    <dt>{text(M::House)}</dt>
                    <dd>{format!("{name}, {origin}")}</dd>
                </div>
                <div>
                    <dt>{text(M::Campaign)}</dt>
                    <dd>{title}</dd>
                </div>
                <div>
                    <dt>{text(M::Id)}</dt>
                    <dd data-part="id" translate="no"></dd>
                </div>
                <div>
                    <dt>{text(M::Day)}</dt>
                    <dd>{today}</dd>
                </div>
            </dl>
            <p>{text(M::Text)}</p>
            <div class="sheet-key" translate="no">
                <p data-part="header"></p>
                <ol data-part="rows"></ol>
            </div>
            <h3>{text(M::PurposeTitle)}</h3>
            <p>{text(M::Purpose)}</p>
            <h3>{text(M::LossTitle)}</h3>
            <p>{text(M::Loss)}</p>
        </section>
    }
}
