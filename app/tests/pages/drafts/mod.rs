mod came_back;
mod changes;
mod seen;
mod start;

use crate::fake_accounts::FakeAccounts;
use crate::fake_drafts::FakeDrafts;
use crate::house::{Page, render};
use app::accounts::AccountsPort;
use app::drafts::DraftsPort;
use axum::http::Method;
use leptos::prelude::provide_context;
use std::sync::Arc;

const NEW: &str = "/en/account/campaigns/new";
const DRAFT: &str = "/en/account/campaigns/draft/d1";
const BORRADOR: &str = "/es/account/campaigns/draft/d1";

/// A page as this browser sees it.
async fn seen(who: FakeDrafts, path: &str) -> Page {
    render(Method::GET, path, move || {
        provide_context::<AccountsPort>(Arc::new(FakeAccounts::signed_in("ana@example.org")));
        provide_context::<DraftsPort>(Arc::new(who.clone()));
    })
    .await
}

/// A page whose form this browser has sent, with what the server says of it.
async fn came_back<T: Clone + Send + Sync + 'static>(who: FakeDrafts, path: &str, context: T) -> Page {
    render(Method::POST, path, move || {
        provide_context::<DraftsPort>(Arc::new(who.clone()));
        provide_context(context.clone());
    })
    .await
}
