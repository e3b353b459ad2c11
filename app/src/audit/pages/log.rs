use crate::accounts::Role;
use crate::audit::{Action, Actor, AuditPort, LogEntry, LogFilter, LogPage};
use crate::i18n::{AuditMsg, HouseMsg, tr, use_lang};
use crate::paths;
use crate::ui::{Heading, HouseNav, HouseRoom, InnerPage, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Who did what, the newest first.
#[component]
pub fn LogPageView() -> impl IntoView {
    let filter = use_query_map().with_untracked(|query| {
        let text = |name: &str| query.get(name).unwrap_or_default();
        LogFilter { action: text("action"), object: text("object"), before: text("before") }
    });
    let asked = filter.clone();
    let page = async move { port::<AuditPort>()?.page(&visitor()?, &asked).await };
    answered(page, None, move |page| view! { <Page page=page filter=filter/> }.into_any())
}

#[component]
fn Page(page: LogPage, filter: LogFilter) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, HouseMsg::Room(HouseRoom::Log));
    let LogFilter { action, object, before } = filter;
    let options = Action::ALL
        .iter()
        .map(|other| {
            let chosen = other.code() == action;
            view! { <option value=other.code() selected=chosen>{tr(lang, AuditMsg::Action(*other))}</option> }
        })
        .collect_view();
    let older = page.older.map(|before| {
        let href = paths::house_log_filtered(lang, &action, &object, &before);
        view! { <a rel="next" href=href>{tr(lang, AuditMsg::Older)}</a> }
    });
    let newest = (!before.is_empty()).then(|| {
        view! { <a rel="prev" href=paths::house_log_filtered(lang, &action, &object, "")>{tr(lang, AuditMsg::Newest)}</a> }
    });
    let pager = (older.is_some() || newest.is_some())
        .then(|| view! { <nav class="pager" aria-label=tr(lang, AuditMsg::Pages)>{newest}{older}</nav> });
    let file = paths::house_log_file(lang, &action, &object);
    let rows = if page.entries.is_empty() {
        view! { <p class="empty">{tr(lang, AuditMsg::Nothing)}</p> }.into_any()
    } else {
        let rows = page.entries.into_iter().map(|entry| view! { <Row entry=entry/> }).collect_view();
        view! {
            <div class="scroll" role="region" tabindex="0" aria-label=title.clone()>
                <table class="table table-stack">
                    <thead>
                        <tr>
                            <th scope="col">{tr(lang, AuditMsg::When)}</th>
                            <th scope="col">{tr(lang, AuditMsg::Who)}</th>
                            <th scope="col">{tr(lang, AuditMsg::What)}</th>
                            <th scope="col">{tr(lang, AuditMsg::To)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Log/>
            <Heading text=title.clone()/>
            <p class="abstract">{tr(lang, AuditMsg::Lead)}</p>
            <form class="form" method="get" action=paths::house_log(lang)>
                <div class="field">
                    <label for="action">{tr(lang, AuditMsg::What)}</label>
                    <select id="action" name="action">
                        <option value="">{tr(lang, AuditMsg::Everything)}</option>
                        {options}
                    </select>
                </div>
                <div class="field">
                    <label for="object">{tr(lang, AuditMsg::To)}</label>
                    <p class="help" id="object-help">{tr(lang, AuditMsg::ObjectHelp)}</p>
                    <input r#type="text" id="object" name="object" value=object autocomplete="off" aria-describedby="object-help"/>
                </div>
                <button type="submit" class="button-quiet">{tr(lang, AuditMsg::Filter)}</button>
            </form>
            {rows}
            {pager}
            <p><a href=file>{tr(lang, AuditMsg::File)}</a></p>
        </InnerPage>
    }
}

#[component]
fn Row(entry: LogEntry) -> impl IntoView {
    let lang = use_lang();
    let LogEntry { at, actor, action, object, detail } = entry;
    let actor = match actor {
        Actor::Account(email) => email,
        Actor::Closed => tr(lang, AuditMsg::ClosedAccount).into_owned(),
        Actor::CommandLine => tr(lang, AuditMsg::CommandLine).into_owned(),
    };
    let action = action.map_or_else(|code| code, |action| tr(lang, AuditMsg::Action(action)).into_owned());
    let detail = (!detail.is_empty()).then(|| view! { <br/><span class="meta">{detail}</span> });
    view! {
        <tr>
            <td data-label=tr(lang, AuditMsg::When)>{at}</td>
            <td data-label=tr(lang, AuditMsg::Who) class="breaks">{actor}</td>
            <td data-label=tr(lang, AuditMsg::What)>{action}</td>
            <td data-label=tr(lang, AuditMsg::To) class="breaks">{object}{detail}</td>
        </tr>
    }
}
