use super::{NEW, came_back, seen};
use crate::fake_drafts::FakeDrafts;
use crate::fakes::{NASTY, campaign};
use app::campaigns::CampaignSummary;
use app::drafts::{DraftProblem, StartForm, StartState};
use app::error::AppError;
use app::i18n::Lang;

fn similar() -> CampaignSummary {
    let page = campaign(Lang::En);
    CampaignSummary {
        slug: page.slug,
        title: NASTY.into(),
        text_lang: "es".into(),
        summary: page.summary,
        targets: page.targets,
        count: 12_431,
        goal: page.goal,
        closes: None,
        open: true,
    }
}

#[tokio::test]
async fn a_campaign_begins_with_one_line() {
    let page = seen(FakeDrafts::none(), NEW).await;
    page.has("<title>Start a campaign – Undersigned</title>")
        .has("What do you ask, in one line?</label>")
        .has("10 to 80 characters")
        .has("aria-describedby=\"title-help\"")
        .lacks("role=\"alert\"");
    seen(FakeDrafts::none(), "/es/account/campaigns/new").await.has("¿Qué pides, en una frase?").has("De 10 a 80");
}

#[tokio::test]
async fn a_refused_line_stands_as_it_was_typed() {
    let form = StartForm { title: NASTY.into(), ..StartForm::default() };
    let state = StartState { form, problem: Some(DraftProblem::TooLong(80)), ..StartState::default() };
    let page = came_back(FakeDrafts::none(), NEW, state).await;
    page.has("<a href=\"#title\">Shorten the line to 80 characters.</a>")
        .has("id=\"title-error\"")
        .has("Nothing was saved.")
        .lacks("<script>alert");
    let field = page.between("id=\"title\"", ">");
    assert!(field.contains("title-help title-error") && field.contains("aria-invalid=\"true\""), "{field}");
    assert!(field.contains("&lt;/title&gt;"), "{field}");
    let state = StartState { failure: Some(AppError::Internal), ..StartState::default() };
    came_back(FakeDrafts::none(), NEW, state).await.has("Something went wrong on our side");
}

#[tokio::test]
async fn similar_campaigns_are_shown_before_another_one_begins() {
    let form = StartForm { title: "Halt the \"deportations\"".into(), ..StartForm::default() };
    let state = StartState { form, similar: vec![similar()], ..StartState::default() };
    let page = came_back(FakeDrafts::none(), NEW, state.clone()).await;
    page.has("Perhaps one of these already asks for it")
        .has("Sign one of these instead, or:")
        .has("12,431 have signed")
        .has("name=\"anyway\" value=\"on\"")
        .has("Start my own all the same</button>")
        .lacks("<script>alert");
    assert!(page.between("href=\"/en/campaigns/halt-deportations\"", ">").contains("lang=\"es\""));
    assert!(page.between("type=\"hidden\" name=\"title\"", ">").contains("Halt the &quot;deportations&quot;"));
    came_back(FakeDrafts::none(), "/es/account/campaigns/new", state).await.has("Empezar la mía de todos modos");
}

#[tokio::test]
async fn whoever_has_too_many_drafts_is_led_to_them() {
    let page = came_back(FakeDrafts::none(), NEW, StartState { too_many: Some(5), ..StartState::default() }).await;
    page.has("You can write 5 campaigns at the same time");
    assert!(page.between("role=\"alert\"", "</div>").contains("href=\"/en/account\""));
}
