use super::{use_id, use_slug};
use crate::campaigns::ShownUpdates;
use crate::error::AppError;
use crate::i18n::{UpdateMsg, tr, use_lang};
use crate::paths;
use crate::ui::{BackLink, Heading, InnerPage, answered};
use crate::updates::{Update, UpdatesPort};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// An update as the campaign's page would show it.
#[component]
pub fn UpdatePreview() -> impl IntoView {
    let lang = use_lang();
    let (slug, id) = (use_slug(), use_id());
    let update = async move {
        let slug = slug.ok_or(AppError::NotFound)?;
        port::<UpdatesPort>()?.read(&visitor()?, lang, &slug, &id).await
    };
    answered(update, None, move |update| view! { <Page update=update/> }.into_any())
}

#[component]
fn Page(update: Update) -> impl IntoView {
    let lang = use_lang();
    let Update { slug, id, mut shown, .. } = update;
    if shown.title.trim().is_empty() {
        shown.title = tr(lang, UpdateMsg::Untitled).into_owned();
    }
    let title = tr(lang, UpdateMsg::Preview);
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::update(lang, &slug, &id) text=tr(lang, UpdateMsg::Back)/>
            <Heading text=tr(lang, UpdateMsg::PreviewBanner)/>
            <ShownUpdates slug=slug updates=vec![shown] more=false/>
        </InnerPage>
    }
}
