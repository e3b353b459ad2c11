use crate::accounts::Role;
use crate::i18n::{HouseMsg, InvalidationMsg, tr, use_lang};
use crate::invalidation::parts::RuleText;
use crate::invalidation::{InvalidationAct, InvalidationPort, InvalidationState, InvalidationView, Met, RuleFormState};
use crate::paths;
use crate::ui::{BackLink, Done, Heading, HouseNav, HouseRoom, InnerPage, Refusal, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// A rule: what agrees with it, how far it is, and what can be done about it.
#[component]
pub fn RulePage() -> impl IntoView {
    let lang = use_lang();
    let id = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let saved = use_saved();
    let rule = async move { port::<InvalidationPort>()?.read(&visitor()?, lang, &id).await };
    answered(rule, None, move |rule| view! { <Page rule=rule saved=saved/> }.into_any())
}

#[component]
fn Page(rule: InvalidationView, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, InvalidationMsg::RuleTitle);
    let failure = use_context::<RuleFormState>().unwrap_or_default().failure;
    let said = said(&saved, rule.state).filter(|_| failure.is_none());
    let said = said.map(|text| view! { <Done text=tr(lang, text)/> });
    let (campaign, reason) = (Tongue::of(&rule.text_lang, lang), Tongue::of(&rule.reason_lang, lang));
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Invalidation/>
            <BackLink
                href=paths::house_invalidation(lang)
                text=tr(lang, HouseMsg::Room(HouseRoom::Invalidation))
            />
            <Heading text=title/>
            {said}
            <Refusal errors=Vec::new() kept=tr(lang, InvalidationMsg::Kept) failure=failure/>
            <p class="abstract">
                <a href=paths::campaign(lang, &rule.slug) lang=campaign.lang dir=campaign.dir>{rule.title.clone()}</a>
            </p>
            <RuleText rule=rule.rule.clone()/>
            <p>{tr(lang, InvalidationMsg::Reason)}</p>
            <blockquote class="quoted" lang=reason.lang dir=reason.dir>{rule.reason.clone()}</blockquote>
            <Standing rule=rule/>
        </InnerPage>
    }
}

/// What was done just before. An address can be kept and opened later: only what still holds is said.
fn said(saved: &str, state: InvalidationState) -> Option<InvalidationMsg<'static>> {
    use InvalidationState as S;
    match (saved, state) {
        ("apply", S::Applying | S::Applied) => Some(InvalidationMsg::SaidApply),
        ("undo", S::Undoing | S::Undone) => Some(InvalidationMsg::SaidUndo),
        ("overtaken", _) => Some(InvalidationMsg::SaidOvertaken),
        _ => None,
    }
}

/// Where it stands, and what can be done.
#[component]
fn Standing(rule: InvalidationView) -> impl IntoView {
    use InvalidationState as S;
    let lang = use_lang();
    let InvalidationView { id, state, percent, met, invalidated, applicable, count, .. } = rule;
    let heading = tr(lang, InvalidationMsg::State(state));
    let content = match state {
        S::Counting | S::Applying | S::Undoing => {
            let percent_text = tr(lang, InvalidationMsg::Percent(percent));
            let drop = (state == S::Counting).then(|| act(InvalidationAct::Drop, "button-quiet"));
            let undo = (state == S::Applying).then(|| act(InvalidationAct::Undo, "button-danger"));
            view! {
                <progress class="bar" max="100" value=percent.to_string() aria-label=heading.clone()>
                    {percent_text.clone()}
                </progress>
                <p class="meta">{percent_text}</p>
                <p>
                    {tr(lang, InvalidationMsg::Reload)} " "
                    <a href=paths::house_rule(lang, &id)>{tr(lang, InvalidationMsg::ReloadLink)}</a>
                </p>
                {drop}
                {undo}
            }
            .into_any()
        }
        S::Counted => {
            let after = match met {
                Met::Exactly(n) => Some(tr(lang, InvalidationMsg::After(count - n))),
                Met::Few => None,
            };
            let apply = if applicable {
                view! {
                    <p>{tr(lang, InvalidationMsg::ApplyText)}</p>
                    {act(InvalidationAct::Apply, "button-danger")}
                }
                .into_any()
            } else {
                view! { <p>{tr(lang, InvalidationMsg::TooFew)}</p> }.into_any()
            };
            view! {
                <p>{tr(lang, InvalidationMsg::Met(met))}</p>
                <p>{tr(lang, InvalidationMsg::Now(count))} {after.map(|text| view! { " "{text} })}</p>
                {apply}
                {act(InvalidationAct::Drop, "button-quiet")}
            }
            .into_any()
        }
        S::Applied => view! {
            <p>{tr(lang, InvalidationMsg::Invalidated(invalidated))}</p>
            <p>{tr(lang, InvalidationMsg::UndoText)}</p>
            {act(InvalidationAct::Undo, "button-danger")}
        }
        .into_any(),
        S::Undone => view! { <p>{tr(lang, InvalidationMsg::Restored)}</p> }.into_any(),
    };
    view! {
        <section class="standing" aria-labelledby="standing">
            <h2 id="standing" class="section">{heading.clone()}</h2>
            {content}
        </section>
    }
}

fn act(act: InvalidationAct, class: &'static str) -> impl IntoView {
    view! {
        <form method="post" novalidate=true>
            <input r#type="hidden" name="action" value=act.code()/>
            <button type="submit" class=class>{tr(use_lang(), InvalidationMsg::Act(act))}</button>
        </form>
    }
}
