use super::{Enrolment, ProofForm, ProofView, ProofsPort};
use crate::accounts::passkeys::{Ceremony, PasskeyRefused, UsePasskey, passkeys_work};
use crate::answer::MovedTo;
use crate::app::Startup;
use crate::form::FormState;
use crate::i18n::{AccountMsg, PasskeyMsg, ProofMsg, tr, use_lang};
use crate::paths;
use crate::signatures::{Field, SignError};
use crate::ui::{BackLink, CodeEntry, Done, Heading, InnerPage, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Asks for the second proof, by app or passkey, or sets up what gives it. Leads on to `?next=` once it is given.
#[component]
pub fn SecondProof() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let next = use_query_map().with_untracked(|query| query.get("next")).filter(|next| paths::is_inner(next));
    let state = use_context::<FormState<ProofForm, SignError>>().unwrap_or_default();
    let sealed = state.input.sealed.clone();
    let view = async move { port::<ProofsPort>()?.view(&visitor()?, &sealed).await };
    answered(view, None, move |shown| match (shown, next) {
        (ProofView::Proved { .. } | ProofView::SetUp { passkeys: true, .. }, Some(next)) => {
            view! { <MovedTo path=next text=tr(lang, ProofMsg::GoOn)/> }.into_any()
        }
        (shown, next) => view! { <Page shown=shown next=next saved=saved state=state/> }.into_any(),
    })
}

#[component]
fn Page(
    shown: ProofView,
    /// The page that asks for the proof.
    next: Option<String>,
    saved: String,
    state: FormState<ProofForm, SignError>,
) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, ProofMsg::Title);
    let asked = next.is_some();
    let next = next.unwrap_or_default();
    let said = match saved.as_str() {
        "set_up" => Some(ProofMsg::SaidSetUp),
        "proved" => Some(ProofMsg::SaidProved),
        _ => None,
    };
    let said = said.map(|text| view! { <Done text=tr(lang, text)/> });
    let content = match shown {
        ProofView::SetUp { new, passkeys } => {
            view! { <SetUp new=new passkeys=passkeys asked=asked next=next state=state/> }.into_any()
        }
        ProofView::SignInAgain => view! { <SignInAgain/> }.into_any(),
        ProofView::Ask { app, passkeys } => {
            view! { <Ask app=app passkeys=passkeys asked=asked next=next state=state/> }.into_any()
        }
        ProofView::Proved { removable } => view! { <InUse removable=removable/> }.into_any(),
    };
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=title/>
            {said}
            <PasskeyRefused/>
            {content}
        </InnerPage>
    }
}

/// Asks for a passkey, for a code, or for either.
#[component]
fn Ask(app: bool, passkeys: bool, asked: bool, next: String, state: FormState<ProofForm, SignError>) -> impl IntoView {
    let lang = use_lang();
    let lead = match (passkeys, app) {
        (true, true) => ProofMsg::AskEither,
        (true, false) => ProofMsg::AskPasskey,
        _ => ProofMsg::Ask,
    };
    let why = asked.then(|| view! { {tr(lang, ProofMsg::AskedFor)}" " });
    let passkey = passkeys.then(|| {
        if !passkeys_work() {
            return view! { <p>{tr(lang, PasskeyMsg::NotHere)}</p> }.into_any();
        }
        let hidden = vec![("action".to_owned(), "passkey".to_owned())];
        let path = paths::second_proof(lang, &next);
        view! {
            <Startup/>
            <div id="passkey" tabindex="-1">
                <UsePasskey lang=lang ceremony=Ceremony::Prove path=path hidden=hidden name=String::new()/>
            </div>
        }
        .into_any()
    });
    let code = app.then(|| {
        let hidden = vec![("action", "prove".to_owned())];
        view! {
            <CodeEntry
                field=Field::ProofCode
                state=state.map(|form| form.code)
                button=tr(lang, ProofMsg::Prove)
                hidden=hidden
            />
        }
    });
    view! {
        <p class="abstract">{why}{tr(lang, lead)}</p>
        {passkey}
        {code}
        <h2 class="section">{tr(lang, ProofMsg::LostTitle)}</h2>
        <p>{tr(lang, ProofMsg::LostText)}</p>
    }
}

/// The secret for an app, and the field for its first code.
#[component]
fn SetUp(
    new: Enrolment,
    passkeys: bool,
    asked: bool,
    next: String,
    state: FormState<ProofForm, SignError>,
) -> impl IntoView {
    let lang = use_lang();
    let Enrolment { secret, link, qr, sealed } = new;
    let hidden = vec![("action", "set_up".to_owned()), ("sealed", sealed)];
    let lead = match (passkeys, asked) {
        (true, _) => ProofMsg::SetUpBeside,
        (false, true) => ProofMsg::SetUpAsked,
        (false, false) => ProofMsg::SetUp,
    };
    let instead = (!passkeys && passkeys_work()).then(|| {
        view! {
            <p>
                {tr(lang, ProofMsg::Instead)}
                " "
                <a href=paths::passkeys(lang, &next)>{tr(lang, ProofMsg::InsteadLink)}</a>
            </p>
        }
    });
    view! {
        <p class="abstract">{tr(lang, lead)}</p>
        {instead}
        <h2 class="section">{tr(lang, ProofMsg::FirstTitle)}</h2>
        <p>{tr(lang, ProofMsg::FirstText)}</p>
        <div class="share-body">
            <div class="qr qr-drawn">
                <svg viewBox=format!("0 0 {0} {0}", qr.width) role="img" aria-label=tr(lang, ProofMsg::Qr) shape-rendering="crispEdges">
                    <path d=qr.path/>
                </svg>
            </div>
            <div class="share-ways">
                <p>{tr(lang, ProofMsg::ByHand)}</p>
                <p class="secret">{secret}</p>
                <p><a href=link>{tr(lang, ProofMsg::OpenApp)}</a></p>
            </div>
        </div>
        <p>{tr(lang, ProofMsg::KeepText)}</p>
        <h2 class="section">{tr(lang, ProofMsg::ThenTitle)}</h2>
        <CodeEntry
            field=Field::ProofCode
            state=state.map(|form| form.code)
            button=tr(lang, ProofMsg::SetUpButton)
            hidden=hidden
        />
    }
}

/// Where this browser signed in too long ago.
#[component]
fn SignInAgain() -> impl IntoView {
    let lang = use_lang();
    view! {
        <p class="abstract">{tr(lang, ProofMsg::SetUp)}</p>
        <p>{tr(lang, ProofMsg::SignInAgain)}</p>
        <form class="form" method="post" action=paths::account(lang)>
            <input r#type="hidden" name="action" value="sign_out"/>
            <button type="submit" class="button-quiet">{tr(lang, AccountMsg::SignOut)}</button>
        </form>
    }
}

/// That there is an app, and how it is removed.
#[component]
fn InUse(removable: bool) -> impl IntoView {
    let lang = use_lang();
    let remove = if removable {
        view! {
            <section class="danger" aria-labelledby="remove">
                <h2 id="remove" class="section">{tr(lang, ProofMsg::Remove)}</h2>
                <p>{tr(lang, ProofMsg::RemoveText)}</p>
                <form class="form" method="post" action=paths::second_proof(lang, "")>
                    <input r#type="hidden" name="action" value="remove"/>
                    <button type="submit" class="button-danger">{tr(lang, ProofMsg::Remove)}</button>
                </form>
            </section>
        }
        .into_any()
    } else {
        view! { <p>{tr(lang, ProofMsg::Kept)}</p> }.into_any()
    };
    view! {
        <p class="abstract">{tr(lang, ProofMsg::InUse)}</p>
        <h2 class="section">{tr(lang, ProofMsg::LostTitle)}</h2>
        <p>{tr(lang, ProofMsg::LostText)}</p>
        {remove}
    }
}
