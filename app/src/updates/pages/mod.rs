//! The pages of this room, one a file. Their forms are posted to the page's own address.

mod decide;
mod list;
mod news;
mod preview;
mod update;
mod waiting;

pub use decide::DecideUpdate;
pub use list::UpdatesPage;
pub use news::NewsPage;
pub use preview::UpdatePreview;
pub use update::UpdatePage;
pub use waiting::WaitingUpdates;

use crate::campaigns::Slug;
use leptos::prelude::WithUntracked;
use leptos_router::hooks::use_params_map;

/// The campaign that the address names.
fn use_slug() -> Option<Slug> {
    use_params_map().with_untracked(|params| params.get("slug").as_deref().and_then(Slug::parse))
}

/// The update that the address names.
fn use_id() -> String {
    use_params_map().with_untracked(|params| params.get("id").unwrap_or_default())
}
