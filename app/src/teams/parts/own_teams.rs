use super::{listed, named};
use crate::i18n::{TeamMsg, tr, use_lang};
use crate::paths;
use crate::teams::MyTeams;
use leptos::prelude::*;

/// One's teams, with the way to the page of all.
#[component]
pub fn OwnTeams(
    /// The teams, and what is offered.
    mine: MyTeams,
) -> impl IntoView {
    let lang = use_lang();
    let MyTeams { teams, offers } = mine;
    let offers = (!offers.is_empty()).then(|| {
        let titles = offers.into_iter().map(|offer| view! { <li>{named(lang, offer.title)}</li> }).collect_view();
        view! {
            <div class="notice">
                <p><a href=format!("{}#offers", paths::teams(lang))>{tr(lang, TeamMsg::Offers)}</a></p>
                <ul>{titles}</ul>
            </div>
        }
    });
    let list = (!teams.is_empty()).then(|| listed(lang, teams));
    view! {
        <section aria-labelledby="teams">
            <h2 id="teams" class="section">{tr(lang, TeamMsg::Title)}</h2>
            {offers}
            {list}
            <p><a class="button-quiet" href=paths::teams(lang)>{tr(lang, TeamMsg::Manage)}</a></p>
        </section>
    }
}
