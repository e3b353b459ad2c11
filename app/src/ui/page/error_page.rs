use super::{BackLink, Heading, InnerPage};
use crate::answer;
use crate::campaigns::{SearchForm, Slug};
use crate::error::{AppError, Failure, PageError};
use crate::i18n::{ErrorMsg, SiteMsg, tr, use_lang};
use crate::paths;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

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
    let signing_in = use_location().pathname.with_untracked(|path| path.starts_with(&paths::sign_in(lang)));
    let (way_back, name) = match campaign.filter(|_| leads_back(&error)) {
        Some(slug) => (paths::campaign(lang, &slug), SiteMsg::ToCampaign),
        None if signing_in && leads_back(&error) => (paths::sign_in(lang), SiteMsg::ToSignIn),
        None => (paths::home(lang), SiteMsg::AllCampaigns),
    };
    let search = matches!(error, PageError::App(AppError::NotFound | AppError::Gone)).then(|| view! { <SearchForm/> });
    let again = may_pass(&error).then(|| {
        view! { <p><a class="button-quiet" href="">{tr(lang, ErrorMsg::TryAgain)}</a></p> }
    });
    let text = match error {
        PageError::App(AppError::LinkInvalid) if signing_in => ErrorMsg::SignInLink,
        error => ErrorMsg::Text(error),
    };
    let number = request_id.map(|id| view! { <p class="meta">{tr(lang, ErrorMsg::RequestId)}" "<code>{id}</code></p> });
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=way_back text=tr(lang, name)/>
            <Heading text=title/>
            <p class="abstract">{tr(lang, text)}</p>
            {search}
            {again}
            {number}
        </InnerPage>
    }
}

/// Whether the page that the address belongs to, a campaign's or the one for signing in, is a way on.
fn leads_back(error: &PageError) -> bool {
    !matches!(error, PageError::App(AppError::NotFound))
}

/// Whether the same request may succeed later.
fn may_pass(error: &PageError) -> bool {
    matches!(
        error,
        PageError::App(
            AppError::TooMany { .. }
                | AppError::Busy { .. }
                | AppError::Paused
                | AppError::Internal
                | AppError::Unreachable
        ) | PageError::TooSlow
            | PageError::CrossSite
    )
}
