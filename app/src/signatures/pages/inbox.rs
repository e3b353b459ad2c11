use super::use_address;
use crate::campaigns::Slug;
use crate::error::AppError;
use crate::form::FormState;
use crate::i18n::{FlowMsg, Lang, tr, use_lang};
use crate::paths;
use crate::settings::Switch;
use crate::settings::parts::{SwitchedOff, said_of};
use crate::signatures::{CodeForm, Field, Inbox as View, SignError, SignaturesPort};
use crate::site::Site;
use crate::ui::{BackLink, CodeEntry, DevOutboxHint, Heading, InnerPage, MailedTo, Tongue, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// "Check your inbox": the address as typed, what the mail is called, the code, and what to do when nothing comes.
#[component]
pub fn Inbox() -> impl IntoView {
    let lang = use_lang();
    let (slug, _) = use_address();
    let campaign = slug.clone();
    let inbox = async move {
        let slug = slug.ok_or(AppError::NotFound)?;
        let inbox = port::<SignaturesPort>()?.inbox(&visitor()?, lang, &slug).await?;
        Ok((slug, inbox))
    };
    answered(inbox, campaign, move |(slug, inbox)| page(lang, &slug, inbox))
}

fn page(lang: Lang, slug: &Slug, inbox: View) -> AnyView {
    let title = tr(lang, FlowMsg::InboxTitle);
    let state = use_context::<FormState<CodeForm, SignError>>().unwrap_or_default();
    let first = match inbox.address {
        Some(address) => view! { <MailedTo address=address form=paths::campaign(lang, slug)/> }.into_any(),
        None => view! { <p class="abstract">{tr(lang, FlowMsg::MailPerhaps)}</p> }.into_any(),
    };
    let off = said_of(Switch::Mailing).map(|text| view! { <SwitchedOff text=text/> });
    let campaign = paths::campaign(lang, slug);
    let Site { name: house, .. } = use_context().unwrap_or_default();
    let advice = [FlowMsg::NothingSpam, FlowMsg::NothingAddress, FlowMsg::NothingAgain, FlowMsg::NothingBefore]
        .map(|line| view! { <li>{tr(lang, line)}</li> })
        .into_iter()
        .collect_view();
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=campaign text=inbox.title tongue=Tongue::of(&inbox.text_lang, lang)/>
            <Heading text=title/>
            {off}
            {first}
            <p>
                {tr(lang, FlowMsg::SubjectStart)}
                <strong>{tr(lang, FlowMsg::Subject { house: &house })}</strong>
                {tr(lang, FlowMsg::SubjectEnd)}
            </p>
            <DevOutboxHint/>
            <CodeEntry field=Field::Code state=state.map(|form| form.code) button=tr(lang, FlowMsg::ConfirmButton)/>
            <section class="prose" aria-labelledby="nothing">
                <h2 id="nothing" class="section">{tr(lang, FlowMsg::NothingTitle)}</h2>
                <ul>{advice}</ul>
            </section>
        </InnerPage>
    }
    .into_any()
}
