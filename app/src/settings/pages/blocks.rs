use crate::accounts::Role;
use crate::i18n::{BlockMsg as M, HouseMsg, SettingsMsg, SiteMsg, Text, tr, use_lang};
use crate::paths;
use crate::settings::{BlockError, BlockList, BlocksForm, BlocksState, SettingsPort};
use crate::ui::{BackLink, Done, Heading, HouseNav, HouseRoom, InnerPage, Line, Refusal, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Mail domains and networks that may not sign.
#[component]
pub fn BlocksPage() -> impl IntoView {
    let saved = use_saved();
    let set = async move { port::<SettingsPort>()?.blocks(&visitor()?).await };
    answered(set, None, move |stored| view! { <Page stored=stored saved=saved/> }.into_any())
}

#[component]
fn Page(stored: BlocksForm, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, M::Title);
    let state = use_context::<BlocksState>();
    let said = (saved == "blocks" && state.is_none()).then(|| view! { <Done text=tr(lang, M::Saved)/> });
    let now = stored.version;
    let BlocksState { form, errors, overtaken, failure } =
        state.unwrap_or_else(|| BlocksState { form: stored, ..BlocksState::default() });
    // What was overtaken goes over what is saved now, once its admin has seen that.
    let version = if overtaken { now } else { form.version };
    let listed = errors.iter().map(|error| (format!("#{}", error.field.name()), problem(error))).collect();
    let overtaken_by = overtaken.then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, M::Overtaken)}</p>
                <p><a href=paths::house_blocks(lang) target="_blank">{tr(lang, M::OpenSaved)}</a></p>
            </div>
        }
    });
    let lists = BlockList::ALL.map(|list| {
        let wrong = errors.iter().find(|error| error.field == list).map(problem);
        view! {
            <Line
                name=list.name()
                label=tr(lang, M::Label(list))
                help=Some(tr(lang, M::Help(list)))
                value=form.text(list).to_owned()
                problem=wrong
                rows=8
                optional=true
            />
        }
    });
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Settings/>
            <BackLink href=paths::house_settings(lang) text=tr(lang, HouseMsg::Room(HouseRoom::Settings))/>
            <Heading text=title/>
            {said}
            <p class="abstract">{tr(lang, M::Lead)}</p>
            <form class="form card" method="post" action=paths::house_blocks(lang) novalidate=true>
                {overtaken_by}
                <Refusal errors=listed kept=tr(lang, SiteMsg::NothingSaved) failure=failure/>
                <input r#type="hidden" name="version" value=version.to_string()/>
                {lists.into_iter().collect_view()}
                <button type="submit" class="button">{tr(lang, SettingsMsg::Save)}</button>
            </form>
        </InnerPage>
    }
}

fn problem(error: &BlockError) -> Text {
    tr(use_lang(), M::Problem(&error.problem))
}
