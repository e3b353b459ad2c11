use crate::fake_passkeys::FakePasskeys;
use crate::fake_staff::FakeProofs;
use crate::fakes::NASTY;
use crate::house::{Page, get, render};
use app::accounts::passkeys::{PasskeyAccess, PasskeyForm, PasskeyProblem, PasskeyState, PasskeysPort, PasskeysView};
use app::accounts::proof::ProofsPort;
use axum::http::Method;
use leptos::prelude::provide_context;
use std::sync::Arc;

const PASSKEYS: &str = "/en/account/passkeys";

async fn seen(passkeys: FakePasskeys, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<PasskeysPort>(Arc::new(passkeys.clone()))).await
}

async fn refused(passkeys: FakePasskeys, path: &str, problem: PasskeyProblem) -> Page {
    let form = PasskeyForm { action: "add".into(), name: NASTY.into(), ..PasskeyForm::default() };
    let state = PasskeyState { form, problem: Some(problem), failure: None };
    render(Method::POST, path, move || {
        provide_context::<PasskeysPort>(Arc::new(passkeys.clone()));
        provide_context(state.clone());
    })
    .await
}

#[tokio::test]
async fn passkeys_are_listed_and_each_can_be_removed() {
    let page = seen(FakePasskeys::with(&["Phone", NASTY], PasskeyAccess::Open), PASSKEYS).await;
    page.has("<title>Passkeys – Undersigned</title>")
        .has("<strong>Phone</strong>")
        .has("Added on 3 March 2026")
        .has("name=\"id\" value=\"AA\"")
        .has("aria-describedby=\"passkey-1\"")
        .has("<leptos-island")
        .has("Passkeys need JavaScript")
        .lacks(NASTY);
    let none = FakePasskeys::with(&[], PasskeyAccess::Open);
    seen(none, "/es/account/passkeys?saved=removed").await.has("Todavía ninguna.").has("se ha quitado.");
    assert_eq!(get(PASSKEYS).await.location.as_deref(), Some("/en/sign-in"));
}

#[tokio::test]
async fn what_is_in_the_way_is_said_with_the_way_out() {
    let prove = FakePasskeys::with(&["Phone"], PasskeyAccess::Prove);
    let page = seen(prove, PASSKEYS).await;
    page.has("href=\"/en/account/proof?next=%2Fen%2Faccount%2Fpasskeys\"")
        .lacks("Remove</button>")
        .lacks("<leptos-island");
    let old = FakePasskeys::with(&["Phone"], PasskeyAccess::SignInAgain);
    seen(old, PASSKEYS).await.has("value=\"sign_out\"").lacks("Remove</button>").lacks("<leptos-island");
    let elsewhere = FakePasskeys { work_here: false, ..FakePasskeys::with(&["Phone"], PasskeyAccess::Open) };
    seen(elsewhere, PASSKEYS)
        .await
        .has("cannot be used at this address")
        .has("Remove</button>")
        .lacks("<leptos-island");
    let full = FakePasskeys::with(&["a"; 10], PasskeyAccess::Open);
    seen(full, PASSKEYS).await.has("You have 10, which is the most.").lacks("<leptos-island");
    let view =
        PasskeysView { last_removable: false, ..FakePasskeys::with(&["Phone"], PasskeyAccess::Open).view.unwrap() };
    let last = FakePasskeys { work_here: true, view: Some(view) };
    seen(last, PASSKEYS).await.has("before you remove this one").lacks("Remove</button>").has("<leptos-island");
}

#[tokio::test]
async fn a_refused_passkey_is_told_where_it_was_sent() {
    let page = refused(FakePasskeys::with(&[], PasskeyAccess::Open), PASSKEYS, PasskeyProblem::Taken).await;
    page.has("role=\"alert\"").has("href=\"#passkey\"").has("in use already").lacks(NASTY);
    let here = FakePasskeys { work_here: true, view: None };
    refused(here.clone(), "/en/sign-in", PasskeyProblem::Unknown).await.has("role=\"alert\"").has("no such passkey");
    refused(here, "/es/sign-in", PasskeyProblem::Copied).await.has("puede haber una copia");
}

#[tokio::test]
async fn signing_in_and_proving_offer_a_passkey_where_there_can_be_one() {
    let here = FakePasskeys { work_here: true, view: None };
    seen(here.clone(), "/en/sign-in?next=/en/account/teams").await.has("<leptos-island").has("name=\"email\"");
    get("/en/sign-in").await.lacks("<leptos-island").lacks("type=\"module\"");
    let proof = async |app, work_here| {
        render(Method::GET, "/en/account/proof", move || {
            provide_context::<PasskeysPort>(Arc::new(FakePasskeys { work_here, view: None }));
            provide_context::<ProofsPort>(Arc::new(FakeProofs::AskPasskey { app }));
        })
        .await
    };
    proof(true, true).await.has("<leptos-island").has("name=\"code\"").has("or type the code");
    proof(false, true).await.has("<leptos-island").has("Use one of your passkeys.").lacks("name=\"code\"");
    proof(false, false).await.has("cannot be used at this address").lacks("<leptos-island");
    let set_up = render(Method::GET, "/en/account/proof?next=/en/house", move || {
        provide_context::<PasskeysPort>(Arc::new(here.clone()));
        provide_context::<ProofsPort>(Arc::new(FakeProofs::SetUp));
    });
    set_up.await.has("href=\"/en/account/passkeys?next=%2Fen%2Fhouse\"");
}
