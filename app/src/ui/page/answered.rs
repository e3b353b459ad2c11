use super::ErrorPage;
use crate::answer::{MovedTo, asked_for};
use crate::campaigns::Slug;
use crate::error::{AppError, Failure};
use crate::i18n::{AccountMsg, ErrorMsg, tr, use_lang};
use crate::paths;
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

/// A page made from what a port answers: the page, or the error page in its place. `campaign` is the way back from an error. Who must
/// sign in, or prove once more who they are, is led there.
pub fn answered<T>(
    answer: impl Future<Output = Result<T, AppError>> + Send + 'static,
    campaign: Option<Slug>,
    page: impl FnOnce(T) -> AnyView + Send + 'static,
) -> AnyView {
    let (lang, asked_for) = (use_lang(), asked_for());
    awaited(async move {
        match answer.await {
            Ok(content) => page(content),
            Err(AppError::SignIn) => {
                view! { <MovedTo path=paths::sign_in(lang) text=tr(lang, AccountMsg::SignIn)/> }.into_any()
            }
            Err(AppError::SecondProof) => {
                let text = tr(lang, ErrorMsg::Title(AppError::SecondProof.into()));
                view! { <MovedTo path=paths::second_proof(lang, &asked_for) text=text/> }.into_any()
            }
            Err(error) => view! { <ErrorPage failure=failure(error) campaign=campaign/> }.into_any(),
        }
    })
}

/// An error page's content; of a fault on our side also the number of the request.
pub fn failure(error: AppError) -> Failure {
    let failure = Failure::from(error);
    Failure { request_id: request_id().filter(|_| failure.error.status() == 500), ..failure }
}
