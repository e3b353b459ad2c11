use crate::accounts::Role;
use crate::i18n::{HouseMsg, Lang, tr, use_lang};
use crate::paths;
use leptos::prelude::*;

/// The rooms of the house that moderators and admins go about in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HouseRoom {
    /// Counts of all campaigns.
    Counts,
    /// Moderators and admins.
    People,
    /// Who did what.
    Log,
    /// What waits for a moderator.
    Review,
}

impl HouseRoom {
    const ALL: [Self; 4] = [Self::Counts, Self::People, Self::Log, Self::Review];

    /// Who may enter.
    const fn least(self) -> Role {
        match self {
            Self::Review => Role::Moderator,
            Self::Counts | Self::People | Self::Log => Role::Admin,
        }
    }

    fn path(self, lang: Lang) -> String {
        match self {
            Self::Counts => paths::house_counts(lang),
            Self::People => paths::house_people(lang),
            Self::Log => paths::house_log(lang),
            Self::Review => paths::review(lang),
        }
    }
}

/// The rooms of the house that one may enter, first on each of their pages. For a campaigner it is nothing.
#[component]
pub fn HouseNav(
    /// What the reader may do.
    role: Role,
    /// The room that the page belongs to; none on the account's page.
    #[prop(optional, into)]
    here: Option<HouseRoom>,
) -> impl IntoView {
    let lang = use_lang();
    let links = HouseRoom::ALL
        .into_iter()
        .filter(|room| role >= room.least())
        .map(|room| {
            let current = (here == Some(room)).then_some("page");
            view! { <a href=room.path(lang) aria-current=current>{tr(lang, HouseMsg::Room(room))}</a> }
        })
        .collect_view();
    (role > Role::Campaigner)
        .then(|| view! { <nav class="house-nav" aria-label=tr(lang, HouseMsg::Rooms)>{links}</nav> })
}
