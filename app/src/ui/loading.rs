use super::ErrorPage;
use crate::campaigns::Slug;
use crate::error::{AppError, Failure};
use crate::i18n::{SiteMsg, tr, use_lang};
use leptos::prelude::*;
use std::future::Future;

/// Stands where a page will be. Style sheets keep it invisible for the first moments.
#[component]
pub fn Loading() -> impl IntoView {
    view! {
        <main id="main" class="page" tabindex="-1">
            <p class="loading" role="status">{tr(use_lang(), SiteMsg::Loading)}</p>
        </main>
    }
}

/// Turns what a server function fails with into an error page's content; on the server with the number of the request.
///
/// # Errors
/// What the function failed with.
pub async fn failed<T>(answer: impl Future<Output = Result<T, AppError>>) -> Result<T, Failure> {
    answer.await.map_err(|error| {
        let failure = Failure::from(error);
        #[cfg(feature = "ssr")]
        let failure =
            Failure { request_id: crate::visitor::request_id().filter(|_| failure.error.status() == 500), ..failure };
        failure
    })
}

/// A page made from what was asked of the server: the page, or the error page in its place. `campaign` is the way back from an error.
pub fn loaded<T>(
    resource: Resource<Result<T, Failure>>,
    campaign: Signal<Option<Slug>>,
    page: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    view! {
        <Transition fallback=|| view! { <Loading/> }>
            {move || {
                let page = page.clone();
                Suspend::new(async move {
                    match resource.await {
                        Ok(content) => page(content),
                        Err(failure) => {
                            view! { <ErrorPage failure=failure campaign=campaign.get_untracked()/> }.into_any()
                        }
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}
