use crate::fake_staff::{FakeProofs, FakeStaff};
use crate::house::{Page, get, render};
use app::accounts::proof::{ProofForm, ProofsPort};
use app::error::AppError;
use app::form::{FieldError, FormState};
use app::signatures::{Field, Problem, SignError};
use app::staff::{PeopleForm, PeopleState, StaffPort};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

async fn proof(who: FakeProofs, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<ProofsPort>(Arc::new(who))).await
}

async fn people(who: FakeStaff, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<StaffPort>(Arc::new(who.clone()))).await
}

/// The page of people with a form that came back.
async fn refused(state: PeopleState) -> Page {
    let context = move || {
        provide_context::<StaffPort>(Arc::new(FakeStaff(None)));
        provide_context(state.clone());
    };
    render(Method::POST, "/en/house/people", context).await
}

#[tokio::test]
async fn the_secret_of_an_app_is_shown_in_three_ways_and_fetched_from_nowhere() {
    let page = proof(FakeProofs::SetUp, "/en/account/proof").await;
    page.has("GEZD GNBV GY3T QOJQ")
        .has("href=\"otpauth://totp/Undersigned:ana%40example.org?secret=GEZDGNBVGY3TQOJQ&amp;issuer=Undersigned\"")
        .has("viewBox=\"0 0 29 29\" role=\"img\" aria-label=\"QR code with the secret for the app\"")
        .has("<path d=\"M4 4h7v1h-7z\"")
        .has("name=\"sealed\" value=\"new\"")
        .has("autocomplete=\"one-time-code\"")
        .lacks("<img")
        .lacks("style=");
    assert_eq!(page.status, StatusCode::OK);
    proof(FakeProofs::SetUp, "/es/account/proof?next=/es/house").await.has("Configura antes una.");
}

#[tokio::test]
async fn a_refused_code_brings_the_same_secret_back() {
    let input =
        ProofForm { action: "set_up".into(), code: "123".into(), sealed: "shown".into(), ..ProofForm::default() };
    let errors = vec![FieldError { field: Field::ProofCode, problem: Problem::WrongCode }];
    let state = FormState::<ProofForm, SignError> { input, errors, failure: None };
    let page = render(Method::POST, "/en/account/proof", move || {
        provide_context::<ProofsPort>(Arc::new(FakeProofs::SetUp));
        provide_context(state.clone());
    });
    page.await.has("name=\"sealed\" value=\"shown\"").has("value=\"123\"").has("id=\"code-error\"");
}

#[tokio::test]
async fn the_proof_is_asked_for_and_leads_on() {
    let asked = proof(FakeProofs::Ask, "/en/account/proof?next=/en/house").await;
    asked.has("The page that you asked for").has("value=\"prove\"").lacks("value=\"remove\"");
    proof(FakeProofs::Ask, "/en/account/proof?next=//evil.example").await.lacks("The page that you asked for");
    let given = FakeProofs::Proved { removable: true };
    assert_eq!(proof(given, "/en/account/proof?next=/en/house").await.location.as_deref(), Some("/en/house"));
    proof(given, "/es/account/proof?saved=proved").await.has("El código coincide.").has("value=\"remove\"");
    proof(FakeProofs::Proved { removable: false }, "/en/account/proof").await.lacks("value=\"remove\"");
    proof(FakeProofs::SignInAgain, "/en/account/proof").await.has("value=\"sign_out\"").lacks("secret");
    assert_eq!(get("/en/account/proof").await.location.as_deref(), Some("/en/sign-in"));
}

#[tokio::test]
async fn people_are_listed_with_their_roles_and_can_be_invited() {
    let page = people(FakeStaff(None), "/en/house/people?saved=changed").await;
    page.has("<title>People – Undersigned</title>")
        .has("aria-current=\"page\"")
        .has("The role is changed.")
        .has("ana@example.org")
        .has("(you)")
        .has("No second proof yet")
        .has("Moderator, if accepted by 16 March 2026");
    assert_eq!(page.html.matches("value=\"change\"").count(), 2);
    assert!(page.between("value=\"ben\"", "</form>").contains("value=\"moderator\" selected"), "{}", page.html);
    people(FakeStaff(None), "/es/house/people").await.has("Invitaciones abiertas").has("Ningún rol");
    let asked = people(FakeStaff(Some(AppError::SecondProof)), "/en/house/people").await;
    assert_eq!(asked.location.as_deref(), Some("/en/account/proof?next=%2Fen%2Fhouse%2Fpeople"));
    assert_eq!(people(FakeStaff(Some(AppError::NotFound)), "/en/house/people").await.status, StatusCode::NOT_FOUND);
    assert_eq!(get("/en/house/people").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_was_refused_is_told_beside_it() {
    let form =
        PeopleForm { action: "invite".into(), email: "ben".into(), role: "admin".into(), ..PeopleForm::default() };
    let page = refused(PeopleState { form, problem: Some(Problem::NotAnAddress), ..PeopleState::default() }).await;
    page.has("value=\"ben\"").has("id=\"email-error\"").has("value=\"admin\" selected");
    let form = PeopleForm { action: "change".into(), person: "ana".into(), ..PeopleForm::default() };
    let page = refused(PeopleState { form: form.clone(), last_admin: true, ..PeopleState::default() }).await;
    page.has("This is the only admin").has("role=\"alert\"");
    let failure = Some(AppError::Busy { retry_after: 1 });
    let page = refused(PeopleState { form, failure, ..PeopleState::default() }).await;
    assert_eq!(page.html.matches("role=\"alert\"").count(), 1);
}

#[tokio::test]
async fn the_log_tells_who_did_what_and_leads_to_older_entries() {
    let page = get("/en/house/log?action=role_changed&object=ben%20%26").await;
    page.has("ana@example.org")
        .has("command line")
        .has("closed account")
        .has("from_the_future")
        .has("value=\"role_changed\" selected")
        .has("value=\"ben &amp;\"")
        .has("href=\"/en/house/log?action=role_changed&amp;object=ben%20%26&amp;before=5-0a\"")
        .has("href=\"/en/house/log/log.csv?action=role_changed&amp;object=ben%20%26\"");
    get("/es/house/log?before=5-0a").await.has("línea de comandos").has("Las más recientes").lacks("rel=\"next\"");
}
