//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod confirm;
mod inbox;
mod signature;
mod thanks;
mod unsubscribe;

pub use confirm::Confirm;
pub use inbox::Inbox;
pub use signature::Signature;
pub use thanks::Thanks;
pub use unsubscribe::Unsubscribe;

use crate::campaigns::Slug;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The campaign and the token of the address. A text that is no slug has no page.
fn use_address() -> (Option<Slug>, String) {
    use_params_map().with_untracked(|params| {
        (params.get("slug").as_deref().and_then(Slug::parse), params.get("token").unwrap_or_default())
    })
}
