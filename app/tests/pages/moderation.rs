use crate::fake_moderation::{FakeModeration, case};
use crate::fakes::NASTY;
use crate::house::{Page, get, render};
use app::drafts::{DraftError, DraftField, DraftProblem};
use app::i18n::Lang;
use app::moderation::{
    Case, CaseError, CaseField, CaseForm, CaseState, CaseStop, GroundError, GroundField, GroundForm, GroundProblem,
    GroundState, Lock, ModerationPort, Piece, TextChange, TextProblem,
};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const QUEUE: &str = "/en/review";
const CASE: &str = "/en/review/campaign/c1";

async fn seen(case: Option<Case>, path: &str) -> Page {
    let who = FakeModeration::of(case);
    render(Method::GET, path, move || provide_context::<ModerationPort>(Arc::new(who.clone()))).await
}

async fn came_back(case: Option<Case>, state: CaseState) -> Page {
    let who = FakeModeration::of(case);
    render(Method::POST, CASE, move || {
        provide_context::<ModerationPort>(Arc::new(who.clone()));
        provide_context(state.clone());
    })
    .await
}

#[tokio::test]
async fn nobody_else_gets_in() {
    for path in [QUEUE, CASE] {
        let page = get(path).await;
        assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")), "{path}");
    }
}

#[tokio::test]
async fn the_queue_is_a_table_with_ages() {
    let page = seen(Some(case(Lang::En)), QUEUE).await;
    page.has("<title>Campaigns that wait – Undersigned</title>")
        .has("After 3 days a campaign is due, after 7 days overdue.")
        .has("2 overdue</li>")
        .lacks("/en/review/catalogue")
        .has("<a href=\"/en/review/reports\">Reports (2)</a>")
        .has("<a href=\"/en/review/replies\">Replies of those who are asked (0)</a>")
        .has("href=\"/en/review/campaign/c1\"")
        .has("4 days")
        .has("data-label=\"Waiting\"")
        .has("name=\"robots\" content=\"noindex\"");
    let chosen = seen(Some(case(Lang::En)), "/en/review?age=due&language=es").await;
    chosen.has("<option value=\"due\" selected").has("<option value=\"es\" selected");
    seen(Some(case(Lang::En)), "/en/review?age=new").await.has("Nothing of this kind waits.");
    seen(None, QUEUE).await.has("Nothing waits.");
    let done = seen(None, "/en/review?saved=publish").await;
    done.has("role=\"status\"").has("It is public, and its team is written to.");
    seen(Some(case(Lang::Es)), "/es/review").await.has("Campañas en espera").has("2 con retraso</li>");
}

#[tokio::test]
async fn a_campaign_stands_beside_its_decision() {
    let page = seen(Some(case(Lang::En)), CASE).await;
    assert_eq!(page.status, StatusCode::OK);
    page.has("name=\"version\" value=\"7\"")
        .has("name=\"action\" value=\"publish\"")
        .has("name=\"ground\" value=\"hatred\"")
        .has("accesskey=\"n\"")
        .lacks("accesskey=\"p\"")
        .has("href=\"/en/review/campaign/c2\"")
        .has("Nobody is at it.")
        .has("Who are they?")
        .has("one@example.org")
        .has("<dd>/campaigns/halt-deportations</dd>")
        .lacks("What is new")
        .lacks("class=\"sign-bar\"");
    seen(Some(case(Lang::Es)), "/es/review/campaign/c1").await.has("Me la quedo").has("Motivos para rechazarla");
    let gone = seen(None, CASE).await;
    assert_eq!(gone.status, StatusCode::GONE);
    gone.has("This does not wait any more");
}

#[tokio::test]
async fn what_keeps_from_deciding_is_said() {
    let own = Case { own: true, lock: Lock::Mine("09:30 UTC".into()), ..case(Lang::En) };
    let page = seen(Some(own), CASE).await;
    page.has("You belong to the team")
        .has("You are at it until 09:30 UTC.")
        .lacks("value=\"publish\"")
        .lacks("value=\"reject\"");
    let held = Case { lock: Lock::Other { by: "two@example.org".into(), until: "09:30 UTC".into() }, ..case(Lang::En) };
    seen(Some(held), CASE).await.has("two@example.org is at it until 09:30 UTC.").has("Take it over");
    let unfit = vec![DraftError::of(DraftField::Slug, DraftProblem::SlugTaken)];
    let unfit = seen(Some(Case { unfit, ..case(Lang::En) }), CASE).await;
    unfit.has("It cannot be published as it is.").lacks("value=\"publish\"").has("value=\"send_back\"");
}

#[tokio::test]
async fn a_form_comes_back_as_it_was_typed() {
    let form = CaseForm { remark: NASTY.into(), grounds: vec!["hatred".into()], ..CaseForm::default() };
    let errors = vec![CaseError { field: CaseField::Remark, problem: TextProblem::TooLong(2_000) }];
    let state = CaseState { form, errors, ..CaseState::default() };
    let page = came_back(Some(case(Lang::En)), state.clone()).await;
    page.has("href=\"#remark\"")
        .has("longer than 2,000 characters")
        .has("aria-invalid=\"true\"")
        .has("value=\"hatred\" checked")
        .lacks("value=\"unclear\" checked")
        .lacks("<script>alert");
    let held = CaseState { errors: Vec::new(), stop: Some(CaseStop::Held("two@example.org".into())), ..state };
    came_back(Some(case(Lang::En)), held.clone()).await.has("two@example.org is at it, so nothing was decided.");
    came_back(None, held).await.has("somebody else has decided");
}

#[tokio::test]
async fn changes_are_marked_and_said() {
    let change = TextChange {
        lang: Some(Lang::Es),
        field: DraftField::Summary,
        pieces: vec![Piece::Kept("The bus ".into()), Piece::Removed("left".into()), Piece::Added(NASTY.into())],
    };
    let page = seen(Some(Case { changes: Some(vec![change]), ..case(Lang::En) }), CASE).await;
    page.has("What is new")
        .has("This campaign is public already.")
        .has("Summary (Español)</h3>")
        .has("<del><span class=\"hidden\">taken out: </span>left</del>")
        .has("<ins>")
        .lacks("<script>alert");
    seen(Some(Case { changes: Some(Vec::new()), ..case(Lang::En) }), CASE)
        .await
        .has("Its texts are those that are public.");
    let queued = seen(Some(Case { changes: Some(Vec::new()), ..case(Lang::En) }), "/en/review").await;
    queued.has("changes to a public text");
    seen(Some(case(Lang::En)), "/en/review").await.lacks("changes to a public text");
    seen(Some(case(Lang::En)), CASE).await.lacks("What is new");
}

#[tokio::test]
async fn the_catalogue_is_edited_by_one_form_a_reason() {
    const PATH: &str = "/en/review/catalogue";
    let page = seen(None, PATH).await;
    page.has("<textarea id=\"hatred-text_en\" name=\"text_en\" rows=\"3\">It calls for hatred.</textarea>")
        .has("Text in Español")
        .has("value=\"retire\"")
        .has("value=\"restore\"")
        .has("id=\"new-code\"");
}

#[tokio::test]
async fn a_form_of_the_catalogue_comes_back_in_its_place() {
    let form = GroundForm {
        action: "change".into(),
        code: "hatred".into(),
        texts: vec![(Lang::En, NASTY.into()), (Lang::Es, String::new())],
    };
    let errors = vec![GroundError { field: GroundField::Text(Lang::Es), problem: GroundProblem::Missing }];
    let who = FakeModeration::of(None);
    let state = GroundState { form, errors, failure: None };
    let page = render(Method::POST, "/en/review/catalogue", move || {
        provide_context::<ModerationPort>(Arc::new(who.clone()));
        provide_context(state.clone());
    })
    .await;
    page.has("href=\"#hatred-text_es\"")
        .has("id=\"hatred-text_es-error\"")
        .has("<textarea id=\"hatred-text_es\" name=\"text_es\" rows=\"3\" lang=\"es\" aria-describedby=\"hatred-text_es-error\" aria-invalid=\"true\"></textarea>")
        .has("<textarea id=\"spam-text_es\" name=\"text_es\" rows=\"3\" lang=\"es\">Llama al odio.</textarea>")
        .lacks("<script>alert");
    assert_eq!(page.html.matches("aria-invalid").count(), 1);
}

#[tokio::test]
async fn a_campaign_is_hidden_and_shown_again() {
    const PATH: &str = "/en/review/campaigns/halt-deportations";
    let page = seen(Some(case(Lang::En)), PATH).await;
    page.has("Hide the campaign")
        .has("name=\"ground\" value=\"hatred\"")
        .has("state=shown&amp;campaign=halt-deportations");
    let hidden = FakeModeration { hidden: Some(vec![NASTY.into()]), ..FakeModeration::of(Some(case(Lang::En))) };
    let page = render(Method::GET, PATH, move || provide_context::<ModerationPort>(Arc::new(hidden.clone()))).await;
    page.has("It is hidden").has("Show it again").lacks("value=\"hide\"").lacks("<script>alert");
    let own = Case { own: true, ..case(Lang::En) };
    seen(Some(own), PATH).await.has("somebody else has to decide").lacks("value=\"hide\"");
    seen(Some(case(Lang::En)), "/en/review/campaigns?q=nothing")
        .await
        .has("Nothing was found.")
        .has("value=\"nothing\"");
}

#[tokio::test]
async fn reasons_stand_in_one_form() {
    let page = seen(Some(case(Lang::En)), "/en/review/reasons").await;
    page.has("name=\"reason\" value=\"0a\"")
        .has("aria-describedby=\"reason-0a-text\"")
        .has("lang=\"es\" dir=\"ltr\"")
        .has("value=\"show\"")
        .has("value=\"remove\"")
        .lacks("<script>alert");
    seen(Some(case(Lang::En)), "/en/review/reasons?state=shown").await.has("No reason is shown.");
    seen(Some(case(Lang::En)), "/en/review/reasons?saved=0").await.has("Tick at least one reason first.");
}

#[tokio::test]
async fn a_hidden_campaigns_page_says_why() {
    for (path, text) in
        [("/en/campaigns/hidden-one", "took it down because"), ("/es/campaigns/hidden-one", "la retiraron porque")]
    {
        let page = get(path).await;
        assert_eq!(page.status, StatusCode::GONE);
        page.has(text).lacks("<script>alert").has("name=\"robots\" content=\"noindex\"");
    }
}
