use crate::i18n::{PictureMsg, tr, use_lang};
use crate::paths;
use leptos::prelude::*;

/// The way to a draft's picture, from the page on which its texts are written.
#[component]
pub fn PictureLink(
    /// The draft's id.
    id: String,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <section class="form" aria-labelledby="picture">
            <h2 id="picture" class="section">{tr(lang, PictureMsg::Title)}</h2>
            <p>{tr(lang, PictureMsg::LinkLead)}</p>
            <p>
                <a class="button-quiet" href=paths::draft_picture(lang, &id) target="_blank">{tr(lang, PictureMsg::Link)}</a>
            </p>
        </section>
    }
}
