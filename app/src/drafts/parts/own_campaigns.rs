use crate::campaigns::{Empty, Slug};
use crate::drafts::{DraftSummary, OwnCampaign};
use crate::i18n::{CampaignMsg, DraftMsg, ExportMsg, Lang, RunMsg, UpdateMsg, number, tr, use_lang};
use crate::paths;
use leptos::prelude::*;

/// The campaigns that one writes and those that are public, with the way to a new one.
#[component]
pub fn OwnCampaigns(
    /// Those that are being written.
    drafts: Vec<DraftSummary>,
    /// Those that are public.
    public: Vec<OwnCampaign>,
) -> impl IntoView {
    let lang = use_lang();
    let list = if drafts.is_empty() && public.is_empty() {
        view! { <Empty text=tr(lang, DraftMsg::NoneYet)/> }.into_any()
    } else {
        let drafts = drafts.into_iter().map(|draft| {
            let title =
                if draft.title.trim().is_empty() { tr(lang, DraftMsg::Untitled).into_owned() } else { draft.title };
            let state = if draft.changes {
                DraftMsg::ChangesState(draft.state, draft.sent_back)
            } else {
                DraftMsg::State(draft.state, draft.sent_back)
            };
            let state = tr(lang, state).into_owned();
            let href = draft.writable.then(|| paths::draft(lang, &draft.id));
            view! { <Item href=href title=title state=state/> }.into_any()
        });
        let public = public.into_iter().map(|OwnCampaign { slug, title, count, writes }| {
            let href = Some(paths::campaign(lang, &slug));
            view! { <Item href=href title=title state=signed(lang, count) slug=slug writes=writes/> }.into_any()
        });
        let items = drafts.chain(public).collect_view();
        view! { <ul class="sessions" role="list">{items}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="campaigns">
            <h2 id="campaigns" class="section">{tr(lang, DraftMsg::Mine)}</h2>
            {list}
            <p><a class="button-quiet" href=paths::new_campaign(lang)>{tr(lang, DraftMsg::Start)}</a></p>
        </section>
    }
}

/// A campaign, and of a public one the ways to its counts, its updates and running it.
#[component]
fn Item(
    href: Option<String>,
    title: String,
    state: String,
    #[prop(optional, into)] slug: Option<Slug>,
    #[prop(optional)] writes: bool,
) -> impl IntoView {
    let lang = use_lang();
    let id = slug.as_ref().map(|slug| format!("title-{}", slug.as_str()));
    let own = slug.as_ref().filter(|_| writes).map(|slug| {
        view! {
            <a href=paths::updates(lang, slug) aria-describedby=id.clone()>{tr(lang, UpdateMsg::Updates)}</a>
            <a href=paths::texts(lang, slug) aria-describedby=id.clone()>{tr(lang, DraftMsg::TextsTitle)}</a>
        }
    });
    let run = slug.as_ref().filter(|_| writes).map(|slug| {
        view! { <a href=paths::run(lang, slug) aria-describedby=id.clone()>{tr(lang, RunMsg::RunLink)}</a> }
    });
    let counts = slug.map(|slug| {
        view! {
            <span class="ways">
                <a href=paths::counts(lang, &slug) aria-describedby=id.clone()>{tr(lang, ExportMsg::Counts)}</a>
                {run}
                {own}
            </span>
        }
    });
    let title = match href {
        Some(href) => view! { <a href=href id=id>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <li>
            <p>{title}</p>
            <span class="meta">{state}</span>
            {counts}
        </li>
    }
}

/// How many have signed, in words.
pub fn signed(lang: Lang, count: i64) -> String {
    match count {
        0 => tr(lang, CampaignMsg::NobodyYet).into_owned(),
        count => format!("{} {}", number(lang, count), tr(lang, CampaignMsg::SignedWords(count))),
    }
}
