use super::ErrorPage;
use crate::campaigns::Slug;
use crate::error::{AppError, Failure};
use crate::visitor::request_id;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use std::future::Future;

/// What stands on a page once its data is there.
///
/// Leptos writes out what had to wait outside of its context, where `<meta>` and `<link>` would not find the head; here it keeps it.
pub fn awaited(view: impl Future<Output = AnyView> + Send + 'static) -> AnyView {
    Suspend::new(async move { OwnedView::new(view.await) }).into_any()
}

/// A page made from what a port answers: the page, or the error page in its place. `campaign` is the way back from an error.
pub fn answered<T>(
    answer: impl Future<Output = Result<T, AppError>> + Send + 'static,
    campaign: Option<Slug>,
    page: impl FnOnce(T) -> AnyView + Send + 'static,
) -> AnyView {
    awaited(async move {
        match answer.await {
            Ok(content) => page(content),
            Err(error) => view! { <ErrorPage failure=failure(error) campaign=campaign/> }.into_any(),
        }
    })
}

/// An error page's content; of a fault on our side also the number of the request.
pub fn failure(error: AppError) -> Failure {
    let failure = Failure::from(error);
    Failure { request_id: request_id().filter(|_| failure.error.status() == 500), ..failure }
}
