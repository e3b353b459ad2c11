use crate::campaigns::Reply;
use crate::i18n::{RunMsg, tr, use_lang};
use crate::ui::Tongue;
use leptos::prelude::*;

/// What whoever is asked has answered, or for how long that is waited for.
#[component]
pub fn ReplySection(
    /// The answer.
    reply: Reply,
) -> impl IntoView {
    let lang = use_lang();
    let content = match reply {
        Reply::NotDue => return None,
        Reply::Waiting(days) => view! { <p>{tr(lang, RunMsg::WaitingDays(days))}</p> }.into_any(),
        Reply::Given { by, html, day, link, text_lang } => {
            let tongue = Tongue::of(&text_lang, lang);
            let link = link.map(|link| {
                view! { <p><a href=link rel="nofollow noopener">{tr(lang, RunMsg::Source)}</a></p> }
            });
            view! {
                <p class="by">{tr(lang, RunMsg::By { by: &by, day: &day })}</p>
                <div class="prose" lang=tongue.lang dir=tongue.dir inner_html=html></div>
                {link}
            }
            .into_any()
        }
    };
    Some(view! {
        <section aria-labelledby="reply-title">
            <h2 id="reply-title" class="section">{tr(lang, RunMsg::PublicReply)}</h2>
            {content}
        </section>
    })
}
