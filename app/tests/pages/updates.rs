//! Pages of updates: for their team, for moderators, for everyone, and for who has had enough.

use crate::fake_updates::{FakeUpdates, whole};
use crate::fakes::NASTY;
use crate::house::{Page, get, render};
use app::error::AppError;
use app::form::FieldError;
use app::signatures::Unsubscribed;
use app::updates::{
    Crowd, DecisionState, Mailing, MailingState, Update, UpdateAct, UpdateField, UpdateForm, UpdateFormState,
    UpdateProblem, UpdateState, UpdatesPort,
};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const LIST: &str = "/en/account/campaigns/updates/halt-deportations";
const UPDATE: &str = "/en/account/campaigns/updates/halt-deportations/u1";
const WAITING: &str = "/en/review/updates";
const DECIDE: &str = "/en/review/updates/u1";
const NEWS: &str = "/en/campaigns/halt-deportations/updates";
const STOP: &str = "/en/campaigns/halt-deportations/unsubscribe/stop";

async fn seen(who: FakeUpdates, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<UpdatesPort>(Arc::new(who.clone()))).await
}

/// A page whose form this browser has sent, with what the server says of it.
async fn came_back<T: Clone + Send + Sync + 'static>(who: FakeUpdates, path: &str, context: T) -> Page {
    render(Method::POST, path, move || {
        provide_context::<UpdatesPort>(Arc::new(who.clone()));
        provide_context(context.clone());
    })
    .await
}

fn mailed(state: MailingState) -> FakeUpdates {
    let mailing = Mailing { state, made: Crowd::AtLeast(120), percent: 43 };
    FakeUpdates::of(Update { state: UpdateState::Approved, mailing: Some(mailing), ..whole() })
}

#[tokio::test]
async fn who_may_not_is_led_away() {
    for path in [LIST, UPDATE, &format!("{UPDATE}/preview"), WAITING, DECIDE] {
        let page = get(path).await;
        assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")), "{path}");
        let unproved = FakeUpdates { refused: Some(AppError::SecondProof), update: None };
        let page = seen(unproved, path).await;
        assert!(page.location.unwrap().starts_with("/en/account/proof?next="), "{path}");
        let stranger = FakeUpdates { refused: Some(AppError::NotFound), update: None };
        assert_eq!(seen(stranger, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_list_says_where_each_update_stands() {
    seen(FakeUpdates::none(), LIST).await.has("will be listed here").has("Write an update</button>");
    for (update, meta) in [
        (whole(), "draft"),
        (Update { remark: Some("Why?".into()), ..whole() }, "sent back to you"),
        (Update { state: UpdateState::Submitted, ..whole() }, "waits for a moderator"),
        (Update { state: UpdateState::Approved, ..whole() }, "public · 4 March 2026"),
    ] {
        seen(FakeUpdates::of(update), LIST).await.has(&format!("<span class=\"meta\">{meta}</span>")).has(UPDATE);
    }
    seen(mailed(MailingState::Paused), LIST).await.has("public · 4 March 2026 · mailing paused");
    seen(FakeUpdates::none(), &format!("{LIST}?saved=deleted")).await.has("The update is deleted.");
    came_back(FakeUpdates::of(whole()), LIST, UpdateFormState::default()).await.has("role=\"alert\"").has("20 updates");
}

#[tokio::test]
async fn an_update_stands_in_its_form() {
    let page = seen(FakeUpdates::of(whole()), UPDATE).await;
    page.has("value=\"They listened\"")
        .has("On **Monday**.</textarea>")
        .has("<option value=\"es\" lang=\"es\" selected>")
        .has("name=\"version\" value=\"7\"")
        .has("name=\"action\" value=\"submit\" aria-describedby=\"submit-help\"")
        .has(&format!("href=\"{UPDATE}/preview\""))
        .has("name=\"action\" value=\"test\"")
        .has("name=\"action\" value=\"delete\"")
        .lacks("value=\"mail\"")
        .lacks("role=\"alert\"");
    for field in UpdateField::ALL {
        let name = field.name();
        for part in [format!(" id=\"{name}\" name=\"{name}\""), format!("<label for=\"{name}\">")] {
            assert_eq!(page.html.matches(&part).count(), 1, "{part}");
        }
    }
    let back = Update { remark: Some(NASTY.into()), ..whole() };
    seen(FakeUpdates::of(back), UPDATE).await.has("A moderator sent this back:").lacks("<script>alert");
    seen(FakeUpdates::of(whole()), &format!("{UPDATE}?saved=draft")).await.has("role=\"status\"").has("Saved.");
    let waits = FakeUpdates::of(Update { state: UpdateState::Submitted, ..whole() });
    seen(waits, UPDATE).await.has("value=\"take_back\"").lacks("name=\"title\"").lacks("value=\"delete\"");
    let preview = seen(FakeUpdates::of(whole()), &format!("{UPDATE}/preview")).await;
    preview.has("only your team sees this page").has("<p>On <strong>Monday</strong>.</p>").has("4 March 2026");
}

#[tokio::test]
async fn a_refused_update_comes_back_as_it_was_typed() {
    let typed = UpdateForm { title: NASTY.into(), locale: "en".into(), text: NASTY.into() };
    let errors = vec![FieldError { field: UpdateField::Title, problem: UpdateProblem::TooLong(100) }];
    let state = UpdateFormState { form: typed.clone(), version: 8, errors, ..UpdateFormState::default() };
    let page = came_back(FakeUpdates::of(whole()), UPDATE, state).await;
    page.has("href=\"#title\"")
        .has("id=\"title-error\"")
        .has("aria-describedby=\"title-help title-error\" aria-invalid=\"true\"")
        .has("name=\"version\" value=\"8\"")
        .has("&lt;script&gt;")
        .lacks("<script>alert");
    let overtaken = UpdateFormState { form: typed, version: 9, overtaken: true, ..UpdateFormState::default() };
    came_back(FakeUpdates::of(whole()), UPDATE, overtaken).await.has("Somebody else has saved").has("value=\"9\"");
    let not_sure = UpdateFormState { not_sure: true, ..UpdateFormState::default() };
    came_back(FakeUpdates::of(whole()), UPDATE, not_sure).await.has("id=\"sure-error\"").has("value=\"They listened\"");
    let over = UpdateFormState { over: Some(UpdateAct::Test), ..UpdateFormState::default() };
    came_back(FakeUpdates::of(whole()), UPDATE, over).await.has("role=\"alert\"").has("20 test mails");
    let busy = AppError::Busy { retry_after: 2 };
    let busy = UpdateFormState { failure: Some(busy), ..UpdateFormState::default() };
    came_back(FakeUpdates::of(whole()), UPDATE, busy).await.has("role=\"alert\"");
}

#[tokio::test]
async fn a_mailing_is_begun_watched_and_ended() {
    let public = Update { state: UpdateState::Approved, ..whole() };
    seen(FakeUpdates::of(public.clone()), UPDATE)
        .await
        .has("At least 1,230 signers")
        .has("2 more updates")
        .has("name=\"action\" value=\"mail\"")
        .lacks("name=\"title\"");
    let few = Update { readers: Crowd::Few, mailings_left: 0, ..public };
    seen(FakeUpdates::of(few), UPDATE).await.has("in the last seven days").lacks("value=\"mail\"");
    let running = seen(mailed(MailingState::Running), UPDATE).await;
    running.has("value=\"43\"").has("At least 120 mails").has("value=\"pause\"").has("value=\"cancel\"");
    running.lacks("value=\"resume\"").lacks("value=\"mail\"").lacks("value=\"test\"");
    seen(mailed(MailingState::Paused), UPDATE).await.has("value=\"resume\"").has("value=\"cancel\"").lacks("\"pause\"");
    for state in [MailingState::Done, MailingState::Cancelled] {
        let page = seen(mailed(state), UPDATE).await;
        page.lacks("value=\"pause\"").lacks("value=\"resume\"").lacks("value=\"cancel\"");
    }
    let es = UPDATE.replace("/en/", "/es/");
    seen(mailed(MailingState::Running), &es).await.has("Al menos 120 correos").has("Terminar el envío");
}

#[tokio::test]
async fn a_moderator_reads_and_decides() {
    seen(FakeUpdates::none(), WAITING).await.has("No update waits.");
    seen(FakeUpdates::of(whole()), WAITING).await.has(DECIDE).has("Halt the deportations");
    seen(FakeUpdates::none(), &format!("{WAITING}?saved=late")).await.has("no longer waits");
    let page = seen(FakeUpdates::of(whole()), DECIDE).await;
    page.has("<p>On <strong>Monday</strong>.</p>")
        .has("name=\"version\" value=\"7\"")
        .has("name=\"decision\" value=\"approve\"")
        .has("name=\"decision\" value=\"send_back\"")
        .lacks("aria-invalid");
    let unfit = DecisionState { remark: NASTY.into(), unfit: true, failure: None };
    let page = came_back(FakeUpdates::of(whole()), DECIDE, unfit).await;
    page.has("href=\"#remark\"").has("aria-invalid=\"true\"").has("&lt;script&gt;").lacks("<script>alert");
}

#[tokio::test]
async fn everyone_reads_what_is_public() {
    let page = seen(FakeUpdates::of(whole()), &format!("{NEWS}?page=2")).await;
    page.has("lang=\"es\"")
        .has("They listened</h2>")
        .has("<p>On <strong>Monday</strong>.</p>")
        .has("rel=\"prev\"")
        .has(&format!("href=\"{NEWS}?page=3\""))
        .lacks("noindex");
    assert_eq!(page.html.matches("<h1").count(), 1);
    seen(FakeUpdates::none(), NEWS).await.has("There are no updates on this campaign.");
    let campaign = get("/en/campaigns/halt-deportations").await;
    campaign.has("id=\"updates-title\"").has("The committee listened</h3>").has(&format!("{NEWS}?page=2"));
    campaign.has("id=\"update-u1\" lang=\"es\" dir=\"ltr\" class=\"update-title\">Entregamos las firmas</h3>");
    get("/en/campaigns/safe-crossing").await.lacks("updates-title");
}

#[tokio::test]
async fn updates_are_ended_by_one_button() {
    let page = get(STOP).await;
    page.has("One press").has("Halt the deportations").has("Send me no more updates</button>").has("noindex");
    assert_eq!(page.html.matches("<form").count(), 1);
    let hidden = get(&STOP.replace("halt-deportations", "hidden-one")).await;
    assert_eq!(hidden.status, StatusCode::OK);
    hidden.has("Send me no more updates</button>").lacks("Halt the deportations");
    assert_eq!(get(&STOP.replace("/stop", "/forged")).await.status, StatusCode::NOT_FOUND);
    let done = came_back(FakeUpdates::default(), STOP, Unsubscribed).await;
    done.has("role=\"status\"").has("You get no more updates").lacks("<form method");
    get(&STOP.replace("/en/", "/es/")).await.has("No enviarme más novedades");
}

#[tokio::test]
async fn pages_of_updates_are_not_to_be_found_and_bring_no_script() {
    for path in [LIST, UPDATE, &format!("{UPDATE}/preview"), WAITING, DECIDE] {
        let page = seen(FakeUpdates::of(whole()), path).await;
        page.has("name=\"robots\" content=\"noindex\"").lacks("canonical").lacks("type=\"module\"").lacks(" style=");
    }
}
