use crate::answer::set_status;
use crate::i18n::{SupportMsg, tr, use_lang};
use crate::ui::{Heading, InnerPage};
use leptos::prelude::*;

/// Said alike of every link that does not work.
#[component]
pub fn Dead() -> impl IntoView {
    set_status(404);
    let lang = use_lang();
    let title = tr(lang, SupportMsg::DeadTitle);
    view! {
        <InnerPage title=title.clone()>
            <Heading text=title/>
            <p class="abstract">{tr(lang, SupportMsg::DeadText)}</p>
        </InnerPage>
    }
}
