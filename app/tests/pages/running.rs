use crate::fake_running::{FakeRunning, open};
use crate::fakes::{NASTY, slug};
use crate::house::{Page, get, render};
use app::form::{FieldError, FormState};
use app::running::{
    OwnReply, ReplyState, RunError, RunField, RunForm, RunPage, RunProblem, RunState, RunningPort, WaitingReply,
};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const RUN: &str = "/en/account/campaigns/run/safe-crossing";
const REPLIES: &str = "/en/review/replies";

async fn run(page: RunPage) -> Page {
    let fake = FakeRunning { page: Some(page), waiting: None };
    render(Method::GET, RUN, move || provide_context::<RunningPort>(Arc::new(fake.clone()))).await
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_where_one_does() {
    assert_eq!(get(RUN).await.location.as_deref(), Some("/en/sign-in"));
    assert_eq!(get(REPLIES).await.location.as_deref(), Some("/en/account/proof?next=%2Fen%2Freview%2Freplies"));
}

#[tokio::test]
async fn an_open_campaign_can_be_closed_and_given_another_day() {
    let page = run(open()).await;
    assert_eq!(page.status, StatusCode::OK);
    page.has("It takes signatures until the end of 31 March 2027.")
        .has("value=\"2027-03-31\"")
        .has("the time zone America/Mexico_City")
        .has("Close now")
        .has("1,000 signatures on 3 March 2026")
        .lacks("Archive");
    let closed = run(RunPage { state: RunState::Closed, can_open: false, ..open() }).await;
    closed.has("It closed more than 30 days ago").has("value=\"archive\"").lacks("Close now").lacks("value=\"extend\"");
    run(RunPage { state: RunState::Archived, ..open() }).await.has("value=\"show_again\"").lacks("value=\"archive\"");
}

#[tokio::test]
async fn an_answer_comes_back_as_it_was_typed() {
    let sent_back = OwnReply {
        answered_by: "Mayor".into(),
        text: "</textarea><script>".into(),
        day: "2026-03-01".into(),
        link: String::new(),
        state: ReplyState::SentBack("Whose words are these?".into()),
    };
    let page = run(RunPage { waiting: Some(sent_back), ..open() }).await;
    page.has("Whose words are these?").has("value=\"Mayor\"").has("&lt;/textarea&gt;&lt;script&gt;");
    let fake = FakeRunning { page: Some(open()), waiting: None };
    let state: FormState<RunForm, RunError> = FormState {
        input: RunForm { action: "reply".into(), answered_by: "Her deputy".into(), ..RunForm::default() },
        errors: vec![FieldError { field: RunField::Day, problem: RunProblem::Future }],
        failure: None,
    };
    let page = render(Method::POST, RUN, move || {
        provide_context::<RunningPort>(Arc::new(fake.clone()));
        provide_context(state.clone());
    })
    .await;
    page.has("value=\"Her deputy\"").has("id=\"day-error\"").has("Choose a day that has come.").has("href=\"#day\"");
}

#[tokio::test]
async fn answers_wait_for_a_moderator_and_the_public_reads_what_was_shown() {
    let waiting = WaitingReply {
        id: "abc".into(),
        slug: slug("safe-crossing"),
        title: "Un cruce seguro".into(),
        answered_by: NASTY.into(),
        html: "<p>No.</p>".into(),
        day: "3 March 2026".into(),
        link: Some("https://city.example.org/letter".into()),
        text_lang: "es".into(),
    };
    let seen = |waiting: Vec<WaitingReply>| {
        let fake = FakeRunning { page: None, waiting: Some(waiting) };
        render(Method::GET, REPLIES, move || provide_context::<RunningPort>(Arc::new(fake.clone())))
    };
    seen(vec![waiting])
        .await
        .has("<p>No.</p>")
        .has("value=\"abc\"")
        .has("href=\"/en/campaigns/safe-crossing\"")
        .lacks(NASTY);
    seen(Vec::new()).await.has("No reply waits for you.");
    get("/en/campaigns/library-sundays").await.has("Waiting for a reply for 12 days.");
    get("/en/campaigns/nasty").await.has("<em>look into it</em>").has("href=\"https://city.example.org/letter\"");
    get("/en/campaigns/halt-deportations").await.lacks("The reply");
}
