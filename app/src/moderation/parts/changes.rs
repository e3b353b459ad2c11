use crate::i18n::{DraftMsg, PictureMsg, ReviewMsg, tr, use_lang};
use crate::moderation::{Piece, TextChange};
use crate::pictures::PictureChange;
use leptos::prelude::*;

/// What differs from the texts that are public, word by word.
#[component]
pub fn Changes(
    /// The fields that differ.
    changes: Vec<TextChange>,
    /// How the picture differs, if it does.
    picture: Option<PictureChange>,
) -> impl IntoView {
    let lang = use_lang();
    let picture = picture.map(|change| {
        view! {
            <h3>{tr(lang, PictureMsg::Title)}</h3>
            <p>{tr(lang, PictureMsg::Changed(change))}</p>
        }
    });
    let content = if changes.is_empty() {
        picture.is_none().then(|| view! { <p>{tr(lang, ReviewMsg::NoChanges)}</p> }).into_any()
    } else {
        let fields = changes.into_iter().map(|change| {
            let pieces = change.pieces.into_iter().map(|piece| match piece {
                Piece::Kept(text) => view! { <span>{text}</span> }.into_any(),
                Piece::Removed(text) => {
                    let said = tr(lang, ReviewMsg::RemovedWords);
                    view! { <del><span class="hidden">{said}" "</span>{text}</del> }.into_any()
                }
                Piece::Added(text) => {
                    let said = tr(lang, ReviewMsg::AddedWords);
                    view! { <ins><span class="hidden">{said}" "</span>{text}</ins> }.into_any()
                }
            });
            let other = change.lang.map(|other| format!(" ({})", other.own_name()));
            view! {
                <h3>{tr(lang, DraftMsg::Label(change.field))}{other}</h3>
                <p class="diff">{pieces.collect_view()}</p>
            }
        });
        view! {
            <p class="meta">{tr(lang, ReviewMsg::ChangesHow)}</p>
            {fields.collect_view()}
        }
        .into_any()
    };
    view! {
        <section class="changes" aria-labelledby="changes-title">
            <h2 id="changes-title" class="section">{tr(lang, ReviewMsg::ChangesTitle)}</h2>
            {content}
            {picture}
        </section>
    }
}
