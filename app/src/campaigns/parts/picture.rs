use crate::campaigns::Picture;
use crate::i18n::use_lang;
use crate::ui::Tongue;
use leptos::prelude::*;

/// How wide the column of a campaign's text is: on narrow screens as they are, else its measure.
const COLUMN: &str = "(min-width: 40rem) 41rem, 100vw";

/// The picture of a campaign, in the file that suits the reader's screen. Its place is kept while it loads.
#[component]
pub fn CampaignPicture(
    /// The picture.
    picture: Picture,
) -> impl IntoView {
    let tongue = Tongue::of(&picture.alt_lang, use_lang());
    let files = picture.widths.iter().map(|width| format!("{} {width}w", picture.file(*width)));
    let files = files.collect::<Vec<_>>().join(", ");
    let (src, (width, height)) = (picture.widest(), picture.size);
    view! {
        <img
            class="picture"
            src=src
            srcset=files
            sizes=COLUMN
            width=width.to_string()
            height=height.to_string()
            alt=picture.alt
            lang=tongue.lang
            decoding="async"
        />
    }
}
