use super::{asked, asked_page};
use crate::campaigns::{Empty, Slug};
use crate::error::AppError;
use crate::i18n::{Lang, ReviewMsg, tr, use_lang};
use crate::moderation::parts::Pages;
use crate::moderation::{ModerationPort, ReasonFilter, ReasonRow, ReasonRows};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, HouseNav, HouseRoom, InnerPage, Refusal, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Reasons of signers that wait, or are shown, in one form.
#[component]
pub fn ReasonsPage() -> impl IntoView {
    let saved = use_saved();
    let filter = ReasonFilter {
        shown: asked("state") == "shown",
        campaign: Slug::parse(&asked("campaign")),
        page: asked_page(),
    };
    let wanted = filter.clone();
    let reasons = async move { port::<ModerationPort>()?.reasons(&visitor()?, &wanted).await };
    answered(reasons, None, move |list| view! { <Page list=list filter=filter saved=saved/> }.into_any())
}

#[component]
fn Page(list: ReasonRows, filter: ReasonFilter, saved: String) -> impl IntoView {
    let lang = use_lang();
    let failure = use_context::<AppError>();
    let title = tr(lang, if filter.shown { ReviewMsg::ReasonsShown } else { ReviewMsg::Reasons });
    let said = match saved.parse::<u32>() {
        Ok(0) => Some(
            view! { <div class="summary" role="alert"><p>{tr(lang, ReviewMsg::NothingTicked)}</p></div> }.into_any(),
        ),
        Ok(count) => Some(view! { <Done text=tr(lang, ReviewMsg::ReasonsDone(count))/> }.into_any()),
        Err(_) => None,
    };
    let (state, other) = if filter.shown {
        ("shown", ("", ReviewMsg::ReasonsWaiting))
    } else {
        ("", ("shown", ReviewMsg::ReasonsShown))
    };
    let slug = filter.campaign.as_ref().map_or("", Slug::as_str).to_owned();
    let other_path = paths::review_reasons_filtered(lang, &[("state", other.0), ("campaign", &slug)]);
    let content = if list.rows.is_empty() {
        let text = if filter.shown { ReviewMsg::NoShownReasons } else { ReviewMsg::NoReasons };
        view! { <Empty text=tr(lang, text)/> }.into_any()
    } else {
        form(
            lang,
            list.rows,
            filter.shown,
            paths::review_reasons_filtered(lang, &[("state", state), ("campaign", &slug)]),
        )
    };
    let page_of = move |page: u32| {
        let page = page.to_string();
        paths::review_reasons_filtered(lang, &[("state", state), ("campaign", &slug), ("page", &page)])
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review(lang) text=tr(lang, ReviewMsg::Queue)/>
            <Heading text=title/>
            {said}
            <Refusal errors=Vec::new() kept=tr(lang, ReviewMsg::NothingDone) failure=failure/>
            <p>{tr(lang, ReviewMsg::ReasonsHow)}</p>
            <p><a href=other_path>{tr(lang, other.1)}</a></p>
            {content}
            <Pages label=tr(lang, ReviewMsg::ReasonPages) page=filter.page more=list.more path=page_of/>
        </InnerPage>
    }
}

/// One form with a box for each reason.
fn form(lang: Lang, rows: Vec<ReasonRow>, shown: bool, path: String) -> AnyView {
    let items = rows.into_iter().map(|row| {
        let id = format!("reason-{}", row.id);
        let (title, reason) = (Tongue::of(&row.text_lang, lang), Tongue::of(&row.lang, lang));
        let name = row.name.map(|name| view! { <p class="by">{name}</p> });
        let text_id = format!("{id}-text");
        let campaign = paths::review_campaign(lang, row.slug.as_str());
        view! {
            <li class="check">
                <input r#type="checkbox" id=id.clone() name="reason" value=row.id aria-describedby=text_id.clone()/>
                <label for=id><span class="hidden">{tr(lang, ReviewMsg::PickReason)}</span>
                    <span class="pick" id=text_id lang=reason.lang dir=reason.dir>{row.reason}</span>
                </label>
                <div class="of">
                    {name}
                    <p class="meta"><a href=campaign lang=title.lang dir=title.dir>{row.title}</a></p>
                </div>
            </li>
        }
    });
    let show = (!shown).then(|| {
        view! { <button type="submit" class="button-quiet" name="action" value="show">{tr(lang, ReviewMsg::ShowTicked)}</button> }
    });
    view! {
        <form class="form" method="post" action=path novalidate=true>
            <ul class="picks" role="list">{items.collect_view()}</ul>
            <p class="help" id="remove-help">{tr(lang, ReviewMsg::RemoveHow)}</p>
            <div class="actions">
                {show}
                <button type="submit" class="button-danger" name="action" value="remove" aria-describedby="remove-help">
                    {tr(lang, ReviewMsg::RemoveTicked)}
                </button>
            </div>
        </form>
    }
    .into_any()
}
