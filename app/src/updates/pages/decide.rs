use super::use_id;
use crate::campaigns::ShownUpdates;
use crate::i18n::{UpdateMsg, tr, use_lang};
use crate::paths;
use crate::typed::REMARK_MAX;
use crate::ui::{
    BackLink, Complaint, Heading, HouseNav, HouseRoom, InnerPage, Refusal, Tongue, answered, text_area_content,
};
use crate::updates::{DecisionState, UpdatesPort, WaitingUpdate};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// An update that waits for a moderator, with the form that decides on it.
#[component]
pub fn DecideUpdate() -> impl IntoView {
    let lang = use_lang();
    let id = use_id();
    let waiting = async move { port::<UpdatesPort>()?.waiting_one(&visitor()?, lang, &id).await };
    answered(waiting, None, move |update| view! { <Page update=update/> }.into_any())
}

#[component]
fn Page(update: WaitingUpdate) -> impl IntoView {
    let lang = use_lang();
    let WaitingUpdate { id, version, slug, campaign, campaign_lang, shown } = update;
    let tongue = Tongue::of(&campaign_lang, lang);
    let state = use_context::<DecisionState>().unwrap_or_default();
    let unfit = state.unfit.then(|| tr(lang, UpdateMsg::RemarkUnfit(REMARK_MAX)));
    let errors = unfit.clone().map(|text| ("#remark".to_owned(), text)).into_iter().collect();
    let (described_by, invalid) = match unfit {
        Some(_) => ("remark-help remark-error", Some("true")),
        None => ("remark-help", None),
    };
    let complaint = unfit.map(|text| view! { <Complaint name="remark" text=text/> });
    let title = shown.title.clone();
    let day = format!("{} {}", tr(lang, UpdateMsg::Since), shown.day);
    view! {
        <InnerPage title=title.clone()>
            <HouseNav here=HouseRoom::Review/>
            <BackLink href=paths::review_updates(lang) text=tr(lang, UpdateMsg::WaitingTitle)/>
            <Heading text=title tongue=Tongue::of(&shown.lang, lang)/>
            <p class="meta">
                <a href=paths::campaign(lang, &slug) lang=tongue.lang dir=tongue.dir>{campaign}</a>
                " · "
                {day}
            </p>
            <Refusal errors=errors kept="".into() failure=state.failure/>
            <ShownUpdates slug=slug updates=vec![shown] more=false/>
            <section aria-labelledby="decide">
                <h2 id="decide" class="section">{tr(lang, UpdateMsg::Decide)}</h2>
                <form class="form card" method="post" action=paths::review_update(lang, &id) novalidate=true>
                    <input r#type="hidden" name="version" value=version.to_string()/>
                    <p id="approve-help">{tr(lang, UpdateMsg::ApproveHelp)}</p>
                    <button type="submit" class="button" name="decision" value="approve" aria-describedby="approve-help">
                        {tr(lang, UpdateMsg::Approve)}
                    </button>
                    <div class="field">
                        <label for="remark">{tr(lang, UpdateMsg::Remark)}</label>
                        <p class="help" id="remark-help">{tr(lang, UpdateMsg::RemarkHelp)}</p>
                        {complaint}
                        <textarea
                            id="remark"
                            name="remark"
                            rows="4"
                            aria-describedby=described_by
                            aria-invalid=invalid
                            inner_html=text_area_content(&state.remark)
                        ></textarea>
                    </div>
                    <button type="submit" class="button-quiet" name="decision" value="send_back">
                        {tr(lang, UpdateMsg::SendBack)}
                    </button>
                </form>
            </section>
        </InnerPage>
    }
}
