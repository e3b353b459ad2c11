use crate::i18n::{InvalidationMsg, Lang, tr, use_lang};
use crate::invalidation::{Rule, RuleField};
use crate::signatures::{Country, Source};
use leptos::prelude::*;

/// What a rule asks for, one fact a row.
#[component]
pub fn RuleText(
    /// The rule.
    rule: Rule,
) -> impl IntoView {
    let lang = use_lang();
    let rows = rule
        .facts()
        .into_iter()
        .map(|(field, value)| {
            view! {
                <div>
                    <dt>{tr(lang, InvalidationMsg::Field(field))}</dt>
                    <dd>{shown(lang, field, value)}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts-list">{rows}</dl> }
}

/// The same in one line.
pub fn rule_line(lang: Lang, rule: &Rule) -> String {
    let facts = rule.facts().into_iter();
    let fact = |(field, value)| format!("{}: {}", tr(lang, InvalidationMsg::Field(field)), shown(lang, field, value));
    facts.map(fact).collect::<Vec<_>>().join("; ")
}

fn shown(lang: Lang, field: RuleField, value: &str) -> String {
    match field {
        RuleField::Domain if value.is_empty() => tr(lang, InvalidationMsg::DomainForgotten).into_owned(),
        RuleField::Domain | RuleField::Region => value.to_owned(),
        RuleField::Country => Country::parse(value).map_or(value, |country| country.name(lang)).to_owned(),
        RuleField::Source => match Source::parse(value) {
            Source::Other if value != Source::Other.code() => value.to_owned(),
            source => tr(lang, InvalidationMsg::Source(source)).into_owned(),
        },
        RuleField::Locale => Lang::parse(value).map_or(value, |lang| lang.own_name()).to_owned(),
        RuleField::Fast | RuleField::Flagged => tr(lang, InvalidationMsg::Yes).into_owned(),
    }
}
