use super::Choices;
use crate::accounts::Role;
use crate::i18n::{BlockMsg, HouseMsg, Lang, SettingsMsg as M, SiteMsg, SwitchMsg, Text, tr, use_lang};
use crate::paths;
use crate::settings::{
    HouseSettings, Publishing, Setting as S, SettingsError, SettingsForm, SettingsPort, SettingsState, ShownReasons,
    Starting,
};
use crate::ui::{Done, Heading, HouseNav, HouseRoom, InnerPage, Line, Refusal, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// What is set for the whole house.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let saved = use_saved();
    let set = async move { port::<SettingsPort>()?.read(&visitor()?).await };
    answered(set, None, move |(settings, version)| {
        view! { <Page settings=settings version=version saved=saved/> }.into_any()
    })
}

#[component]
fn Page(settings: HouseSettings, version: i64, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, HouseMsg::Room(HouseRoom::Settings));
    let state = use_context::<SettingsState>();
    let said = (saved == "settings" && state.is_none()).then(|| view! { <Done text=tr(lang, M::Saved)/> });
    let campaigners = view! {
        <p><a href=paths::house_switches(lang)>{tr(lang, SwitchMsg::Title)}</a></p>
        <p><a href=paths::house_blocks(lang)>{tr(lang, BlockMsg::Title)}</a></p>
        <p><a href=paths::house_campaigners(lang)>{tr(lang, M::Campaigners)}</a></p>
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Settings/>
            <Heading text=title/>
            {said}
            <p class="abstract">{tr(lang, M::Lead)}</p>
            {campaigners}
            <Settings settings=settings version=version state=state/>
        </InnerPage>
    }
}

/// The form, with what was typed into it where it came back.
#[component]
fn Settings(settings: HouseSettings, version: i64, state: Option<SettingsState>) -> impl IntoView {
    let lang = use_lang();
    let SettingsState { form, errors, overtaken, failure } = state
        .unwrap_or_else(|| SettingsState { form: SettingsForm::of(&settings, version), ..SettingsState::default() });
    // What was overtaken goes over what is saved now, once its admin has seen that.
    let version = if overtaken { version } else { form.version };
    let listed = errors.iter().map(|error| (format!("#{}", error.field.name()), problem(lang, error))).collect();
    let overtaken_by = overtaken.then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true><p>{tr(lang, M::Overtaken)}</p></div>
        }
    });
    let wrong = |setting: S| errors.iter().find(|error| error.field == setting).map(|error| problem(lang, error));
    let now = |setting: S| {
        let differs = overtaken && form.value(setting) != settings.value(setting);
        differs.then(|| tr(lang, M::SavedNow(&shown(lang, &settings, setting))))
    };
    let choices = |setting: S, options| {
        view! {
            <Choices setting=setting options=options chosen=form.value(setting).to_owned() now=now(setting) problem=wrong(setting)/>
        }
    };
    let number = |setting: S| {
        let mut help = tr(lang, M::Help(setting)).into_owned();
        if let Some(now) = now(setting) {
            help = format!("{help} {now}");
        }
        view! {
            <Line
                name=setting.name()
                label=tr(lang, M::Label(setting))
                help=Some(help.into())
                value=form.value(setting).to_owned()
                problem=wrong(setting)
                class="short"
            />
        }
    };
    let publishing =
        Publishing::ALL.map(|one| (one.code(), tr(lang, M::Publishing(one)), tr(lang, M::PublishingMeans(one)))).into();
    let starting =
        Starting::ALL.map(|one| (one.code(), tr(lang, M::Starting(one)), tr(lang, M::StartingMeans(one)))).into();
    let reasons =
        ShownReasons::ALL.map(|one| (one.code(), tr(lang, M::Reasons(one)), tr(lang, M::ReasonsMeans(one)))).into();
    view! {
        <form class="form card" method="post" action=paths::house_settings(lang) novalidate=true>
            {overtaken_by}
            <Refusal errors=listed kept=tr(lang, SiteMsg::NothingSaved) failure=failure/>
            <input r#type="hidden" name="version" value=version.to_string()/>
            <h2 class="section">{tr(lang, M::Campaigns)}</h2>
            {choices(S::Publishing, publishing)}
            {choices(S::Starting, starting)}
            {choices(S::Reasons, reasons)}
            <h2 class="section">{tr(lang, M::Review)}</h2>
            {number(S::DueDays)}
            {number(S::OverdueDays)}
            <h2 class="section">{tr(lang, M::Limits)}</h2>
            {number(S::Drafts)}
            {number(S::CampaignsAWeek)}
            {number(S::FormsAnHour)}
            <button type="submit" class="button">{tr(lang, M::Save)}</button>
        </form>
    }
}

fn problem(lang: Lang, error: &SettingsError) -> Text {
    tr(lang, M::Problem(error.field, error.problem))
}

/// What is set, in the words of the page.
fn shown(lang: Lang, settings: &HouseSettings, setting: S) -> String {
    match setting {
        S::Publishing => tr(lang, M::Publishing(settings.publishing)).into_owned(),
        S::Starting => tr(lang, M::Starting(settings.starting)).into_owned(),
        S::Reasons => tr(lang, M::Reasons(settings.reasons)).into_owned(),
        S::DueDays | S::OverdueDays | S::Drafts | S::CampaignsAWeek | S::FormsAnHour => settings.value(setting),
    }
}
