use super::{BackLink, Heading, PageTitle};
use crate::answer;
use crate::campaigns::{SearchForm, Slug};
use crate::error::{AppError, Failure, PageError};
use crate::i18n::{ErrorMsg, SiteMsg, tr, use_lang};
use crate::paths;
use leptos::prelude::*;
use leptos_meta::Meta;

/// A page that says what happened, what was kept and what to do, with the way back first. Sets the answer's status where a page was asked
/// for; where a form was sent, the server does that.
#[component]
pub fn ErrorPage(
    /// What happened.
    failure: Failure,
    /// The campaign that the address belongs to, to lead back to it.
    #[prop(optional_no_strip)]
    campaign: Option<Slug>,
) -> impl IntoView {
    let lang = use_lang();
    let Failure { error, request_id } = failure;
    answer::set_status(error.status());
    let title = tr(lang, ErrorMsg::Title(error.clone()));
    let way_back = match campaign.filter(|_| leads_back(&error)) {
        Some(slug) => view! { <BackLink href=paths::campaign(lang, &slug) text=tr(lang, SiteMsg::ToCampaign)/> },
        None => view! { <BackLink href=paths::home(lang) text=tr(lang, SiteMsg::AllCampaigns)/> },
    };
    let search = matches!(error, PageError::App(AppError::NotFound | AppError::Gone)).then(|| view! { <SearchForm/> });
    let again = may_pass(&error).then(|| {
        view! { <p><a class="button-quiet" href="">{tr(lang, ErrorMsg::TryAgain)}</a></p> }
    });
    let number = request_id.map(|id| view! { <p class="meta">{tr(lang, ErrorMsg::RequestId)}" "<code>{id}</code></p> });
    view! {
        <PageTitle text=title.clone()/>
        <Meta name="robots" content="noindex"/>
        <main id="main" class="page" tabindex="-1">
            {way_back}
            <Heading text=title/>
            <p class="abstract">{tr(lang, ErrorMsg::Text(error))}</p>
            {search}
            {again}
            {number}
        </main>
    }
}

/// Whether the campaign's own page is a way on.
fn leads_back(error: &PageError) -> bool {
    !matches!(error, PageError::App(AppError::NotFound | AppError::Gone))
}

/// Whether the same request may succeed later.
fn may_pass(error: &PageError) -> bool {
    matches!(
        error,
        PageError::App(AppError::TooMany { .. } | AppError::Busy { .. } | AppError::Internal | AppError::Unreachable)
            | PageError::TooSlow
            | PageError::CrossSite
    )
}
