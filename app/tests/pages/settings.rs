use crate::fake_drafts::FakeDrafts;
use crate::fake_settings::{FakePublic, FakeSettings, values};
use crate::fakes::NASTY;
use crate::house::{Page, get, render};
use app::drafts::DraftsPort;
use app::error::AppError;
use app::form::{FieldError, FormState};
use app::settings::{
    BlocksForm, BlocksState, CampaignerState, HouseSettings, PublicPort, PublicState, Setting, SettingsForm,
    SettingsPort, SettingsProblem, SettingsState, Starting, SwitchesForm, SwitchesState,
};
use app::signatures::{Problem, SignError, SignForm};
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
    let page = seen(FakeSettings { settings, ..FakeSettings::default() }, "/es/house/settings/campaigners").await;
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

/// A page where these are set.
async fn public(path: &str, pairs: &[(&str, &str)]) -> Page {
    let state = PublicState::of(values(pairs));
    render(Method::GET, path, move || provide_context::<PublicPort>(Arc::new(FakePublic(state.clone())))).await
}

#[tokio::test]
async fn where_signing_is_off_a_text_stands_in_the_place_of_the_form() {
    let off = [("signing_off", "on"), ("signing_en", NASTY)];
    let page = public("/en/campaigns/halt-deportations", &off).await;
    page.has("id=\"sign\"").has("&lt;").lacks("<form class=\"form\"").lacks(NASTY);
    assert_eq!(page.status, StatusCode::OK);
    public("/es/campaigns/halt-deportations", &off).await.has("En este momento no se puede firmar nada aquí.");
    // What was typed stays.
    let input = SignForm { name: "Rosa".into(), ..SignForm::default() };
    let typed = FormState::<SignForm, SignError> { input, errors: Vec::new(), failure: Some(AppError::Paused) };
    let state = PublicState::of(values(&[("signing_off", "on")]));
    let page = render(Method::POST, "/en/campaigns/halt-deportations", move || {
        provide_context::<PublicPort>(Arc::new(FakePublic(state.clone())));
        provide_context(typed.clone());
    });
    page.await
        .has("value=\"Rosa\"")
        .has("At the moment nothing can be signed here.")
        .has("What you entered is still here");
}

#[tokio::test]
async fn where_search_campaigns_or_mail_are_off_that_is_said() {
    public("/en", &[("search_off", "on"), ("search_en", "Out for an hour")])
        .await
        .has("Out for an hour")
        .lacks("role=\"search\"");
    let drafts = FakeDrafts::none();
    let state = PublicState::of(values(&[("campaigns_off", "on")]));
    let page = render(Method::GET, "/en/account/campaigns/new", move || {
        provide_context::<DraftsPort>(Arc::new(drafts.clone()));
        provide_context::<PublicPort>(Arc::new(FakePublic(state.clone())));
    });
    page.await.has("no new campaigns are taken here").lacks("name=\"title\"");
    let inbox = "/en/campaigns/halt-deportations/inbox";
    public(inbox, &[("mailing_off", "on")]).await.has("our mails are late");
    public(inbox, &[("mailing_en", "Not shown")]).await.lacks("our mails are late").lacks("Not shown");
}

#[tokio::test]
async fn the_notice_stands_above_every_page_in_its_language() {
    let notice = [("notice_en", "We move house\n<b>today</b>."), ("notice_es", "Nos mudamos hoy.")];
    for path in ["/en", "/en/about", "/en/campaigns/halt-deportations", "/en/nothing/here"] {
        let page = public(path, &notice).await;
        page.has("aria-label=\"Notice of the house\"").has("We move house\n&lt;b&gt;today");
        assert!(page.html.find("We move house") < page.html.find("<main"), "{path}");
    }
    public("/es/privacy", &notice).await.has("Nos mudamos hoy.");
    get("/en").await.lacks("house-notice");
}

#[tokio::test]
async fn switches_are_shown_as_they_are_and_come_back_as_they_were_typed() {
    let switches = values(&[("signing_off", "on"), ("signing_en", "Back soon"), ("notice_until", "2026-03-31")]);
    let page = seen(FakeSettings { switches, ..FakeSettings::default() }, "/en/house/settings/switches?saved=switches");
    let page = page.await;
    page.has("It is saved.").has("Back soon").has("value=\"2026-03-31\"").has("Signing: text in Español");
    assert!(page.between("id=\"signing_off\"", ">").contains("checked"), "{}", page.html);
    assert!(!page.between("id=\"search_off\"", ">").contains("checked"), "{}", page.html);
    get("/en/house/settings").await.has("href=\"/en/house/settings/switches\"");

    let sent = [("notice_en", "One"), ("notice_until", "soon"), ("search_off", "on"), ("version", "2")];
    let form = SwitchesForm::read(sent.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let errors = form.validate().unwrap_err();
    let state = SwitchesState { form: form.clone(), errors, ..SwitchesState::default() };
    let page = render(Method::POST, "/en/house/settings/switches", move || provide_context(state.clone())).await;
    page.has("<a href=\"#notice_es\">Write the notice in this language too.</a>")
        .has("<a href=\"#notice_until\">Enter a day, like 2026-03-31.</a>")
        .has("value=\"soon\"")
        .has("name=\"version\" value=\"2\"");
    let state = SwitchesState { form, overtaken: true, ..SwitchesState::default() };
    let page = render(Method::POST, "/en/house/settings/switches", move || provide_context(state.clone())).await;
    page.has("Saved at the moment: not off").has("Saved at the moment: nothing").has("name=\"version\" value=\"3\"");
}

#[tokio::test]
async fn who_may_not_sign_is_listed_and_a_wrong_line_is_named() {
    let page = get("/en/house/settings/blocked?saved=blocks").await;
    page.has("The lists are saved.").has("throwaway.example</textarea>").has("name=\"version\" value=\"3\"");
    get("/es/house/settings/blocked").await.has("Quién no puede firmar");
    let sent = [("blocked_networks", format!("192.0.2.0/24\n{NASTY}")), ("version", "2".to_owned())];
    let form = BlocksForm::read(sent.map(|(name, value)| (name.to_owned(), value)));
    let state = BlocksState { errors: form.errors(), form: form.clone(), ..BlocksState::default() };
    let page = render(Method::POST, "/en/house/settings/blocked", move || provide_context(state.clone())).await;
    page.has("is no network like 192.0.2.0/24.").has("href=\"#blocked_networks\"").lacks(NASTY);
    let state = BlocksState { form, overtaken: true, ..BlocksState::default() };
    let page = render(Method::POST, "/en/house/settings/blocked", move || provide_context(state.clone())).await;
    page.has("Look at what is saved").has("name=\"version\" value=\"3\"");
}
