use super::{
    Ceremony, PASSKEYS_MAX, Passkey, PasskeyAccess, PasskeyRefused, PasskeyState, PasskeysPort, PasskeysView,
    UsePasskey, passkeys_work,
};
use crate::app::Startup;
use crate::i18n::{AccountMsg, PasskeyMsg, ProofMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, InnerPage, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The passkeys of an account: those that there are, and how to add one. Adding leads on to `?next=`.
#[component]
pub fn PasskeysPage() -> impl IntoView {
    let (lang, saved) = (use_lang(), use_saved());
    let next = use_query_map().with_untracked(|query| query.get("next")).filter(|next| paths::is_inner(next));
    let view = async move { port::<PasskeysPort>()?.list(&visitor()?, lang).await };
    answered(view, None, move |view| view! { <Page view=view saved=saved next=next.unwrap_or_default()/> }.into_any())
}

#[component]
fn Page(view: PasskeysView, saved: String, next: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, PasskeyMsg::Title);
    let refused = use_context::<PasskeyState>().is_some();
    let said = match saved.as_str() {
        "added" => Some(PasskeyMsg::Added),
        "removed" => Some(PasskeyMsg::Removed),
        _ => None,
    };
    let said = said.filter(|_| !refused).map(|text| view! { <Done text=tr(lang, text)/> });
    let PasskeysView { passkeys, access, last_removable } = view;
    let full = passkeys.len() >= PASSKEYS_MAX as usize;
    let removable = access == PasskeyAccess::Open && (last_removable || passkeys.len() > 1);
    let kept = (access == PasskeyAccess::Open && passkeys.len() == 1 && !last_removable)
        .then(|| view! { <p>{tr(lang, PasskeyMsg::LastKept)}</p> });
    let items = passkeys
        .into_iter()
        .enumerate()
        .map(|(number, passkey)| view! { <Item number=number passkey=passkey removable=removable/> })
        .collect_view();
    let list = if items.is_empty() {
        view! { <p class="empty">{tr(lang, PasskeyMsg::NoneYet)}</p> }.into_any()
    } else {
        view! { <ul class="sessions" role="list">{items}</ul> }.into_any()
    };
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=title/>
            {said}
            <PasskeyRefused/>
            <p class="abstract">{tr(lang, PasskeyMsg::Lead)}</p>
            <p>{tr(lang, PasskeyMsg::Provider)}</p>
            <section aria-labelledby="passkeys">
                <h2 id="passkeys" class="section" tabindex="-1">{tr(lang, PasskeyMsg::ListTitle)}</h2>
                {list}
                {kept}
            </section>
            <section aria-labelledby="passkey">
                <h2 id="passkey" class="section" tabindex="-1">{tr(lang, PasskeyMsg::AddTitle)}</h2>
                <Add access=access full=full next=next/>
            </section>
            <h2 class="section">{tr(lang, PasskeyMsg::LostTitle)}</h2>
            <p>{tr(lang, PasskeyMsg::LostText)}</p>
        </InnerPage>
    }
}

/// How to add one, or what is in the way.
#[component]
fn Add(access: PasskeyAccess, full: bool, next: String) -> impl IntoView {
    let lang = use_lang();
    let path = paths::passkeys(lang, &next);
    match access {
        PasskeyAccess::Prove => view! {
            <p>
                {tr(lang, PasskeyMsg::ProveFirst)}
                " "
                <a href=paths::second_proof(lang, &path)>{tr(lang, PasskeyMsg::ProveLink)}</a>
            </p>
        }
        .into_any(),
        PasskeyAccess::SignInAgain => view! {
            <p>{tr(lang, ProofMsg::SignInAgain)}</p>
            <form class="form" method="post" action=paths::account(lang)>
                <input r#type="hidden" name="action" value="sign_out"/>
                <button type="submit" class="button-quiet">{tr(lang, AccountMsg::SignOut)}</button>
            </form>
        }
        .into_any(),
        PasskeyAccess::Open if !passkeys_work() => view! { <p>{tr(lang, PasskeyMsg::NotHere)}</p> }.into_any(),
        PasskeyAccess::Open if full => view! { <p>{tr(lang, PasskeyMsg::Full)}</p> }.into_any(),
        PasskeyAccess::Open => {
            let name = use_context::<PasskeyState>().map(|state| state.form.name).unwrap_or_default();
            let hidden = vec![("action".to_owned(), "add".to_owned())];
            view! {
                <Startup/>
                <p>{tr(lang, PasskeyMsg::AddText)}</p>
                <UsePasskey lang=lang ceremony=Ceremony::Add path=path hidden=hidden name=name/>
            }
            .into_any()
        }
    }
}

#[component]
fn Item(number: usize, passkey: Passkey, removable: bool) -> impl IntoView {
    let lang = use_lang();
    let Passkey { id, name, since } = passkey;
    let text_id = format!("passkey-{number}");
    let remove = removable.then(|| {
        view! {
            <form method="post" action=paths::passkeys(lang, "") novalidate=true>
                <input r#type="hidden" name="action" value="remove"/>
                <input r#type="hidden" name="id" value=id/>
                <button type="submit" class="button-quiet" aria-describedby=text_id.clone()>
                    {tr(lang, PasskeyMsg::Remove)}
                </button>
            </form>
        }
    });
    view! {
        <li>
            <p id=text_id>
                <strong>{name}</strong>
                <br/>
                {tr(lang, PasskeyMsg::Since { day: &since })}
            </p>
            {remove}
        </li>
    }
}
