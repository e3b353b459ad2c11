use crate::i18n::{FlowMsg, tr, use_lang};
use crate::site::Site;
use leptos::prelude::*;

/// That a mail is on its way to this address, and the way to another.
#[component]
pub fn MailedTo(
    /// The address, as typed.
    address: String,
    /// Where it was typed.
    form: String,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <p class="abstract">
            {tr(lang, FlowMsg::MailOnItsWay)}
            <br/>
            <strong class="address">{address}</strong>
            " "
            <a href=format!("{form}#email")>{tr(lang, FlowMsg::ChangeAddress)}</a>
        </p>
    }
}

/// Where mails are read that a server without a mail server keeps in memory.
#[component]
pub fn DevOutboxHint() -> impl IntoView {
    let lang = use_lang();
    use_context::<Site>().unwrap_or_default().dev_outbox.then(|| {
        view! {
            <p>
                {tr(lang, FlowMsg::DevOutboxText)}
                " "
                <a href="/dev/outbox">{tr(lang, FlowMsg::DevOutbox)}</a>
            </p>
        }
    })
}
