use super::awaited;
use crate::accounts::Role;
use crate::house::HousePort;
use crate::i18n::{HouseMsg, Lang, tr, use_lang};
use crate::paths;
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// The rooms of the house that moderators and admins go about in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HouseRoom {
    /// How the house is doing.
    Overview,
    /// What waits for a moderator.
    Review,
    /// Counts of all campaigns.
    Counts,
    /// Rules that take signatures off a count.
    Invalidation,
    /// Moderators and admins.
    People,
    /// What is set for the whole house.
    Settings,
    /// Who did what.
    Log,
}

impl HouseRoom {
    const ALL: [Self; 7] =
        [Self::Overview, Self::Review, Self::Counts, Self::Invalidation, Self::People, Self::Settings, Self::Log];

    /// Who may enter.
    const fn least(self) -> Role {
        match self {
            Self::Review => Role::Moderator,
            Self::Overview | Self::Counts | Self::Invalidation | Self::People | Self::Settings | Self::Log => {
                Role::Admin
            }
        }
    }

    fn path(self, lang: Lang) -> String {
        match self {
            Self::Overview => paths::house(lang),
            Self::Review => paths::review(lang),
            Self::Counts => paths::house_counts(lang),
            Self::Invalidation => paths::house_invalidation(lang),
            Self::People => paths::house_people(lang),
            Self::Settings => paths::house_settings(lang),
            Self::Log => paths::house_log(lang),
        }
    }
}

/// The rooms of the house that one may enter, first on each of their pages. For a campaigner it is nothing.
#[component]
pub fn HouseNav(
    /// What the reader may do, where the page knows it.
    #[prop(optional, into)]
    role: Option<Role>,
    /// The room that the page belongs to; none on the account's page.
    #[prop(optional, into)]
    here: Option<HouseRoom>,
) -> impl IntoView {
    match role {
        Some(role) => rooms(role, here),
        None => awaited(async move {
            let role = async { port::<HousePort>()?.role(&visitor()?).await };
            // Without it the page is as good, and the failure is in the log.
            rooms(role.await.unwrap_or(Role::Campaigner), here)
        }),
    }
}

fn rooms(role: Role, here: Option<HouseRoom>) -> AnyView {
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
        .into_any()
}
