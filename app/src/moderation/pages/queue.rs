use super::{asked, asked_page};
use crate::campaigns::Empty;
use crate::i18n::{Lang, ReviewMsg, tr, use_lang};
use crate::moderation::parts::{Pages, Rooms};
use crate::moderation::{AgeBand, CaseAction, ModerationPort, Queue, QueueFilter, QueueItem, UnreadItem};
use crate::paths;
use crate::ui::{Done, Heading, HouseNav, HouseRoom, InnerPage, Select, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Campaigns that wait for a moderator, the oldest first.
#[component]
pub fn QueuePage() -> impl IntoView {
    let saved = use_saved();
    let filter = QueueFilter {
        band: AgeBand::parse(&asked("age")),
        locale: Lang::ALL.into_iter().find(|lang| lang.code() == asked("language")),
        page: asked_page(),
    };
    let queue = async move { port::<ModerationPort>()?.queue(&visitor()?, &filter).await };
    answered(queue, None, move |queue| view! { <Page queue=queue filter=filter saved=saved/> }.into_any())
}

#[component]
fn Page(queue: Queue, filter: QueueFilter, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, ReviewMsg::Queue);
    let said = CaseAction::parse(&saved).filter(|action| action.decides());
    let said = said.map(|action| view! { <Done text=tr(lang, ReviewMsg::Did(action))/> });
    let (due, overdue) = queue.days;
    let bands = AgeBand::ALL.into_iter().zip(queue.waiting.campaigns).map(move |(band, count)| {
        // Nothing is alarming of which there is none.
        let alarm = (count > 0).then(|| band.code());
        view! { <li class="band" data-band=alarm>{tr(lang, ReviewMsg::BandCount(band, count))}</li> }
    });
    let filtered = filter.band.is_some() || filter.locale.is_some();
    let list = if queue.items.is_empty() {
        let text = if filtered { ReviewMsg::NothingHere } else { ReviewMsg::NothingWaits };
        view! { <Empty text=tr(lang, text)/> }.into_any()
    } else {
        table(lang, queue.items)
    };
    let (band, locale) = (filter.band.map_or("", AgeBand::code), filter.locale.map_or("", Lang::code));
    let page_of = move |page: u32| {
        paths::review_filtered(lang, &[("age", band), ("language", locale), ("page", &page.to_string())])
    };
    let unread = (!filtered && filter.page <= 1 && !queue.unread.is_empty()).then(|| unread_table(lang, queue.unread));
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=queue.role here=HouseRoom::Review/>
            <Heading text=title/>
            {said}
            <Rooms waiting=queue.waiting role=queue.role/>
            <p>{tr(lang, ReviewMsg::Ages(due, overdue))}</p>
            <ul class="bands" role="list">{bands.collect_view()}</ul>
            {unread}
            <Filter band=band locale=locale/>
            {list}
            <Pages label=tr(lang, ReviewMsg::QueuePages) page=filter.page more=queue.more path=page_of/>
        </InnerPage>
    }
}

/// Chooses by age and language.
#[component]
fn Filter(band: &'static str, locale: &'static str) -> impl IntoView {
    let lang = use_lang();
    let all = || vec![("", tr(lang, ReviewMsg::All).into_owned())];
    let mut ages = all();
    ages.extend(AgeBand::ALL.map(|band| (band.code(), tr(lang, ReviewMsg::Band(band)).into_owned())));
    let mut languages = all();
    languages.extend(Lang::ALL.map(|lang| (lang.code(), lang.own_name().to_owned())));
    view! {
        <form class="filter" method="get" action=paths::review(lang) aria-label=tr(lang, ReviewMsg::Filter)>
            <Select name="age" label=tr(lang, ReviewMsg::FilterAge) options=ages chosen=band/>
            <Select name="language" label=tr(lang, ReviewMsg::FilterLanguage) options=languages chosen=locale/>
            <button type="submit" class="button-quiet">{tr(lang, ReviewMsg::Apply)}</button>
        </form>
    }
}

/// Those that are public already.
fn unread_table(lang: Lang, items: Vec<UnreadItem>) -> AnyView {
    let [campaign, waiting] = [ReviewMsg::ColumnCampaign, ReviewMsg::ColumnWaiting].map(|column| tr(lang, column));
    let rows = items.into_iter().map(|item| {
        let tongue = Tongue::of(&item.text_lang, lang);
        view! {
            <tr>
                <th scope="row">
                    <a href=paths::review_campaign(lang, item.slug.as_str()) lang=tongue.lang dir=tongue.dir>{item.title}</a>
                </th>
                <td data-label=waiting.clone()>
                    {tr(lang, ReviewMsg::Days(item.days))}
                    " "
                    <span class="band" data-band=item.band.code()>{tr(lang, ReviewMsg::Band(item.band))}</span>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby="unread">
            <h2 id="unread" class="section">{tr(lang, ReviewMsg::UnreadTitle)}</h2>
            <p>{tr(lang, ReviewMsg::UnreadLead)}</p>
            <table class="table table-stack">
                <thead>
                    <tr>
                        <th scope="col">{campaign}</th>
                        <th scope="col">{waiting.clone()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn table(lang: Lang, items: Vec<QueueItem>) -> AnyView {
    let [campaign, language, waiting, who] =
        [ReviewMsg::ColumnCampaign, ReviewMsg::ColumnLanguage, ReviewMsg::ColumnWaiting, ReviewMsg::ColumnWho]
            .map(|column| tr(lang, column));
    let rows = items.into_iter().map(|item| {
        let tongue = Tongue::of(&item.text_lang, lang);
        let (name, foreign) = match Lang::parse(&item.text_lang) {
            Some(known) => (known.own_name().to_owned(), Tongue::of(known.code(), lang)),
            None => (item.text_lang, Tongue::default()),
        };
        let changes = item.changes.then(|| view! { <span class="meta">{tr(lang, ReviewMsg::QueuedChange)}</span> });
        let who_is = item.taken_by.unwrap_or_else(|| tr(lang, ReviewMsg::Nobody).into_owned());
        view! {
            <tr>
                <th scope="row">
                    <a href=paths::review_case(lang, &item.id) lang=tongue.lang dir=tongue.dir>{item.title}</a>
                    {changes}
                </th>
                <td data-label=language.clone() lang=foreign.lang>{name}</td>
                <td data-label=waiting.clone()>
                    {tr(lang, ReviewMsg::Days(item.days))}
                    " "
                    <span class="band" data-band=item.band.code()>{tr(lang, ReviewMsg::Band(item.band))}</span>
                </td>
                <td data-label=who.clone() class="who">{who_is}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="table table-stack">
            <thead>
                <tr>
                    <th scope="col">{campaign}</th>
                    <th scope="col">{language.clone()}</th>
                    <th scope="col">{waiting.clone()}</th>
                    <th scope="col">{who.clone()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
