use super::facts;
use crate::campaigns::Empty;
use crate::i18n::{ReportMsg, ReviewMsg, tr, use_lang};
use crate::moderation::{Pages, asked, asked_page};
use crate::paths;
use crate::reports::{ReportList, ReportsPort};
use crate::ui::{BackLink, Done, Heading, HouseNav, HouseRoom, InnerPage, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Reports that wait, or those that were closed lately.
#[component]
pub fn ReportsPage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let (closed, page) = (asked("state") == "closed", asked_page());
    let list = async move { port::<ReportsPort>()?.list(&visitor()?, lang, closed, page).await };
    answered(list, None, move |list| view! { <Page list=list closed=closed page=page saved=saved/> }.into_any())
}

#[component]
fn Page(list: ReportList, closed: bool, page: u32, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, if closed { ReportMsg::Closed } else { ReportMsg::List });
    let said = (saved == "closed").then(|| view! { <Done text=tr(lang, ReportMsg::DidClose)/> });
    let (state, other, other_text) =
        if closed { ("closed", "", ReportMsg::Waiting) } else { ("", "closed", ReportMsg::Closed) };
    let content = if list.reports.is_empty() {
        let text = if closed { ReportMsg::NoneClosed } else { ReportMsg::NoneWaits };
        view! { <Empty text=tr(lang, text)/> }.into_any()
    } else {
        let items = list.reports.into_iter().map(|report| {
            view! {
                <li>
                    <p><a href=paths::review_report(lang, &report.id)>{tr(lang, ReportMsg::Kind(report.kind))}</a></p>
                    {facts(lang, &report)}
                </li>
            }
        });
        view! { <ul class="sessions" role="list">{items.collect_view()}</ul> }.into_any()
    };
    let page_of =
        move |page: u32| paths::review_reports_filtered(lang, &[("state", state), ("page", &page.to_string())]);
    view! {
        <InnerPage title=title.clone()>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review(lang) text=tr(lang, ReviewMsg::Queue)/>
            <Heading text=title/>
            {said}
            <p>{tr(lang, ReportMsg::ClosedHow)}</p>
            <p><a href=paths::review_reports_filtered(lang, &[("state", other)])>{tr(lang, other_text)}</a></p>
            {content}
            <Pages label=tr(lang, ReportMsg::Pages) page=page more=list.more path=page_of/>
        </InnerPage>
    }
}
