//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod draft;
mod new_campaign;
mod preview;
mod sources;
mod texts;

pub use draft::DraftPage;
pub use new_campaign::NewCampaign;
pub use preview::Preview;
pub(crate) use preview::filled;
pub use sources::SourcesPage;
pub use texts::TextsPage;

use leptos::prelude::WithUntracked;
use leptos_router::hooks::use_params_map;

/// The draft that the address names.
fn use_id() -> String {
    use_params_map().with_untracked(|params| params.get("id").unwrap_or_default())
}
