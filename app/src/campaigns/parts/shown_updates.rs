use crate::campaigns::{ShownUpdate, Slug};
use crate::i18n::{UpdateMsg, tr, use_lang};
use crate::paths;
use crate::ui::Tongue;
use leptos::prelude::*;

/// News on a campaign, the newest first; absent where there is none.
#[component]
pub fn ShownUpdates(
    /// The campaign.
    slug: Slug,
    /// What may be shown.
    updates: Vec<ShownUpdate>,
    /// Whether there are older ones, behind a link.
    more: bool,
) -> impl IntoView {
    let lang = use_lang();
    let older = more.then(|| view! { <p><a href=paths::news(lang, &slug, 2)>{tr(lang, UpdateMsg::Older)}</a></p> });
    (!updates.is_empty()).then(|| {
        view! {
            <section aria-labelledby="updates-title">
                <h2 id="updates-title" class="section">{tr(lang, UpdateMsg::Updates)}</h2>
                <UpdateEntries updates=updates/>
                {older}
            </section>
        }
    })
}

/// Updates one below the other.
#[component]
pub fn UpdateEntries(
    /// The newest first.
    updates: Vec<ShownUpdate>,
    /// Of their headings; those within a text begin at the third.
    #[prop(default = 3)]
    level: u8,
) -> impl IntoView {
    let lang = use_lang();
    updates
        .into_iter()
        .map(|update| {
            let tongue = Tongue::of(&update.lang, lang);
            let id = format!("update-{}", update.id);
            let (lang, dir) = (tongue.lang.clone(), tongue.dir);
            let title = if level == 2 {
                view! { <h2 id=id.clone() class="update-title" lang=lang dir=dir>{update.title}</h2> }.into_any()
            } else {
                view! { <h3 id=id.clone() class="update-title" lang=lang dir=dir>{update.title}</h3> }.into_any()
            };
            view! {
                <article class="update" aria-labelledby=id>
                    <p class="meta">{update.day}</p>
                    {title}
                    <div class="prose" lang=tongue.lang dir=tongue.dir inner_html=update.html></div>
                </article>
            }
        })
        .collect_view()
}
