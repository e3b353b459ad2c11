use crate::accounts::Role;
use crate::i18n::{HouseMsg, Lang, SettingsMsg, SiteMsg, SwitchMsg as M, Text, tr, use_lang};
use crate::paths;
use crate::settings::{SettingsPort, Switch, SwitchError, SwitchField as F, SwitchValues, SwitchesForm, SwitchesState};
use crate::ui::{BackLink, Choice, Done, Heading, HouseNav, HouseRoom, InnerPage, Line, Refusal, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// What is switched off for the whole house, and the notice on its pages.
#[component]
pub fn SwitchesPage() -> impl IntoView {
    let saved = use_saved();
    let set = async move { port::<SettingsPort>()?.switches(&visitor()?).await };
    answered(set, None, move |(values, version)| view! { <Page values=values version=version saved=saved/> }.into_any())
}

#[component]
fn Page(values: SwitchValues, version: i64, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, M::Title);
    let state = use_context::<SwitchesState>();
    let said = (saved == "switches" && state.is_none()).then(|| view! { <Done text=tr(lang, M::Saved)/> });
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Settings/>
            <BackLink href=paths::house_settings(lang) text=tr(lang, HouseMsg::Room(HouseRoom::Settings))/>
            <Heading text=title/>
            {said}
            <p class="abstract">{tr(lang, M::Lead)}</p>
            <Switches values=values version=version state=state/>
        </InnerPage>
    }
}

/// The form, with what was typed into it where it came back.
#[component]
fn Switches(values: SwitchValues, version: i64, state: Option<SwitchesState>) -> impl IntoView {
    let lang = use_lang();
    let saved = SwitchesForm::of(&values, version);
    let SwitchesState { form, errors, overtaken, failure } =
        state.unwrap_or_else(|| SwitchesState { form: saved.clone(), ..SwitchesState::default() });
    // What was overtaken goes over what is saved now, once its admin has seen that.
    let version = if overtaken { version } else { form.version };
    let listed = errors.iter().map(|error| (format!("#{}", error.field.name()), problem(lang, error))).collect();
    let overtaken_by = overtaken.then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true><p>{tr(lang, SettingsMsg::Overtaken)}</p></div>
        }
    });
    let wrong = |field: F| errors.iter().find(|error| error.field == field).map(|error| problem(lang, error));
    let now = |field: F| {
        let differs = overtaken && form.value(field) != saved.value(field);
        differs.then(|| match (field, saved.value(field)) {
            (F::Off(_), "") => tr(lang, SettingsMsg::SavedNow(&tr(lang, M::On))),
            (F::Off(_), _) => tr(lang, SettingsMsg::SavedNow(&tr(lang, M::Off))),
            (_, "") => tr(lang, SettingsMsg::SavedNow(&tr(lang, M::Nothing))),
            (_, text) => tr(lang, SettingsMsg::SavedNow(text)),
        })
    };
    let text = |field: F, label: Text| {
        view! {
            <Line
                name=field.name()
                label=label
                help=now(field)
                value=form.value(field).to_owned()
                problem=wrong(field)
                rows=3
                optional=true
            />
        }
    };
    let switches = Switch::ALL.map(|switch| {
        let off = F::Off(switch);
        let help = match now(off) {
            Some(now) => format!("{} {now}", tr(lang, M::Means(switch))),
            None => tr(lang, M::Means(switch)).into_owned(),
        };
        let texts =
            Lang::ALL.map(|own| text(F::Text(switch, own), tr(lang, M::Text(switch, own)))).into_iter().collect_view();
        view! {
            <h2 class="section">{tr(lang, M::Switch(switch))}</h2>
            <Choice name=off.name() checked=!form.value(off).is_empty() label=tr(lang, M::SwitchOff(switch)) help=help/>
            {texts}
        }
    });
    let notice = Lang::ALL.map(|own| text(F::Notice(own), tr(lang, M::NoticeIn(own)))).into_iter().collect_view();
    let until_help = match now(F::NoticeUntil) {
        Some(now) => format!("{} {now}", tr(lang, M::UntilHelp)),
        None => tr(lang, M::UntilHelp).into_owned(),
    };
    view! {
        <form class="form card" method="post" action=paths::house_switches(lang) novalidate=true>
            {overtaken_by}
            <Refusal errors=listed kept=tr(lang, SiteMsg::NothingSaved) failure=failure/>
            <input r#type="hidden" name="version" value=version.to_string()/>
            {switches.into_iter().collect_view()}
            <h2 class="section">{tr(lang, M::Notice)}</h2>
            <p class="help">{tr(lang, M::NoticeHelp)}</p>
            {notice}
            <Line
                name=F::NoticeUntil.name()
                label=tr(lang, M::Until)
                help=Some(until_help.into())
                value=form.value(F::NoticeUntil).to_owned()
                problem=wrong(F::NoticeUntil)
                kind="date"
                class="short"
                optional=true
            />
            <button type="submit" class="button">{tr(lang, M::Save)}</button>
        </form>
    }
}

fn problem(lang: Lang, error: &SwitchError) -> Text {
    tr(lang, M::Problem(error.problem))
}
