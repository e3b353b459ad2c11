use super::use_id;
use crate::answer::MovedTo;
use crate::drafts::parts::{Delete, TextForm, listed};
use crate::drafts::{Draft, DraftForm, DraftFormState, DraftKey, DraftState, DraftsPort, draft_limits};
use crate::i18n::{AccountMsg, DraftMsg, SupportMsg, tr, use_lang};
use crate::paths;
use crate::pictures::PictureLink;
use crate::settings::Switch;
use crate::settings::parts::{SwitchedOff, said_of};
use crate::ui::{BackLink, Done, Heading, InnerPage, Refusal, Remark, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// A draft: written while it is one, looked at while it waits for a moderator or is refused.
#[component]
pub fn DraftPage() -> impl IntoView {
    let lang = use_lang();
    let (id, saved) = (use_id(), use_saved());
    if let Some(state) = use_context::<DraftFormState>().filter(|state| state.signed_out) {
        let DraftFormState { form, version, .. } = state;
        let draft = Draft {
            id,
            state: DraftState::Draft,
            changes: None,
            remark: None,
            version,
            form,
            missing: Vec::new(),
            grounds: Vec::new(),
            supporters: None,
            key: DraftKey::Settled,
        };
        return view! { <Page draft=draft saved=saved/> }.into_any();
    }
    let draft = async move { port::<DraftsPort>()?.read(&visitor()?, lang, &id).await };
    answered(draft, None, move |draft| match draft {
        Some(draft) => view! { <Page draft=draft saved=saved/> }.into_any(),
        None => view! { <MovedTo path=paths::sign_in(lang) text=tr(lang, AccountMsg::SignIn)/> }.into_any(),
    })
}

#[component]
fn Page(draft: Draft, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = match draft.form.title.trim() {
        "" => tr(lang, DraftMsg::Untitled).into_owned(),
        title => title.to_owned(),
    };
    let state = use_context::<DraftFormState>();
    let not_sure = state.as_ref().is_some_and(|state| state.not_sure);
    let (errors, kept) = match &state {
        Some(state) if state.not_sure => {
            (vec![("#sure".to_owned(), tr(lang, DraftMsg::NotSure))], tr(lang, DraftMsg::NotDeleted))
        }
        Some(DraftFormState { too_few: Some(needed), .. }) => {
            let text = tr(lang, SupportMsg::TooFew { needed: *needed });
            (vec![("#supporters".to_owned(), text)], tr(lang, DraftMsg::NotSubmitted))
        }
        Some(state) => (listed(lang, &state.errors), tr(lang, DraftMsg::NotSubmitted)),
        None => (Vec::new(), "".into()),
    };
    let failure = state.as_ref().and_then(|state| state.failure.clone());
    // An address can be kept and opened later: only what still holds is said.
    let said = match (saved.as_str(), draft.state) {
        ("draft", DraftState::Draft) => Some(DraftMsg::Saved),
        ("back", DraftState::Draft) => Some(DraftMsg::TakenBack),
        ("key", DraftState::Draft) if matches!(draft.key, DraftKey::Made { .. }) => Some(DraftMsg::KeySet),
        ("submitted", DraftState::Submitted) => Some(DraftMsg::Submitted),
        _ => None,
    };
    let said = said.filter(|_| state.is_none()).map(|text| view! { <Done text=tr(lang, text)/> });
    let preview = (draft.state != DraftState::Draft).then(|| {
        view! { <p><a href=paths::preview(lang, &draft.id) target="_blank">{tr(lang, DraftMsg::Preview)}</a></p> }
    });
    let picture = (draft.state == DraftState::Draft).then(|| view! { <PictureLink id=draft.id.clone()/> });
    let delete = (draft.state != DraftState::Submitted).then(|| {
        let with_texts = draft.state == DraftState::Draft;
        view! { <Delete id=draft.id.clone() not_sure=not_sure with_texts=with_texts changes=draft.changes.is_some()/> }
    });
    let public = draft.changes.as_ref().map(|slug| {
        view! {
            <p><a href=paths::campaign(lang, slug) target="_blank">{tr(lang, DraftMsg::OpenPublic)}</a></p>
        }
    });
    let changes = draft.changes.is_some();
    let supporters = draft.supporters.map(|(confirmed, needed)| {
        view! {
            <p id="supporters" tabindex="-1">
                <a href=paths::supporters(lang, &draft.id)>{tr(lang, SupportMsg::SoFar { confirmed, needed })}</a>
            </p>
        }
    });
    let lead = (changes && draft.state == DraftState::Draft)
        .then(|| view! { <p class="abstract">{tr(lang, DraftMsg::ChangesLead)}</p> });
    let content = match draft.state {
        DraftState::Draft => view! { <Writing draft=draft state=state/> }.into_any(),
        DraftState::Submitted => view! { <Waiting id=draft.id changes=changes/> }.into_any(),
        DraftState::Rejected => view! { <Refused draft=draft/> }.into_any(),
    };
    view! {
        <InnerPage title=title.clone()>
            <BackLink href=paths::account(lang) text=tr(lang, AccountMsg::Account)/>
            <Heading text=title/>
            {said}
            {lead}
            {public}
            {supporters}
            <Refusal errors=errors kept=kept failure=failure/>
            {content}
            {picture}
            {preview}
            {delete}
        </InnerPage>
    }
}

/// Empty rows of figures that were asked for, as the address says.
fn use_more() -> u32 {
    let more: Option<u32> =
        use_query_map().with_untracked(|query| query.get("more").and_then(|more| more.parse().ok()));
    more.unwrap_or_default().min(draft_limits::FACTS_MAX)
}

/// The form, with what a moderator or another writer has done meanwhile above it.
#[component]
fn Writing(draft: Draft, state: Option<DraftFormState>) -> impl IntoView {
    let lang = use_lang();
    let Draft { id, changes, remark, grounds, version, form, missing, key, .. } = draft;
    let overtaken = state.as_ref().is_some_and(|state| state.overtaken).then(|| {
        view! {
            <div class="notice" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, DraftMsg::Overtaken)}</p>
                <p><a href=paths::draft(lang, &id) target="_blank">{tr(lang, DraftMsg::OpenSaved)}</a></p>
            </div>
        }
    });
    let too_many = state.as_ref().and_then(|state| state.too_many).map(|most| {
        view! {
            <div class="summary" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, DraftMsg::TooManyAWeek(most))}</p>
            </div>
        }
    });
    let off = said_of(Switch::Campaigns).map(|text| view! { <SwitchedOff text=text/> });
    let signed_out = state.as_ref().is_some_and(|state| state.signed_out).then(|| {
        view! {
            <div class="notice" role="alert" tabindex="-1" autofocus=true>
                <p>{tr(lang, DraftMsg::SignedOut)}</p>
                <p><a href=paths::sign_in(lang) target="_blank">{tr(lang, DraftMsg::SignInElsewhere)}</a></p>
            </div>
        }
    });
    let before = if grounds.is_empty() { DraftMsg::SentBack } else { DraftMsg::RefusedWith };
    let grounds = (!grounds.is_empty()).then(|| view! { <Grounds grounds=grounds/> });
    let remark = remark.map(|text| view! { <Remark before=tr(lang, before) text=text/> });
    // The button that takes it back sends none of the texts.
    let typed = state.filter(|state| state.form != DraftForm::default());
    let (version, form, errors) = match typed {
        Some(state) => (state.version, state.form, state.errors),
        None => (version, form, Vec::new()),
    };
    let missing = if errors.is_empty() { missing } else { Vec::new() };
    view! {
        {off}
        {overtaken}
        {too_many}
        {signed_out}
        {grounds}
        {remark}
        <TextForm
            id=id
            version=version
            form=form
            errors=errors
            missing=missing
            more=use_more()
            changes=changes.is_some()
            key=key
        />
    }
}

/// Why it was refused, and the way to another try.
#[component]
fn Refused(draft: Draft) -> impl IntoView {
    let lang = use_lang();
    let grounds = (!draft.grounds.is_empty()).then(|| view! { <Grounds grounds=draft.grounds/> });
    let remark = draft.remark.map(|text| view! { <Remark before=tr(lang, DraftMsg::RefusedWith) text=text/> });
    let said = if draft.changes.is_some() { DraftMsg::ChangesRefused } else { DraftMsg::Refused };
    view! {
        <p class="abstract">{tr(lang, said)}</p>
        {grounds}
        {remark}
        <form class="form" method="post" action=paths::draft(lang, &draft.id) novalidate=true>
            <input r#type="hidden" name="action" value="take_back"/>
            <button type="submit" class="button-quiet">{tr(lang, DraftMsg::TryAgain)}</button>
        </form>
    }
}

/// The reasons for which it was refused, as the house's catalogue has them.
#[component]
fn Grounds(grounds: Vec<String>) -> impl IntoView {
    let items = grounds.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    view! {
        <div class="notice">
            <p><strong>{tr(use_lang(), DraftMsg::RefusedBecause)}</strong></p>
            <ul>{items}</ul>
        </div>
    }
}

/// What can be done while it waits.
#[component]
fn Waiting(id: String, changes: bool) -> impl IntoView {
    let lang = use_lang();
    let said = if changes { DraftMsg::ChangesWait } else { DraftMsg::Waits };
    view! {
        <p class="abstract">{tr(lang, said)}</p>
        <form class="form" method="post" action=paths::draft(lang, &id) novalidate=true>
            <input r#type="hidden" name="action" value="take_back"/>
            <button type="submit" class="button-quiet">{tr(lang, DraftMsg::TakeBack)}</button>
        </form>
    }
}
