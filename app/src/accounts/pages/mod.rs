//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod account;
mod sign_in;
mod sign_in_link;
mod sign_in_sent;

pub use account::AccountPage;
pub use sign_in::SignIn;
pub use sign_in_link::SignInLink;
pub use sign_in_sent::SignInSent;

use leptos::prelude::WithUntracked;
use leptos_router::hooks::use_query_map;

/// What was done just before this page, as its address says (`?saved=`).
fn use_saved() -> String {
    use_query_map().with_untracked(|query| query.get("saved").unwrap_or_default())
}
