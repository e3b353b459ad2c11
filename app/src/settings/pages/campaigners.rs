use crate::accounts::Role;
use crate::i18n::{HouseMsg, SettingsMsg as M, SiteMsg, tr, use_lang};
use crate::moderation::{Pages, asked_page};
use crate::paths;
use crate::settings::{Campaigner, CampaignerState, Campaigners, SettingsPort, Starting};
use crate::ui::{BackLink, Done, Heading, HouseNav, HouseRoom, InnerPage, Line, Refusal, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Whose addresses may start campaigns where only those may who are invited.
#[component]
pub fn CampaignersPage() -> impl IntoView {
    let lang = use_lang();
    let (saved, page) = (use_saved(), asked_page());
    let invited = async move { port::<SettingsPort>()?.campaigners(&visitor()?, lang, page).await };
    answered(invited, None, move |invited| view! { <Page invited=invited page=page saved=saved/> }.into_any())
}

#[component]
fn Page(invited: Campaigners, page: u32, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, M::Campaigners);
    let state = use_context::<CampaignerState>().unwrap_or_default();
    let said = match saved.as_str() {
        "invited" => Some(M::SaidInvited),
        "already" => Some(M::SaidAlready),
        "removed" => Some(M::SaidRemoved),
        _ => None,
    };
    let said = said.map(|text| view! { <Done text=tr(lang, text)/> });
    let idle =
        (invited.starting == Starting::Anyone).then(|| view! { <p class="notice">{tr(lang, M::CampaignersIdle)}</p> });
    let problem = state.problem.map(|problem| tr(lang, M::Address(problem)));
    let errors = problem.clone().map(|text| ("#email".to_owned(), text)).into_iter().collect();
    let list = if invited.rows.is_empty() {
        view! { <p>{tr(lang, M::NobodyInvited)}</p> }.into_any()
    } else {
        let rows = invited.rows.into_iter().enumerate();
        let rows = rows.map(|(number, one)| view! { <Invited number=number one=one/> }).collect_view();
        view! { <ul class="sessions" role="list">{rows}</ul> }.into_any()
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Settings/>
            <BackLink href=paths::house_settings(lang) text=tr(lang, HouseMsg::Room(HouseRoom::Settings))/>
            <Heading text=title/>
            {said}
            <p class="abstract">{tr(lang, M::CampaignersLead)}</p>
            {idle}
            <form class="form card" method="post" action=paths::house_campaigners(lang) novalidate=true>
                <h2 class="section">{tr(lang, M::InviteTitle)}</h2>
                <Refusal errors=errors kept=tr(lang, SiteMsg::NothingSaved) failure=state.failure/>
                <input r#type="hidden" name="action" value="invite"/>
                <Line
                    name="email"
                    label=tr(lang, M::AddressLabel)
                    help=Some(tr(lang, M::InviteHelp))
                    value=state.email
                    kind="email"
                    problem=problem
                />
                <button type="submit" class="button">{tr(lang, M::Invite)}</button>
            </form>
            <section aria-labelledby="invited">
                <h2 id="invited" class="section">{tr(lang, M::InvitedTitle)}</h2>
                {list}
                <Pages
                    label=tr(lang, M::Pages)
                    page=page
                    more=invited.more
                    path=move |page| format!("{}?page={page}", paths::house_campaigners(lang))
                />
            </section>
        </InnerPage>
    }
}

/// One of them, and the button that takes the invitation back.
#[component]
fn Invited(number: usize, one: Campaigner) -> impl IntoView {
    let lang = use_lang();
    let Campaigner { id, email, since } = one;
    let text_id = format!("campaigner-{number}");
    view! {
        <li>
            <p id=text_id.clone()>
                <strong class="address">{email}</strong>
                <br/>
                {tr(lang, M::Since(&since))}
            </p>
            <form method="post" action=paths::house_campaigners(lang)>
                <input r#type="hidden" name="action" value="remove"/>
                <input r#type="hidden" name="campaigner" value=id/>
                <button type="submit" class="button-quiet" aria-describedby=text_id>{tr(lang, M::Remove)}</button>
            </form>
        </li>
    }
}
