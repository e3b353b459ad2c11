use crate::accounts::Role;
use crate::i18n::{HouseMsg, InvalidationMsg, tr, use_lang};
use crate::invalidation::parts::{MakeRule, rule_line};
use crate::invalidation::{InvalidationList, InvalidationPort, InvalidationSummary, RuleFormState};
use crate::paths;
use crate::ui::{Done, Heading, HouseNav, HouseRoom, InnerPage, Tongue, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;

/// Makes rules, and lists those that were made.
#[component]
pub fn InvalidationPage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let list = async move { port::<InvalidationPort>()?.list(&visitor()?, lang).await };
    answered(list, None, move |list| view! { <Page list=list saved=saved/> }.into_any())
}

#[component]
fn Page(list: InvalidationList, saved: String) -> impl IntoView {
    let lang = use_lang();
    let title = tr(lang, HouseMsg::Room(HouseRoom::Invalidation));
    let state = use_context::<RuleFormState>().unwrap_or_default();
    let said = (saved == "dropped").then(|| view! { <Done text=tr(lang, InvalidationMsg::SaidDropped)/> });
    let rules = if list.rules.is_empty() {
        view! { <p>{tr(lang, InvalidationMsg::NoRules)}</p> }.into_any()
    } else {
        let rules = list.rules.into_iter().map(|rule| view! { <Summary rule=rule/> }).collect_view();
        view! { <ul class="sessions" role="list">{rules}</ul> }.into_any()
    };
    view! {
        <InnerPage title=title.clone()>
            <HouseNav role=Role::Admin here=HouseRoom::Invalidation/>
            <Heading text=title/>
            {said}
            <p class="abstract">{tr(lang, InvalidationMsg::Lead)}</p>
            <p>{tr(lang, InvalidationMsg::NoHour)}</p>
            <MakeRule campaigns=list.campaigns state=state/>
            <section aria-labelledby="rules">
                <h2 id="rules" class="section">{tr(lang, InvalidationMsg::Rules)}</h2>
                {rules}
            </section>
        </InnerPage>
    }
}

/// A rule that was made, with the link to its page.
#[component]
fn Summary(rule: InvalidationSummary) -> impl IntoView {
    let lang = use_lang();
    let InvalidationSummary { id, title, text_lang, day, rule, state } = rule;
    let tongue = Tongue::of(&text_lang, lang);
    let link = tr(lang, InvalidationMsg::Link { day: &day, state });
    view! {
        <li>
            <p>
                <strong lang=tongue.lang dir=tongue.dir>{title}</strong>
                <br/>
                {rule_line(lang, &rule)}
            </p>
            <a href=paths::house_rule(lang, &id)>{link}</a>
        </li>
    }
}
