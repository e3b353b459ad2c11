use crate::campaigns::Slug;
use crate::error::AppError;
use crate::exports::parts::{BreakdownSection, FunnelSection};
use crate::exports::{Dashboard, Dimension, ExportsPort};
use crate::i18n::{AccountMsg, DraftMsg, ExportMsg, number, tr, use_lang};
use crate::keys::parts::SignersLink;
use crate::paths;
use crate::ui::{BackLink, Heading, InnerPage, Tally, Tongue, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A campaign's counts, for its team.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let lang = use_lang();
    let slug = use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse));
    let dashboard =
        async move { port::<ExportsPort>()?.dashboard(&visitor()?, lang, &slug.ok_or(AppError::NotFound)?).await };
    answered(dashboard, None, |dashboard| view! { <Page dashboard=dashboard/> }.into_any())
}

#[component]
fn Page(dashboard: Dashboard) -> impl IntoView {
    let lang = use_lang();
    let Dashboard {
        slug,
        title,
        text_lang,
        count,
        goal,
        time_zone,
        today,
        week,
        milestones,
        funnel,
        breakdowns,
        signers,
    } = dashboard;
    let heading = tr(lang, ExportMsg::Counts);
    let tongue = Tongue::of(&text_lang, lang);
    let campaign = paths::campaign(lang, &slug);
    let sections = breakdowns
        .into_iter()
        .map(|breakdown| {
            let marks = if breakdown.by == Dimension::Day { milestones.clone() } else { Vec::new() };
            view! {
                <BreakdownSection breakdown=breakdown slug=slug.clone() time_zone=time_zone.clone() marks=marks/>
            }
        })
        .collect_view();
    let signers = signers.then(|| view! { <SignersLink slug=slug.clone()/> });
    let lately = [(ExportMsg::Today, today), (ExportMsg::ThisWeek, week)].map(|(name, n)| {
        let n = n.map_or_else(|| tr(lang, ExportMsg::FewerThanTen).into_owned(), |n| number(lang, n));
        view! {
            <div>
                <dt>{tr(lang, name)}</dt>
                <dd>{n}</dd>
            </div>
        }
    });
    view! {
        <InnerPage title=format!("{heading}: {title}")>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=heading/>
            <p class="abstract">
                <a href=campaign lang=tongue.lang dir=tongue.dir>{title}</a>
            </p>
            <Tally count=count goal=goal closes=None open=true words=tr(lang, ExportMsg::Confirmed(count))/>
            <dl class="figures">{lately}</dl>
            <p class="meta">{tr(lang, ExportMsg::Lately { zone: &time_zone })}</p>
            <p>{tr(lang, ExportMsg::Rule)}</p>
            {sections}
            <FunnelSection funnel=funnel slug=slug.clone()/>
            <p class="actions">
                <a class="button-quiet" href=paths::sources(lang, &slug)>{tr(lang, DraftMsg::SourcesTitle)}</a>
                {signers}
            </p>
        </InnerPage>
    }
}
