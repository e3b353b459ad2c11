use crate::accounts::Role;
use crate::i18n::{HouseMsg, SiteMsg, StaffMsg, tr, use_lang};
use crate::paths;
use crate::staff::{OpenInvitation, People, PeopleState, Person, StaffPort};
use crate::ui::{
    Complaint, Done, ErrorSummary, Heading, HouseNav, HouseRoom, InnerPage, Line, Refusal, answered, use_saved,
};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Who helps in the house: their roles, open invitations, and inviting others.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let people = async move { port::<StaffPort>()?.people(&visitor()?, lang).await };
    answered(people, None, move |people| view! { <Page people=people saved=saved/> }.into_any())
}

#[component]
fn Page(people: People, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, HouseMsg::Room(HouseRoom::People));
    let state = use_context::<PeopleState>().unwrap_or_default();
    let said = match saved.as_str() {
        "invited" => Some(StaffMsg::SaidInvited),
        "has_role" => Some(StaffMsg::SaidHasRole),
        "changed" => Some(StaffMsg::SaidChanged),
        "withdrawn" => Some(StaffMsg::SaidWithdrawn),
        "overtaken" => Some(StaffMsg::SaidOvertaken),
        _ => None,
    };
    let said = said.map(|text| view! { <Done text=tr(lang, text)/> });
    let last = state.last_admin.then(|| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, StaffMsg::LastAdmin)}</p>
            </div>
        }
    });
    // A form that was sent for one of them and came back as a whole.
    let failure = (state.form.action != "invite").then(|| state.failure.clone()).flatten();
    let refused = state.last_admin.then(|| state.form.person.clone());
    let staff = people
        .staff
        .into_iter()
        .enumerate()
        .map(|(number, person)| {
            let refused = refused.as_ref() == Some(&person.id);
            view! { <Helper number=number person=person refused=refused/> }
        })
        .collect_view();
    let invitations = (!people.invitations.is_empty()).then(|| {
        let items = people
            .invitations
            .into_iter()
            .enumerate()
            .map(|(number, invitation)| view! { <Waiting number=number invitation=invitation/> })
            .collect_view();
        view! {
            <section aria-labelledby="invitations">
                <h2 id="invitations" class="section">{tr(lang, StaffMsg::InvitationsTitle)}</h2>
                <ul class="sessions" role="list">{items}</ul>
            </section>
        }
    });
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::People/>
            <Heading text=title/>
            {said}
            {last}
            <ErrorSummary errors=Vec::new() failure=failure/>
            <p class="abstract">{tr(lang, StaffMsg::Lead)}</p>
            <section aria-labelledby="staff">
                <h2 id="staff" class="section">{tr(lang, StaffMsg::StaffTitle)}</h2>
                <ul class="sessions" role="list">{staff}</ul>
            </section>
            {invitations}
            <section aria-labelledby="invite">
                <h2 id="invite" class="section">{tr(lang, StaffMsg::InviteTitle)}</h2>
                <InviteForm state=state/>
            </section>
        </InnerPage>
    }
}

/// A moderator or an admin, and the form that changes the role.
#[component]
fn Helper(
    number: usize,
    person: Person,
    /// Whether a change of this role was refused.
    refused: bool,
) -> impl IntoView {
    let lang = use_lang();
    let Person { id, email, role, second_proof, this } = person;
    let (text_id, select_id) = (format!("person-{number}"), format!("role-{number}"));
    let you = this.then(|| view! { " "{tr(lang, StaffMsg::You)} });
    let proof = (!second_proof).then(|| view! { <br/>{tr(lang, StaffMsg::NoProof)} });
    let error = refused.then(|| view! { <Complaint name="role" text=tr(lang, StaffMsg::LastAdmin)/> });
    let options = [Role::Admin, Role::Moderator, Role::Campaigner]
        .into_iter()
        .map(|other| {
            view! { <option value=other.code() selected=other == role>{tr(lang, StaffMsg::Role(other))}</option> }
        })
        .collect_view();
    view! {
        <li>
            <p id=text_id.clone()>
                <strong class="address">{email}</strong>
                {you}
                <br/>
                {tr(lang, StaffMsg::Role(role))}
                {proof}
            </p>
            {error}
            <form class="one-line" method="post" action=paths::house_people(lang)>
                <input r#type="hidden" name="action" value="change"/>
                <input r#type="hidden" name="person" value=id/>
                <label class="unseen" for=select_id.clone()>{tr(lang, StaffMsg::RoleLabel)}</label>
                <select id=select_id name="role" aria-describedby=text_id.clone()>{options}</select>
                <button type="submit" class="button-quiet" aria-describedby=text_id>{tr(lang, StaffMsg::Change)}</button>
            </form>
        </li>
    }
}

/// An invitation that waits, and the button that takes it back.
#[component]
fn Waiting(number: usize, invitation: OpenInvitation) -> impl IntoView {
    let lang = use_lang();
    let OpenInvitation { id, email, role, until } = invitation;
    let text_id = format!("invitation-{number}");
    view! {
        <li>
            <p id=text_id.clone()>
                <strong class="address">{email}</strong>
                <br/>
                {tr(lang, StaffMsg::Until { role, day: &until })}
            </p>
            <form method="post" action=paths::house_people(lang)>
                <input r#type="hidden" name="action" value="withdraw"/>
                <input r#type="hidden" name="person" value=id/>
                <button type="submit" class="button-quiet" aria-describedby=text_id>{tr(lang, StaffMsg::Withdraw)}</button>
            </form>
        </li>
    }
}

#[component]
fn InviteForm(state: PeopleState) -> impl IntoView {
    let lang = use_lang();
    let PeopleState { form, problem, failure, .. } = state;
    let ours = form.action == "invite";
    let problem = problem.map(|problem| tr(lang, StaffMsg::Address(problem)));
    let errors = problem.clone().map(|text| ("#email".to_owned(), text)).into_iter().collect();
    let failure = failure.filter(|_| ours);
    let chosen = form.role().filter(|_| ours).unwrap_or(Role::Moderator);
    let options = [Role::Moderator, Role::Admin]
        .into_iter()
        .map(|role| {
            view! { <option value=role.code() selected=role == chosen>{tr(lang, StaffMsg::Role(role))}</option> }
        })
        .collect_view();
    view! {
        <form class="form card" method="post" action=paths::house_people(lang) novalidate=true>
            <input r#type="hidden" name="action" value="invite"/>
            <Refusal errors=errors kept=tr(lang, SiteMsg::NothingSaved) failure=failure/>
            <Line
                name="email"
                label=tr(lang, StaffMsg::AddressLabel)
                help=Some(tr(lang, StaffMsg::InviteHelp))
                value=if ours { form.email } else { String::new() }
                kind="email"
                problem=problem
            />
            <div class="field">
                <label for="role">{tr(lang, StaffMsg::RoleLabel)}</label>
                <p class="help" id="role-help">{tr(lang, StaffMsg::RoleHelp)}</p>
                <select id="role" name="role" aria-describedby="role-help">{options}</select>
            </div>
            <button type="submit" class="button">{tr(lang, StaffMsg::Invite)}</button>
        </form>
    }
}
