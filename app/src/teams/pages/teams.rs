use super::{typed, wrong};
use crate::campaigns::Empty;
use crate::i18n::{AccountMsg, TeamMsg, tr, use_lang};
use crate::paths;
use crate::teams::parts::{Refused, called, listed, named};
use crate::teams::{MyTeams, OfferToMe, TeamRole, TeamState, TeamsPort};
use crate::ui::{BackLink, Done, Heading, InnerPage, Line, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// One's teams, what others would hand over, and the form that makes a team.
#[component]
pub fn TeamsPage() -> impl IntoView {
    let (lang, saved) = (use_lang(), use_saved());
    let mine = async move { port::<TeamsPort>()?.mine(&visitor()?, lang).await };
    answered(mine, None, move |mine| view! { <Page mine=mine saved=saved/> }.into_any())
}

#[component]
fn Page(mine: MyTeams, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, TeamMsg::Title);
    let state = use_context::<TeamState>().unwrap_or_default();
    let said = match saved.as_str() {
        "left" => Some(TeamMsg::Left),
        "declined" => Some(TeamMsg::Declined),
        _ => None,
    };
    let refused = state.problem.is_some() || state.failure.is_some();
    let said = said.filter(|_| !refused).map(|text| view! { <Done text=tr(lang, text)/> });
    let (name, problem) = (typed(&state, "make", |state| &state.form.name), wrong(lang, &state, "make"));
    let own = mine.teams.iter().filter(|team| team.role == TeamRole::Owner);
    let own = own.map(|team| (team.id.clone(), called(lang, &team.name)));
    let own = own.chain([(String::new(), tr(lang, TeamMsg::NewTeam).into_owned())]).collect::<Vec<_>>();
    let offers = (!mine.offers.is_empty()).then(|| {
        let offers = mine
            .offers
            .into_iter()
            .enumerate()
            .map(|(number, offer)| view! { <Offer number=number offer=offer teams=own.clone()/> })
            .collect_view();
        view! {
            <section aria-labelledby="offers">
                <h2 id="offers" class="section" tabindex="-1">{tr(lang, TeamMsg::Offers)}</h2>
                <ul class="sessions" role="list">{offers}</ul>
            </section>
        }
    });
    let list = if mine.teams.is_empty() {
        view! { <Empty text=tr(lang, TeamMsg::None)/> }.into_any()
    } else {
        listed(lang, mine.teams).into_any()
    };
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=title/>
            {said}
            <Refused state=state/>
            <p class="abstract">{tr(lang, TeamMsg::Lead)}</p>
            {offers}
            {list}
            <section aria-labelledby="make">
                <h2 id="make" class="section">{tr(lang, TeamMsg::Make)}</h2>
                <form class="form card" method="post" action=paths::teams(lang) novalidate=true>
                    <input r#type="hidden" name="action" value="make"/>
                    <Line
                        name="name"
                        label=tr(lang, TeamMsg::Name)
                        help=Some(tr(lang, TeamMsg::NameHelp))
                        value=name
                        problem=problem
                    />
                    <button type="submit" class="button-quiet">{tr(lang, TeamMsg::Make)}</button>
                </form>
            </section>
        </InnerPage>
    }
}

/// A campaign that is offered, and what one can say to it.
#[component]
fn Offer(number: usize, offer: OfferToMe, teams: Vec<(String, String)>) -> impl IntoView {
    let lang = use_lang();
    let OfferToMe { campaign, title, team, until } = offer;
    let (title_id, select_id) = (format!("offer-{number}"), format!("team-{number}"));
    let options = teams.into_iter().map(|(id, name)| view! { <option value=id>{name}</option> }).collect_view();
    view! {
        <li>
            <p id=title_id.clone()>
                <strong>{named(lang, title)}</strong>
                <br/>
                {tr(lang, TeamMsg::OfferFrom { team: &called(lang, &team), day: &until })}
            </p>
            <form class="one-line" method="post" action=paths::teams(lang)>
                <input r#type="hidden" name="campaign" value=campaign/>
                <label for=select_id.clone()>{tr(lang, TeamMsg::Into)}</label>
                <select id=select_id name="team" aria-describedby=title_id.clone()>{options}</select>
                <button type="submit" class="button-quiet" name="action" value="accept" aria-describedby=title_id.clone()>
                    {tr(lang, TeamMsg::Accept)}
                </button>
                <button type="submit" class="button-quiet" name="action" value="decline" aria-describedby=title_id>
                    {tr(lang, TeamMsg::Decline)}
                </button>
            </form>
        </li>
    }
}
