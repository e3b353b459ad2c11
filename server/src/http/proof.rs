//! The forms of the second proof.

use super::{
    App,
    forms::{again, failed, sent_by},
    passkeys,
    redirect::see_other,
    refusal::refuse,
};
use app::{
    accounts::passkeys::PasskeyForm,
    accounts::proof::{ProofAnswer, ProofForm},
    error::AppError,
    form::{FieldError, FormState},
    i18n::Lang,
    paths,
    signatures::Field,
};
use axum::{
    Router,
    extract::{Query, Request, State},
    response::Response,
    routing::post,
};
use serde::Deserialize;

/// The POST side of the page, on the pattern of its GET side.
pub(super) fn routes() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router.route(&paths::second_proof(lang, ""), post(move |app, query, request| give(app, lang, query, request)))
    })
}

/// Where a page leads once it has what it asks for.
#[derive(Default, Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    pub(super) next: String,
}

async fn give(State(app): State<App>, lang: Lang, Query(Next { next }): Query<Next>, request: Request) -> Response {
    let (page, visitor, form) = match sent_by::<ProofForm>(request).await {
        Ok(sent) => sent,
        Err(refused) => return refused,
    };
    let on = |saved: &str| {
        if paths::is_inner(&next) { next.clone() } else { format!("{}?saved={saved}", paths::second_proof(lang, "")) }
    };
    if form.action == "passkey" {
        return match app.services.passkeys.prove(&visitor, &form.credential).await {
            Ok(Ok(())) => see_other(&on("proved")),
            Ok(Err(problem)) => passkeys::refused(&app, page, PasskeyForm::default(), Ok(problem)).await,
            Err(error) => passkeys::refused(&app, page, PasskeyForm::default(), Err(error)).await,
        };
    }
    match app.services.proofs.give(&visitor, lang, &form).await {
        Ok(ProofAnswer::SetUp) => see_other(&on("set_up")),
        Ok(ProofAnswer::Proved) => see_other(&on("proved")),
        Ok(ProofAnswer::Removed) => see_other(&format!("{}?saved=proof_removed", paths::account(lang))),
        Ok(ProofAnswer::Overtaken) => see_other(&paths::second_proof(lang, &next)),
        Ok(ProofAnswer::Refused(problem)) => {
            let errors = vec![FieldError { field: Field::ProofCode, problem }];
            again(&app, page, FormState { input: form, errors, failure: None }).await
        }
        Err(error @ AppError::NotFound) => refuse(error),
        Err(error) => again(&app, page, failed(form, error)).await,
    }
}
