use super::{Ceremony, PASSKEY_NAME_MAX, start_passkey};
use crate::browser::{self, PasskeyTrouble};
use crate::error::AppError;
use crate::i18n::{ErrorMsg, Lang, PasskeyUseMsg, tr};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// Why a device's answer did not come.
#[derive(Clone, PartialEq)]
enum Trouble {
    /// The new one has no name yet.
    NoName,
    /// What the browser or the device says.
    Device(PasskeyTrouble),
    /// What the server says.
    Server(AppError),
}

/// A form that asks a device for a passkey and posts the answer to a page of ours, which does the rest. Only where scripts run: without, the
/// other ways stay, and where there are none a sentence says so.
#[island]
pub fn UsePasskey(
    /// The reader's language.
    lang: Lang,
    /// What is asked for.
    ceremony: Ceremony,
    /// Where the answer is posted.
    path: String,
    /// What is sent besides, by name.
    hidden: Vec<(String, String)>,
    /// What a new one was to be called, if it came back.
    name: String,
) -> impl IntoView {
    let (form, field) = (NodeRef::<html::Form>::new(), NodeRef::<html::Input>::new());
    let (able, busy, trouble) = (RwSignal::new(None), RwSignal::new(false), RwSignal::new(None));
    Effect::new(move |_| able.set(Some(browser::has_passkeys())));

    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let named = field.get_untracked().is_none_or(|field| !field.value().trim().is_empty());
        if !named {
            trouble.set(Some(Trouble::NoName));
            browser::focus("passkey-name");
            return;
        }
        busy.set(true);
        trouble.set(None);
        leptos::task::spawn_local(async move {
            let answer = match start_passkey(ceremony).await {
                Ok(options) => browser::passkey(&options, ceremony == Ceremony::Add).await.map_err(Trouble::Device),
                Err(error) => Err(Trouble::Server(error)),
            };
            match answer {
                Ok(answer) => {
                    if let Some(form) = form.get_untracked() {
                        browser::send_with(&form, "credential", &answer);
                    }
                }
                Err(error) => {
                    busy.set(false);
                    trouble.set(Some(error));
                }
            }
        });
    };

    let said = move || match (busy.get(), trouble.get()) {
        (true, _) => Some(tr(lang, PasskeyUseMsg::Waiting)),
        (_, Some(Trouble::NoName)) => Some(tr(lang, PasskeyUseMsg::NoName)),
        (_, Some(Trouble::Device(trouble))) => Some(tr(lang, PasskeyUseMsg::Trouble(ceremony, trouble))),
        (_, Some(Trouble::Server(error))) => Some(tr(lang, ErrorMsg::Form(error))),
        _ => None,
    };
    let content = move || match able.get() {
        None if ceremony == Ceremony::SignIn => ().into_any(),
        None => view! { <p class="help">{tr(lang, PasskeyUseMsg::NeedsScript)}</p> }.into_any(),
        Some(false) => view! { <p class="help">{tr(lang, PasskeyUseMsg::Unable(ceremony))}</p> }.into_any(),
        Some(true) => {
            let hidden = hidden
                .clone()
                .into_iter()
                .map(|(name, value)| view! { <input r#type="hidden" name=name value=value/> })
                .collect_view();
            let name = (ceremony == Ceremony::Add).then(|| {
                view! {
                    <div class="field">
                        <label for="passkey-name">{tr(lang, PasskeyUseMsg::Name)}</label>
                        <p class="help" id="passkey-name-help">{tr(lang, PasskeyUseMsg::NameHelp)}</p>
                        <input
                            node_ref=field
                            r#type="text"
                            id="passkey-name"
                            name="name"
                            value=name.clone()
                            maxlength=PASSKEY_NAME_MAX.to_string()
                            autocomplete="off"
                            aria-describedby="passkey-name-help passkey-said"
                            aria-invalid=move || (trouble.get() == Some(Trouble::NoName)).then_some("true")
                        />
                    </div>
                }
            });
            let class = if ceremony == Ceremony::SignIn { "button-quiet" } else { "button" };
            view! {
                <form node_ref=form class="form card" method="post" action=path.clone() novalidate=true on:submit=submit>
                    {hidden}
                    <input r#type="hidden" name="credential"/>
                    {name}
                    <button type="submit" class=class>{tr(lang, PasskeyUseMsg::Button(ceremony))}</button>
                    <p class="help" id="passkey-said" role="status">{said}</p>
                </form>
            }
            .into_any()
        }
    };
    view! { {content} }
}
