use crate::accounts::Role;
use crate::house::{HousePort, MailHealth, Overview, OverviewState, QueueAge, QueueKind, Storage};
use crate::i18n::{HouseMsg, Lang, ReviewMsg, Text, number, size, tr, use_lang};
use crate::paths;
use crate::ui::{Done, Heading, HouseNav, HouseRoom, InnerPage, Refusal, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// How the house is doing: signatures, campaigns, what waits, mail, database.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let saved = use_saved();
    let overview = async move { port::<HousePort>()?.overview(&visitor()?).await };
    answered(overview, None, move |overview| view! { <Page overview=overview saved=saved/> }.into_any())
}

#[component]
fn Page(overview: Overview, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, HouseMsg::Room(HouseRoom::Overview));
    let failure = use_context::<OverviewState>().and_then(|state| state.failure);
    let said = (saved == "retried").then(|| view! { <Done text=tr(lang, HouseMsg::SaidRetried)/> });
    let signatures = [
        (tr(lang, HouseMsg::Counting), overview.signatures),
        (tr(lang, HouseMsg::ConfirmedToday), overview.confirmed_today),
        (tr(lang, HouseMsg::SentToday), overview.sent_today),
    ];
    let campaigns = overview.campaigns.into_iter().map(|(state, n)| (tr(lang, HouseMsg::State(state)), n));
    let campaigns = campaigns.collect::<Vec<_>>();
    let campaigns = if campaigns.is_empty() {
        view! { <p>{tr(lang, HouseMsg::NoCampaign)}</p> }.into_any()
    } else {
        figures(lang, campaigns)
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Overview/>
            <Heading text=title/>
            {said}
            <Refusal errors=Vec::new() kept=Text::default() failure=failure/>
            <section aria-labelledby="signatures">
                <h2 id="signatures" class="section">{tr(lang, HouseMsg::Signatures)}</h2>
                {figures(lang, signatures)}
            </section>
            <section aria-labelledby="waiting">
                <h2 id="waiting" class="section">{tr(lang, HouseMsg::Waiting)}</h2>
                {queues(lang, overview.queues)}
            </section>
            <section aria-labelledby="campaigns">
                <h2 id="campaigns" class="section">{tr(lang, HouseMsg::Campaigns)}</h2>
                {campaigns}
            </section>
            <Mail mail=overview.mail/>
            <Server storage=overview.storage version=overview.version/>
        </InnerPage>
    }
}

fn figures(lang: Lang, figures: impl IntoIterator<Item = (Text, i64)>) -> AnyView {
    let rows = figures
        .into_iter()
        .map(|(name, n)| view! { <div><dt>{name}</dt><dd>{number(lang, n)}</dd></div> })
        .collect_view();
    view! { <dl class="facts-list facts-numbers">{rows}</dl> }.into_any()
}

fn queues(lang: Lang, queues: Vec<QueueAge>) -> AnyView {
    let [what, count, oldest] =
        [HouseMsg::Waiting, HouseMsg::HowMany, HouseMsg::Oldest].map(|heading| tr(lang, heading));
    let rows = queues.into_iter().map(|queue| {
        let path = match queue.kind {
            QueueKind::Campaigns => paths::review(lang),
            QueueKind::Reasons => paths::review_reasons(lang),
            QueueKind::Updates => paths::review_updates(lang),
            QueueKind::Replies => paths::replies(lang),
            QueueKind::Reports => paths::review_reports(lang),
        };
        let age = match queue.oldest {
            None => view! { "–" }.into_any(),
            Some((days, band)) => view! {
                {tr(lang, ReviewMsg::Days(days))}
                " "
                <span class="band" data-band=band.code()>{tr(lang, ReviewMsg::Band(band))}</span>
            }
            .into_any(),
        };
        view! {
            <tr>
                <th scope="row"><a href=path>{tr(lang, HouseMsg::Queue(queue.kind))}</a></th>
                <td data-label=count.clone()>{number(lang, queue.count)}</td>
                <td data-label=oldest.clone()>{age}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="table table-stack">
            <thead>
                <tr>
                    <th scope="col">{what}</th>
                    <th scope="col">{count.clone()}</th>
                    <th scope="col">{oldest.clone()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Mail(mail: MailHealth) -> impl IntoView {
    let lang = use_lang();
    let paused = mail.paused.then(|| view! { <p class="notice"><strong>{tr(lang, HouseMsg::MailPaused)}</strong></p> });
    let oldest = mail.oldest_minutes.map(|minutes| {
        view! { <div><dt>{tr(lang, HouseMsg::MailOldest)}</dt><dd>{tr(lang, HouseMsg::Minutes(minutes))}</dd></div> }
    });
    let returned = mail.returned.map(|(hard, soft)| {
        let figure = |msg, n| view! { <div><dt>{tr(lang, msg)}</dt><dd>{number(lang, n)}</dd></div> };
        [figure(HouseMsg::MailBounced, hard), figure(HouseMsg::MailPutOff, soft)]
    });
    let retry = (mail.given_up > 0).then(|| {
        view! {
            <form method="post" action=paths::house(lang)>
                <input r#type="hidden" name="action" value="retry"/>
                <p class="help" id="retry-help">{tr(lang, HouseMsg::RetryHelp)}</p>
                <button type="submit" class="button-quiet" aria-describedby="retry-help">{tr(lang, HouseMsg::Retry)}</button>
            </form>
        }
    });
    view! {
        <section aria-labelledby="mail">
            <h2 id="mail" class="section">{tr(lang, HouseMsg::Mail)}</h2>
            {paused}
            <dl class="facts-list facts-numbers">
                <div><dt>{tr(lang, HouseMsg::MailQueued)}</dt><dd>{number(lang, mail.queued)}</dd></div>
                {oldest}
                <div><dt>{tr(lang, HouseMsg::MailGivenUp)}</dt><dd>{number(lang, mail.given_up)}</dd></div>
                {returned}
            </dl>
            {retry}
        </section>
    }
}

#[component]
fn Server(storage: Storage, version: String) -> impl IntoView {
    let lang = use_lang();
    let bytes = |bytes: Option<u64>| match bytes {
        Some(bytes) => size(lang, bytes).into(),
        None => tr(lang, HouseMsg::Unknown),
    };
    let rows = [
        (HouseMsg::Version, Text::from(version)),
        (HouseMsg::Database, storage.database.into()),
        (HouseMsg::DatabaseSize, bytes(storage.bytes)),
        (HouseMsg::DiskFree, bytes(storage.free)),
    ];
    let rows = rows.map(|(name, value)| view! { <div><dt>{tr(lang, name)}</dt><dd>{value}</dd></div> });
    view! {
        <section aria-labelledby="server">
            <h2 id="server" class="section">{tr(lang, HouseMsg::Server)}</h2>
            <dl class="facts-list">{rows.collect_view()}</dl>
        </section>
    }
}
