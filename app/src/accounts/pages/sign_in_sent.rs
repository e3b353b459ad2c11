use crate::accounts::{AccountsPort, SignInCodeForm};
use crate::form::FormState;
use crate::i18n::{AccountMsg, FlowMsg, Lang, tr, use_lang};
use crate::paths;
use crate::settings::Switch;
use crate::settings::parts::{SwitchedOff, said_of};
use crate::signatures::{Field, SignError};
use crate::site::Site;
use crate::ui::{CodeEntry, DevOutboxHint, Heading, InnerPage, MailedTo, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// "Look into your mail": the address as typed, what the mail is called, and the digits for whoever opens it in another browser.
#[component]
pub fn SignInSent() -> impl IntoView {
    let lang = use_lang();
    let asked = async move { Ok(port::<AccountsPort>()?.asked(&visitor()?)) };
    answered(asked, None, move |asked| {
        let title = tr(lang, AccountMsg::SentTitle);
        let content = match asked {
            Some(address) => view! { <Sent address=address/> }.into_any(),
            None => not_asked(lang),
        };
        view! {
            <InnerPage title=title.clone()>
                <Heading text=title/>
                {content}
            </InnerPage>
        }
        .into_any()
    })
}

fn not_asked(lang: Lang) -> AnyView {
    view! {
        <p class="abstract">{tr(lang, AccountMsg::NotAsked)}</p>
        <p><a class="button-quiet" href=paths::sign_in(lang)>{tr(lang, AccountMsg::AskHere)}</a></p>
    }
    .into_any()
}

#[component]
fn Sent(address: String) -> impl IntoView {
    let lang = use_lang();
    let state = use_context::<FormState<SignInCodeForm, SignError>>().unwrap_or_default();
    let Site { name: house, .. } = use_context().unwrap_or_default();
    let off = said_of(Switch::Mailing).map(|text| view! { <SwitchedOff text=text/> });
    view! {
        {off}
        <MailedTo address=address form=paths::sign_in(lang)/>
        <p>
            {tr(lang, FlowMsg::SubjectStart)}
            <strong>{tr(lang, AccountMsg::Subject { house: &house })}</strong>
            {tr(lang, AccountMsg::SubjectEnd)}
        </p>
        <DevOutboxHint/>
        <section aria-labelledby="elsewhere">
            <h2 id="elsewhere" class="section">{tr(lang, AccountMsg::CodeTitle)}</h2>
            <CodeEntry field=Field::SignInCode state=state.map(|form| form.code) button=tr(lang, AccountMsg::SignIn)/>
        </section>
        <section class="prose" aria-labelledby="nothing">
            <h2 id="nothing" class="section">{tr(lang, FlowMsg::NothingTitle)}</h2>
            <ul>
                <li>{tr(lang, FlowMsg::NothingSpam)}</li>
                <li>{tr(lang, FlowMsg::NothingAddress)}</li>
                <li>{tr(lang, AccountMsg::NothingAgain)}</li>
            </ul>
        </section>
    }
}
