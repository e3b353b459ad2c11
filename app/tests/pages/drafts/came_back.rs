use super::{BORRADOR, DRAFT, came_back};
use crate::fake_drafts::{FakeDrafts, filled_with, whole};
use crate::fakes::NASTY;
use app::drafts::{DraftError, DraftField, DraftForm, DraftFormState, DraftProblem, FactPart, FactRow, SourcesState};
use app::error::AppError;

fn as_typed(form: DraftForm) -> DraftFormState {
    DraftFormState {
        form,
        version: 8,
        errors: Vec::new(),
        overtaken: false,
        too_few: None,
        too_many: None,
        not_sure: false,
        signed_out: false,
        failure: None,
    }
}

#[tokio::test]
async fn errors_stand_beside_their_fields_and_nothing_gets_out_of_them() {
    let errors = DraftField::ALL.map(|field| DraftError::of(field, DraftProblem::ControlCharacter));
    let state = DraftFormState { errors: errors.into(), ..as_typed(filled_with(NASTY)) };
    for path in [DRAFT, BORRADOR] {
        let page = came_back(FakeDrafts::of(whole()), path, state.clone()).await;
        page.has("name=\"version\" value=\"8\"").lacks("<script>alert").lacks("</title></textarea>");
        let summary = page.between("role=\"alert\"", "</div>");
        assert!(summary.contains("autofocus"), "{summary}");
        for field in DraftField::ALL {
            let name = field.name();
            assert!(summary.contains(&format!("href=\"#{name}\"")), "{name}");
            page.has(&format!("id=\"{name}-error\"")).has(&format!("{name}-help {name}-error\""));
        }
        assert_eq!(page.html.matches("aria-invalid=\"true\"").count(), 16);
        assert_eq!(
            page.html.matches("&lt;/title&gt;&lt;/textarea&gt;").count(),
            16,
            "all fields but the language, and the heading once more"
        );
        assert_eq!(page.html.matches("</textarea>").count(), 7);
    }
    came_back(FakeDrafts::of(whole()), DRAFT, state).await.has("saved, but not submitted yet").has("16 things need");
}

#[tokio::test]
async fn each_problem_says_what_to_do() {
    use {DraftField as F, DraftProblem as P};
    for (field, problem, en, es) in [
        (F::Slug, P::SlugTaken, "Another campaign has this address.", "Otra campaña tiene esta dirección."),
        (F::Slug, P::NotASlug, "such as night-bus", "como autobus-nocturno"),
        (F::Targets, P::LineTooLong(201), "each office to 100", "cada cargo a 100"),
        (F::Demands, P::TooManyLines(10), "at most 10 demands", "10 exigencias como máximo"),
        (F::Story, P::TooLong(10_000), "to 10,000 characters", "a 10.000 caracteres"),
        (F::Goal, P::NotAGoal, "from 10 to 1,000,000,000", "de 10 a 1.000.000.000"),
        (F::ClosesOn, P::Past, "This day is over.", "Ese día ya ha pasado."),
        (F::TimeZone, P::TooLong(50), "from the list", "de la lista"),
    ] {
        let state = DraftFormState { errors: vec![DraftError::of(field, problem)], ..as_typed(whole().form) };
        for (path, text) in [(DRAFT, en), (BORRADOR, es)] {
            let page = came_back(FakeDrafts::of(whole()), path, state.clone()).await;
            let error = page.between(&format!("id=\"{}-error\"", field.name()), "</p>");
            assert!(error.contains(text), "{text:?} is not in {error}");
        }
    }
}

#[tokio::test]
async fn whoever_was_overtaken_keeps_what_was_typed() {
    let form = DraftForm { title: "What I typed meanwhile".into(), ..whole().form };
    let state = DraftFormState { overtaken: true, version: 9, ..as_typed(form) };
    let page = came_back(FakeDrafts::of(whole()), DRAFT, state).await;
    page.has("Somebody else has saved this draft meanwhile.")
        .has("value=\"What I typed meanwhile\"")
        .has("name=\"version\" value=\"9\"");
    let notice = page.between("role=\"alert\"", "</div>");
    assert!(notice.contains(&format!("href=\"{DRAFT}\" target=\"_blank\"")), "{notice}");
}

#[tokio::test]
async fn deleting_without_the_tick_is_told_beside_the_box() {
    let typed = DraftForm { summary: "Not saved yet.".into(), ..whole().form };
    let state = DraftFormState { not_sure: true, ..as_typed(typed) };
    let page = came_back(FakeDrafts::of(whole()), DRAFT, state).await;
    page.has("<a href=\"#sure\">Tick the box")
        .has("Nothing was deleted.")
        .has("id=\"sure-error\"")
        .has(">Not saved yet.</textarea>")
        .has("value=\"Keep the night bus running\"");
    let box_tag = page.between("id=\"sure\"", ">");
    assert!(box_tag.contains("sure-help sure-error") && box_tag.contains("aria-invalid=\"true\""), "{box_tag}");
    let failed = DraftFormState { failure: Some(AppError::Busy { retry_after: 5 }), ..as_typed(whole().form) };
    came_back(FakeDrafts::of(whole()), BORRADOR, failed).await.has("role=\"alert\"").lacks("class=\"error\"");
}

#[tokio::test]
async fn whoever_is_signed_out_keeps_what_was_typed() {
    let form = DraftForm { summary: "Typed for an hour.".into(), ..whole().form };
    let state = DraftFormState { signed_out: true, ..as_typed(form) };
    for (path, text, link) in
        [(DRAFT, "You are not signed in any more", "/en/sign-in"), (BORRADOR, "Tu sesión ha terminado", "/es/sign-in")]
    {
        let page = came_back(FakeDrafts::default(), path, state.clone()).await;
        page.has(">Typed for an hour.</textarea>").has("name=\"version\" value=\"8\"");
        let notice = page.between("role=\"alert\"", "</div>");
        assert!(notice.contains(text) && notice.contains(&format!("href=\"{link}\" target=\"_blank\"")), "{notice}");
    }
}

#[tokio::test]
async fn a_figure_that_is_wrong_is_told_in_its_row() {
    let mut form = whole().form;
    form.facts.rows = vec![FactRow { label: NASTY.into(), value: "12.5".into(), ..FactRow::default() }];
    let field = DraftField::Fact(1, FactPart::Value);
    let state = DraftFormState { errors: vec![DraftError::of(field, DraftProblem::NotAFigure)], ..as_typed(form) };
    let page = came_back(FakeDrafts::of(whole()), DRAFT, state).await;
    page.has("<a href=\"#fact_value_1\">Enter a whole number")
        .has("<details open class=\"more\"")
        .lacks("<script>alert");
    let tag = page.between("id=\"fact_value_1\"", ">");
    assert!(tag.contains("fact_value-help fact_value_1-error") && tag.contains("value=\"12.5\""), "{tag}");
}

#[tokio::test]
async fn sources_that_cannot_be_are_told_and_kept() {
    let state = SourcesState { typed: NASTY.into(), problem: Some(DraftProblem::NotASource), failure: None };
    for (path, text) in [
        ("/en/account/counts/night-bus/links", "which every campaign has"),
        ("/es/account/counts/night-bus/links", "que ya tienen todas"),
    ] {
        let page = came_back(FakeDrafts::of(whole()), path, state.clone()).await;
        page.has("<a href=\"#sources\">").has(text).lacks("<script>alert").has("id=\"sources-error\"");
    }
}
