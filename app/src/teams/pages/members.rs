use super::roles;
use crate::i18n::{TeamMsg, tr, use_lang};
use crate::paths;
use crate::teams::Member;
use leptos::prelude::*;

/// Who is in a team; an owner can change roles and remove others.
#[component]
pub fn Members(
    /// The team.
    id: String,
    /// Who is in it.
    members: Vec<Member>,
    /// Whether the reader owns it.
    owner: bool,
) -> impl IntoView {
    let lang = use_lang();
    // Alone there is nobody to whom one's own part could be left.
    let owner = owner && members.len() > 1;
    let items = members
        .into_iter()
        .enumerate()
        .map(|(number, member)| view! { <Item team=id.clone() number=number member=member owner=owner/> })
        .collect_view();
    view! {
        <section aria-labelledby="members">
            <h2 id="members" class="section" tabindex="-1">{tr(lang, TeamMsg::Members)}</h2>
            <ul class="sessions" role="list">{items}</ul>
        </section>
    }
}

#[component]
fn Item(team: String, number: usize, member: Member, owner: bool) -> impl IntoView {
    let lang = use_lang();
    let Member { id, email, role, me } = member;
    let (text_id, select_id) = (format!("member-{number}"), format!("role-{number}"));
    let path = paths::team(lang, &team);
    let you = me.then(|| view! { " "<span class="meta">{tr(lang, TeamMsg::You)}</span> });
    let remove = (owner && !me).then(|| {
        view! {
            <form method="post" action=path.clone()>
                <input r#type="hidden" name="action" value="remove"/>
                <input r#type="hidden" name="id" value=id.clone()/>
                <button type="submit" class="button-danger" aria-describedby=text_id.clone()>
                    {tr(lang, TeamMsg::Remove)}
                </button>
            </form>
        }
    });
    let change = owner.then(|| {
        let options = roles(lang)
            .into_iter()
            .map(|(code, text)| view! { <option value=code selected=code == role.code()>{text}</option> })
            .collect_view();
        view! {
            <form class="one-line" method="post" action=path>
                <input r#type="hidden" name="action" value="role"/>
                <input r#type="hidden" name="id" value=id/>
                <label class="unseen" for=select_id.clone()>{tr(lang, TeamMsg::RoleOf { email: &email })}</label>
                <select id=select_id name="role">{options}</select>
                <button type="submit" class="button-quiet" aria-describedby=text_id.clone()>
                    {tr(lang, TeamMsg::Change)}
                </button>
            </form>
        }
    });
    view! {
        <li>
            <p id=text_id>
                <strong class="address">{email}</strong>
                {you}
                <br/>
                {tr(lang, TeamMsg::Role(role))}
            </p>
            {change}
            {remove}
        </li>
    }
}
