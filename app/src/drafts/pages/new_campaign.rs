use crate::answer::MovedTo;
use crate::campaigns::CampaignSummary;
use crate::drafts::parts::{LineField, Tie, signed};
use crate::drafts::{DraftField, DraftsPort, StartState};
use crate::i18n::{AccountMsg, DraftMsg, Lang, SiteMsg, TeamMsg, tr, use_lang};
use crate::paths;
use crate::settings::Switch;
use crate::settings::parts::{SwitchedOff, said_of};
use crate::site::Site;
use crate::teams::{TeamName, TeamRole, TeamsPort, called};
use crate::ui::{BackLink, Heading, InnerPage, Refusal, Select, Tongue, answered};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Starts a campaign by what it asks, in one line.
#[component]
pub fn NewCampaign() -> impl IntoView {
    let lang = use_lang();
    let teams = async move {
        let (drafts, visitor) = (port::<DraftsPort>()?, visitor()?);
        match drafts.may_start(&visitor).await? {
            Some(true) => port::<TeamsPort>()?.mine(&visitor, lang).await.map(|mine| Some(Some(mine.teams))),
            Some(false) => Ok(Some(None)),
            None => Ok(None),
        }
    };
    answered(teams, None, move |teams| match teams {
        Some(Some(teams)) => view! { <Page teams=teams/> }.into_any(),
        Some(None) => view! { <NotInvited/> }.into_any(),
        None => view! { <MovedTo path=paths::sign_in(lang) text=tr(lang, AccountMsg::SignIn)/> }.into_any(),
    })
}

/// Where only those may start campaigns who are invited, for others.
#[component]
fn NotInvited() -> impl IntoView {
    let lang = use_lang();
    let contact = use_context::<Site>().and_then(|site| site.contact).map(|contact| {
        view! {
            <p>{tr(lang, DraftMsg::NotInvitedContact)}" "<a href=format!("mailto:{contact}")>{contact.clone()}</a></p>
        }
    });
    view! {
        <InnerPage title=tr(lang, DraftMsg::Start)>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=tr(lang, DraftMsg::Start)/>
            <p class="abstract">{tr(lang, DraftMsg::NotInvited)}</p>
            {contact}
        </InnerPage>
    }
}

#[component]
fn Page(teams: Vec<TeamName>) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, DraftMsg::Start);
    let came_back = use_context::<StartState>().is_some();
    let StartState { form, problem, similar, too_many, failure } = use_context().unwrap_or_default();
    let tie = Tie { field: DraftField::Title, problem };
    let errors = problem
        .map(|problem| (format!("#{}", tie.field.name()), tr(lang, DraftMsg::Problem(tie.field, problem))))
        .into_iter()
        .collect();
    let team = form.team.clone();
    let similar = (!similar.is_empty())
        .then(|| view! { <Similar campaigns=similar title=form.title.clone() team=team.clone()/> });
    let teams = choices(lang, teams);
    let which = (teams.len() > 1).then(|| {
        view! { <Select name="team" label=tr(lang, TeamMsg::For) options=teams chosen=team/> }
    });
    let too_many = too_many.map(|most| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, DraftMsg::TooMany(most))}</p>
                <p><a href=paths::account(lang)>{tr(lang, AccountMsg::Account)}</a></p>
            </div>
        }
    });
    // What was typed is kept; otherwise there is nothing to fill in.
    let off = said_of(Switch::Campaigns);
    if let Some(text) = off.clone().filter(|_| !came_back) {
        return view! {
            <InnerPage title=title.clone()>
                <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
                <Heading text=title/>
                <SwitchedOff text=text/>
            </InnerPage>
        }
        .into_any();
    }
    let off = off.map(|text| view! { <SwitchedOff text=text/> });
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=title.clone()/>
            {off}
            <p class="abstract">{tr(lang, DraftMsg::StartLead)}</p>
            {too_many}
            {similar}
            <form class="form card" method="post" action=paths::new_campaign(lang) novalidate=true>
                <Refusal errors=errors kept=tr(lang, SiteMsg::NothingSaved) failure=failure/>
                <LineField tie=tie value=form.title/>
                {which}
                <button type="submit" class="button">{title}</button>
            </form>
        </InnerPage>
    }
    .into_any()
}

/// The teams that a campaign can be started in; a new one is made for whoever owns none.
fn choices(lang: Lang, teams: Vec<TeamName>) -> Vec<(String, String)> {
    let owns = teams.iter().any(|team| team.role == TeamRole::Owner);
    let writes = teams.into_iter().filter(|team| team.role.writes());
    let mut choices = writes.map(|team| (team.id, called(lang, &team.name))).collect::<Vec<_>>();
    if !owns {
        choices.push((String::new(), tr(lang, TeamMsg::NewTeam).into_owned()));
    }
    choices
}

/// Campaigns with a similar title, and the button that starts one all the same.
#[component]
fn Similar(campaigns: Vec<CampaignSummary>, title: String, team: String) -> impl IntoView {
    let lang = use_lang();
    let items = campaigns
        .into_iter()
        .map(|campaign| {
            let tongue = Tongue::of(&campaign.text_lang, lang);
            view! {
                <li>
                    <p>
                        <a href=paths::campaign(lang, &campaign.slug) lang=tongue.lang dir=tongue.dir>{campaign.title}</a>
                    </p>
                    <span class="meta">{signed(lang, campaign.count)}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="summary" role="alert" tabindex="-1" autofocus=true>
            <h2>{tr(lang, DraftMsg::SimilarTitle)}</h2>
            <ul>{items}</ul>
            <form class="form" method="post" action=paths::new_campaign(lang) novalidate=true>
                <input r#type="hidden" name="title" value=title/>
                <input r#type="hidden" name="anyway" value="on"/>
                <input r#type="hidden" name="team" value=team/>
                <p>{tr(lang, DraftMsg::SimilarOr)}</p>
                <button type="submit" class="button-quiet">{tr(lang, DraftMsg::StartAnyway)}</button>
            </form>
        </div>
    }
}
