use crate::fake_invalidation::FakeInvalidation;
use crate::house::{Page, get, render};
use app::error::AppError;
use app::invalidation::{InvalidationPort, InvalidationState, RuleForm, RuleFormState};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const PAGE: &str = "/en/house/invalidation/0b";

async fn rule(fake: FakeInvalidation, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<InvalidationPort>(Arc::new(fake.clone()))).await
}

async fn in_state(state: InvalidationState) -> Page {
    rule(FakeInvalidation { state, ..FakeInvalidation::default() }, PAGE).await
}

#[tokio::test]
async fn rules_are_made_and_listed() {
    let page = get("/en/house/invalidation").await;
    page.has("<title>Invalidation – Undersigned</title>")
        .has("aria-current=\"page\"")
        .has("no rule can ask for the hour")
        .has("name=\"domain\"")
        .has("<option value=\"MX\"")
        .has("href=\"/en/house/invalidation/0b\"")
        .has("Made on 5 March 2026: applied")
        .has("mail.example")
        .has("forgotten with the campaign’s fingerprints")
        .lacks("name=\"hour\"")
        .lacks("<script>alert");
    get("/es/house/invalidation").await.has("Reglas hasta ahora").has("Creada el 5 March 2026: deshecha");
    get("/en/house/invalidation?saved=dropped").await.has("The rule is forgotten.");
    for (error, path) in [
        (AppError::SignIn, "/en/sign-in"),
        (AppError::SecondProof, "/en/account/proof?next=%2Fen%2Fhouse%2Finvalidation"),
    ] {
        let page =
            rule(FakeInvalidation { error: Some(error), ..FakeInvalidation::default() }, "/en/house/invalidation");
        assert_eq!(page.await.location.as_deref(), Some(path));
    }
    let stranger = FakeInvalidation { error: Some(AppError::NotFound), ..FakeInvalidation::default() };
    assert_eq!(rule(stranger, PAGE).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_refused_form_comes_back_as_it_was_typed() {
    let form = RuleForm { domain: "no domain".into(), country: "MX".into(), fast: "on".into(), ..RuleForm::default() };
    let errors = form.validate().unwrap_err();
    let state = RuleFormState { form, errors, failure: None };
    let page = render(Method::POST, "/en/house/invalidation", move || provide_context(state.clone())).await;
    page.has("value=\"no domain\"")
        .has("<option value=\"MX\" selected")
        .has("href=\"#domain\"")
        .has("id=\"domain-error\"")
        .has("id=\"campaign-error\"")
        .has("id=\"reason-error\"")
        .has("Nothing was changed.");
    assert!(page.between("id=\"fast\"", ">").contains("checked"), "{}", page.html);
}

#[tokio::test]
async fn a_rule_tells_its_numbers_before_it_is_applied() {
    let page = in_state(InvalidationState::Counted).await;
    page.has("1,204 signatures agree.")
        .has("The campaign has 12,431 now.")
        .has("It would have 11,227.")
        .has("value=\"apply\"")
        .has("value=\"drop\"")
        .lacks("value=\"undo\"")
        .lacks("<script>alert");
    // Neither a number below ten nor a button that would tell it.
    let few = rule(FakeInvalidation { met: 9, ..FakeInvalidation::default() }, PAGE).await;
    few.has("Fewer than ten signatures agree")
        .has("only where ten or more agree")
        .lacks("value=\"apply\"")
        .lacks("It would have");
    in_state(InvalidationState::Applied).await.has("1,204 signatures were taken off").has("value=\"undo\"");
    in_state(InvalidationState::Undone).await.has("count again").lacks("name=\"action\"");
}

#[tokio::test]
async fn progress_is_shown_and_no_number_with_it() {
    for state in [InvalidationState::Counting, InvalidationState::Applying, InvalidationState::Undoing] {
        in_state(state).await.has("value=\"42\"").has("42 %").has("look again").lacks("1,204");
    }
}

#[tokio::test]
async fn the_campaigns_page_tells_what_was_taken_off_and_why() {
    let page = get("/en/campaigns/halt-deportations").await;
    page.has("Taken off the count")
        .has("On 5 March 2026, 1,204 signatures:")
        .has("Sent by a program.")
        .has("On 3 March 2026, fewer than ten signatures:")
        .has("Since 4 March 2026 they count again.");
    get("/es/campaigns/halt-deportations").await.has("El 5 March 2026, 1204 firmas:");
}
