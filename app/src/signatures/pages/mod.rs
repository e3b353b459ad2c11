//! The pages of this room, one a file.

mod confirm;
mod inbox;
mod signature;
mod thanks;

pub use confirm::Confirm;
pub use inbox::Inbox;
pub use signature::Signature;
pub use thanks::Thanks;

use crate::campaigns::Slug;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The campaign and the token of the address. A text that is no slug has no page.
#[derive(Clone, Copy)]
struct Address {
    slug: Memo<Option<Slug>>,
    token: Memo<String>,
}

fn use_address() -> Address {
    let params = use_params_map();
    Address {
        slug: Memo::new(move |_| params.with(|params| params.get("slug").as_deref().and_then(Slug::parse))),
        token: Memo::new(move |_| params.with(|params| params.get("token").unwrap_or_default())),
    }
}
