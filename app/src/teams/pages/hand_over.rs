use super::{typed, wrong};
use crate::i18n::{TeamMsg, tr, use_lang};
use crate::paths;
use crate::teams::parts::named;
use crate::teams::{OpenOffer, TeamCampaign, TeamState};
use crate::ui::{Line, Select};
use leptos::prelude::*;

/// Offers a campaign to another team, and shows what is offered. Nothing where the team has no campaign.
#[component]
pub fn HandOver(
    /// The team.
    id: String,
    /// What it can offer.
    campaigns: Vec<TeamCampaign>,
    /// What it has offered.
    offers: Vec<OpenOffer>,
    /// A form that came back.
    state: TeamState,
) -> impl IntoView {
    let lang = use_lang();
    if campaigns.is_empty() && offers.is_empty() {
        return None;
    }
    let form = (!campaigns.is_empty()).then(|| {
        let options = campaigns.into_iter().map(|TeamCampaign { id, title }| (id, named(lang, title))).collect();
        view! {
            <form class="form card" method="post" action=paths::team(lang, &id) novalidate=true>
                <input r#type="hidden" name="action" value="offer"/>
                <Select
                    name="campaign"
                    label=tr(lang, TeamMsg::Campaign)
                    options=options
                    chosen=typed(&state, "offer", |state| &state.form.campaign)
                />
                <Line
                    name="to"
                    label=tr(lang, TeamMsg::OfferEmail)
                    help=Some(tr(lang, TeamMsg::OfferHelp))
                    value=typed(&state, "offer", |state| &state.form.to)
                    kind="email"
                    problem=wrong(lang, &state, "offer")
                />
                <button type="submit" class="button-quiet">{tr(lang, TeamMsg::MakeOffer)}</button>
            </form>
        }
    });
    let open = (!offers.is_empty()).then(|| view! { <Offered id=id offers=offers/> });
    Some(view! {
        <section aria-labelledby="offer">
            <h2 id="offer" class="section">{tr(lang, TeamMsg::Offer)}</h2>
            {open}
            {form}
        </section>
    })
}

#[component]
fn Offered(id: String, offers: Vec<OpenOffer>) -> impl IntoView {
    let lang = use_lang();
    let items = offers
        .into_iter()
        .enumerate()
        .map(|(number, OpenOffer { campaign, title, email, until })| {
            let text_id = format!("offered-{number}");
            view! {
                <li>
                    <p id=text_id.clone()>
                        <strong>{named(lang, title)}</strong>
                        <br/>
                        {tr(lang, TeamMsg::OfferedTo { email: &email, day: &until })}
                    </p>
                    <form method="post" action=paths::team(lang, &id)>
                        <input r#type="hidden" name="action" value="take_back"/>
                        <input r#type="hidden" name="campaign" value=campaign/>
                        <button type="submit" class="button-quiet" aria-describedby=text_id>
                            {tr(lang, TeamMsg::Withdraw)}
                        </button>
                    </form>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="sessions" role="list">{items}</ul> }
}
