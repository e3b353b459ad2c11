use crate::fake_drafts::FakeDrafts;
use crate::fake_settings::FakeSettings;
use crate::fakes::NASTY;
use crate::house::{Page, get, render};
use app::drafts::DraftsPort;
use app::error::AppError;
use app::form::FieldError;
use app::settings::{
    CampaignerState, HouseSettings, Setting, SettingsForm, SettingsPort, SettingsProblem, SettingsState, Starting,
};
use app::signatures::Problem;
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

async fn seen(who: FakeSettings, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<SettingsPort>(Arc::new(who.clone()))).await
}

/// The page with a form that came back.
async fn came_back(state: SettingsState) -> Page {
    render(Method::POST, "/en/house/settings", move || provide_context(state.clone())).await
}

fn typed(pairs: &[(&str, &str)]) -> SettingsForm {
    let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    SettingsForm::of(&HouseSettings::default(), 2).with(pairs)
}

#[tokio::test]
async fn every_setting_is_shown_with_what_it_does() {
    let page = get("/en/house/settings?saved=settings").await;
    page.has("<title>Settings – Undersigned</title>")
        .has("aria-current=\"page\"")
        .has("The settings are saved.")
        .has("name=\"version\" value=\"3\"")
        .has("Read first, then published")
        .has("From 10 to 100,000.")
        .has("href=\"/en/house/settings/campaigners\"");
    for setting in Setting::ALL {
        page.has(&format!("id=\"{}\"", setting.name()));
    }
    assert_eq!(page.html.matches(" checked").count(), 3 + 1, "one of each choice, and the colours\n{}", page.html);
    get("/es/house/settings").await.has("Primero se publica, luego se lee").has("De 1 a 365.");
    let asked =
        seen(FakeSettings { error: Some(AppError::SecondProof), ..FakeSettings::default() }, "/en/house/settings");
    assert_eq!(asked.await.location.as_deref(), Some("/en/account/proof?next=%2Fen%2Fhouse%2Fsettings"));
    let hidden =
        seen(FakeSettings { error: Some(AppError::NotFound), ..FakeSettings::default() }, "/en/house/settings");
    assert_eq!(hidden.await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_refused_comes_back_as_it_was_typed() {
    let form = typed(&[("due_days", NASTY), ("moderation", "after")]);
    let errors = vec![FieldError { field: Setting::DueDays, problem: SettingsProblem::NotWithin(1, 365) }];
    let page = came_back(SettingsState { form, errors, ..SettingsState::default() }).await;
    page.has("<a href=\"#due_days\">Enter a whole number, from 1 to 365.</a>")
        .has("id=\"due_days-error\"")
        .has("value=\"after\" checked")
        .has("name=\"version\" value=\"2\"")
        .lacks(NASTY)
        .lacks("Saved at the moment");
}

#[tokio::test]
async fn what_another_admin_has_saved_stands_beside_what_was_typed() {
    let form = typed(&[("drafts", "30"), ("starting", "invited")]);
    let page = came_back(SettingsState { form, overtaken: true, ..SettingsState::default() }).await;
    page.has("Somebody else has changed the settings meanwhile")
        .has("name=\"version\" value=\"3\"")
        .has("value=\"30\"")
        .has("Saved at the moment: 20")
        .has("Saved at the moment: Anyone who signs in");
    assert_eq!(page.html.matches("Saved at the moment").count(), 2);
}

#[tokio::test]
async fn those_who_may_start_campaigns_are_listed_and_invited() {
    let page = get("/en/house/settings/campaigners?saved=invited").await;
    page.has("Invited.")
        .has("ivo@example.org")
        .has("since 2 March 2026")
        .has("At the moment anyone may start campaigns");
    page.has("href=\"/en/house/settings/campaigners?page=2\"");
    let settings = HouseSettings { starting: Starting::Invited, ..HouseSettings::default() };
    let page = seen(FakeSettings { settings, error: None }, "/es/house/settings/campaigners").await;
    page.has("desde el 2 March 2026").lacks("cualquiera puede iniciar");
    let state = CampaignerState { email: "ivo".into(), problem: Some(Problem::NotAnAddress), failure: None };
    let page = render(Method::POST, "/en/house/settings/campaigners", move || provide_context(state.clone())).await;
    page.has("value=\"ivo\"").has("id=\"email-error\"");
}

#[tokio::test]
async fn who_may_not_start_a_campaign_is_told_so() {
    let drafts = FakeDrafts { may_start: false, ..FakeDrafts::none() };
    let page = render(Method::GET, "/en/account/campaigns/new", move || {
        provide_context::<DraftsPort>(Arc::new(drafts.clone()));
    });
    page.await
        .has("Only those who are invited start campaigns in this house.")
        .has("mailto:hello@undersigned.example")
        .lacks("name=\"title\"");
}
