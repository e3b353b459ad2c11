use crate::accounts::{Account, AccountForm, AccountSession, AccountsPort};
use crate::answer::MovedTo;
use crate::drafts::{DraftSummary, DraftsPort, OwnCampaign, OwnCampaigns};
use crate::form::FormState;
use crate::i18n::{AccountMsg, DraftMsg, PasskeyMsg, ProofMsg, SignMsg, tr, use_lang};
use crate::paths;
use crate::signatures::{Field, SignError};
use crate::teams::{MyTeams, OwnTeams, Stuck, StuckTeams, TeamsPort};
use crate::ui::{Danger, Done, ErrorSummary, Heading, HouseNav, InnerPage, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// One's account: the address, one's campaigns, where it is signed in, what is stored, and closing it.
#[component]
pub fn AccountPage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let account = async move {
        let (accounts, drafts, visitor) = (port::<AccountsPort>()?, port::<DraftsPort>()?, visitor()?);
        let Some(account) = accounts.account(&visitor, lang).await? else { return Ok(None) };
        let teams = port::<TeamsPort>()?.mine(&visitor, lang).await?;
        Ok(drafts.mine(&visitor, lang).await?.map(|campaigns| (account, campaigns, teams)))
    };
    answered(account, None, move |account| match account {
        Some((account, (drafts, public), teams)) => {
            view! { <Page account=account drafts=drafts public=public teams=teams saved=saved/> }.into_any()
        }
        None => view! { <MovedTo path=paths::sign_in(lang) text=tr(lang, AccountMsg::SignIn)/> }.into_any(),
    })
}

#[component]
fn Page(
    account: Account,
    drafts: Vec<DraftSummary>,
    public: Vec<OwnCampaign>,
    teams: MyTeams,
    saved: String,
) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, AccountMsg::Account);
    let state = use_context::<FormState<AccountForm, SignError>>().unwrap_or_default();
    let not_sure = state.errors.iter().find(|error| error.field == Field::Sure);
    let not_sure = not_sure.map(|error| tr(lang, SignMsg::Problem(Field::Sure, error.problem)));
    let said = match saved.as_str() {
        "ended" => Some(tr(lang, AccountMsg::Ended)),
        "proof_removed" => Some(tr(lang, ProofMsg::SaidRemoved)),
        "deleted" => Some(tr(lang, DraftMsg::Deleted)),
        _ => None,
    };
    let said = said.map(|text| view! { <Done text=text/> });
    let sessions = account
        .sessions
        .into_iter()
        .enumerate()
        .map(|(number, session)| view! { <Session number=number session=session/> })
        .collect_view();
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=account.role/>
            <Heading text=title/>
            {said}
            <ErrorSummary errors=state.errors failure=state.failure/>
            {use_context::<StuckTeams>().map(|teams| view! { <Stuck teams=teams/> })}
            <p class="abstract">
                {tr(lang, AccountMsg::SignedInAs)}
                <br/>
                <strong class="address">{account.email}</strong>
            </p>
            <OwnCampaigns drafts=drafts public=public/>
            <OwnTeams mine=teams/>
            <section aria-labelledby="sessions">
                <h2 id="sessions" class="section">{tr(lang, AccountMsg::SessionsTitle)}</h2>
                <ul class="sessions" role="list">{sessions}</ul>
            </section>
            <section aria-labelledby="proof">
                <h2 id="proof" class="section">{tr(lang, ProofMsg::Title)}</h2>
                <p>
                    {tr(lang, ProofMsg::State(account.second_proof))}
                    " "
                    <a href=paths::second_proof(lang, "")>{tr(lang, ProofMsg::Link(account.second_proof))}</a>
                </p>
            </section>
            <section aria-labelledby="passkeys">
                <h2 id="passkeys" class="section">{tr(lang, PasskeyMsg::Title)}</h2>
                <p>
                    {tr(lang, PasskeyMsg::State(account.passkeys))}
                    " "
                    <a href=paths::passkeys(lang, "")>{tr(lang, PasskeyMsg::Link(account.passkeys > 0))}</a>
                </p>
            </section>
            <section aria-labelledby="data">
                <h2 id="data" class="section">{tr(lang, AccountMsg::DataTitle)}</h2>
                <p>
                    {tr(lang, AccountMsg::DataText)}
                    " "
                    <a href=paths::account_data(lang)>{tr(lang, AccountMsg::DataLink)}</a>
                </p>
            </section>
            <Danger
                title=tr(lang, AccountMsg::Close)
                text=tr(lang, AccountMsg::CloseText)
                path=paths::account(lang)
                action="close"
                label=tr(lang, SignMsg::Label(Field::Sure))
                help=tr(lang, SignMsg::Help(Field::Sure))
                not_sure=not_sure
            />
        </InnerPage>
    }
}

/// A browser that is signed in, and the button that signs it out.
#[component]
fn Session(number: usize, session: AccountSession) -> impl IntoView {
    let lang = use_lang();
    let AccountSession { id, this, since, seen } = session;
    let (text, action, button) = if this {
        (AccountMsg::ThisBrowser { since: &since }, "sign_out", AccountMsg::SignOut)
    } else {
        (AccountMsg::OtherBrowser { since: &since, seen: &seen }, "end", AccountMsg::SignOutThere)
    };
    let text_id = format!("session-{number}");
    let which = (!this).then(|| view! { <input r#type="hidden" name="session" value=id/> });
    view! {
        <li>
            <p id=text_id.clone()>{tr(lang, text)}</p>
            <form method="post" action=paths::account(lang) novalidate=true>
                <input r#type="hidden" name="action" value=action/>
                {which}
                <button type="submit" class="button-quiet" aria-describedby=text_id>{tr(lang, button)}</button>
            </form>
        </li>
    }
}
