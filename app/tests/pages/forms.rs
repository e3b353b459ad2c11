use crate::fake_teams::FakeTeams;
use crate::fakes::NASTY;
use crate::house::{Page, render};
use app::error::AppError;
use app::form::{Checkbox, FieldError, FormState};
use app::signatures::{CodeForm, ConfirmForm, Field, ManageForm, Problem, SignError, SignForm};
use app::teams::TeamsPort;
use app::typed::KeptForm;
use axum::http::Method;
use leptos::prelude::provide_context;
use std::sync::Arc;

async fn came_back<T: Clone + Send + Sync + 'static>(path: &str, state: FormState<T, SignError>) -> Page {
    render(Method::POST, path, move || provide_context(state.clone())).await
}

#[tokio::test]
async fn a_refused_sign_form_keeps_what_was_typed_and_says_what_is_wrong() {
    let input = SignForm {
        name: "María".into(),
        email: "maria.gmial.com".into(),
        country: "ES".into(),
        postcode: "280".into(),
        reason: NASTY.into(),
        show_reason: Checkbox(true),
        source: "qr".into(),
        ..SignForm::default()
    };
    let errors = vec![FieldError { field: Field::Email, problem: Problem::NotAnAddress }];
    let page =
        came_back("/en/campaigns/halt-deportations?source=mail", FormState { input, errors, failure: None }).await;
    page.has("value=\"María\"")
        .has("value=\"maria.gmial.com\"")
        .has("<option value=\"ES\" selected>")
        .has("value=\"280\"")
        .has("name=\"source\" value=\"qr\"")
        .has("One thing needs another look")
        .has("<a href=\"#email\">")
        .has("aria-describedby=\"email-help email-error\"")
        .has("aria-describedby=\"name-help\"");
    assert!(page.between("id=\"show_reason\"", ">").contains("checked"));
    assert!(page.between("<textarea", "</textarea>").contains("&lt;/textarea&gt;\"&gt;&lt;script&gt;"));
    page.lacks("<script>alert");
    assert!(page.between("role=\"alert\"", ">").contains("autofocus"));
}

#[tokio::test]
async fn a_form_that_failed_as_a_whole_keeps_what_was_typed_too() {
    let input = SignForm { name: "María".into(), ..SignForm::default() };
    let state = FormState { input, errors: Vec::new(), failure: Some(AppError::TooMany { retry_after: 30 }) };
    let page = came_back("/es/campaigns/halt-deportations", state).await;
    page.has("value=\"María\"")
        .has("lo que has escrito sigue aquí")
        .has("dentro de un minuto")
        .lacks("class=\"error\"");
}

#[tokio::test]
async fn the_other_forms_come_back_as_well() {
    let errors = vec![FieldError { field: Field::Code, problem: Problem::WrongCode }];
    let code = FormState { input: CodeForm { code: "1234 5670".into() }, errors, failure: None };
    came_back("/en/campaigns/halt-deportations/inbox", code)
        .await
        .has("value=\"1234 5670\"")
        .has("This code does not fit");

    let unticked = FormState {
        input: ConfirmForm::default(),
        errors: Vec::new(),
        failure: Some(AppError::Busy { retry_after: 5 }),
    };
    let page = came_back("/en/campaigns/halt-deportations/confirm/good", unticked).await;
    assert!(!page.between("id=\"show_name\"", ">").contains("checked"));
    page.has("More people are signing");

    let manage = FormState { input: ManageForm::default(), errors: Vec::new(), failure: Some(AppError::Internal) };
    came_back("/en/campaigns/halt-deportations/signature/mine", manage).await.has("Something went wrong on our side");
}

#[tokio::test]
async fn what_was_typed_is_kept_for_whoever_is_signed_out() {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    for (path, fields) in [
        ("/en/account/campaigns/new", vec![field("title", NASTY), field("team", "0123456789abcdef0123456789abcdef")]),
        ("/en/account/counts/night-bus/links", vec![field("sources", NASTY)]),
        ("/en/account/teams/t1", vec![field("action", "invite"), field("email", NASTY)]),
    ] {
        let kept = KeptForm { path: path.to_owned(), fields };
        let context = move || {
            provide_context::<TeamsPort>(Arc::new(FakeTeams::SignedOut));
            provide_context(kept.clone());
        };
        let page = render(Method::POST, path, context).await;
        page.has("<title>Please sign in – Undersigned</title>")
            .has("sign in in another tab")
            .has("href=\"/en/sign-in\" target=\"_blank\"")
            .has(&format!("method=\"post\" action=\"{path}\""))
            .has("Send it again</button>")
            .lacks("<script>alert")
            .lacks("</title></textarea>");
        assert_eq!(page.html.matches("<blockquote").count(), 1, "only what was typed is shown");
    }
}
