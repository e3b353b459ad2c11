use super::Choose;
use crate::i18n::{InvalidationMsg, Lang, Text, tr, use_lang};
use crate::invalidation::{RuleCampaign, RuleField, RuleFormState, RuleProblem, rule_limits};
use crate::paths;
use crate::signatures::countries;
use crate::ui::{Choice, Line, Refusal};
use leptos::prelude::*;

/// The form that makes a rule.
#[component]
pub fn MakeRule(
    /// Campaigns that can be chosen.
    campaigns: Vec<RuleCampaign>,
    /// The form as it was sent.
    state: RuleFormState,
) -> impl IntoView {
    let lang = use_lang();
    let RuleFormState { form, errors, failure } = state;
    let listed = errors.iter().map(|error| (format!("#{}", error.name), said(lang, error.problem))).collect();
    let problem = |name: &str| {
        errors.iter().find(|error| error.name == name).map(|error| tr(lang, InvalidationMsg::Problem(error.problem)))
    };
    let label = |field| tr(lang, InvalidationMsg::Field(field));
    let campaigns =
        campaigns.into_iter().map(|campaign| (campaign.slug.as_str().to_owned(), campaign.title)).collect::<Vec<_>>();
    let lands = countries(lang);
    let lands = lands.iter().map(|(land, name)| (land.as_str().to_owned(), (*name).to_owned())).collect::<Vec<_>>();
    let langs = Lang::ALL.iter().map(|lang| (lang.code().to_owned(), lang.own_name().to_owned())).collect::<Vec<_>>();
    view! {
        <form class="form card" method="post" action=paths::house_invalidation(lang) novalidate=true>
            <Refusal errors=listed kept=tr(lang, InvalidationMsg::Kept) failure=failure/>
            <Choose
                name="campaign"
                label=tr(lang, InvalidationMsg::Campaign)
                none=tr(lang, InvalidationMsg::ChooseCampaign)
                options=campaigns
                chosen=form.campaign
                problem=problem("campaign")
            />
            <p class="help">{tr(lang, InvalidationMsg::FactsHelp)}</p>
            <Line
                name="domain"
                label=label(RuleField::Domain)
                help=Some(tr(lang, InvalidationMsg::DomainHelp))
                value=form.domain
                problem=problem("domain")
                optional=true
            />
            <Choose
                name="country"
                label=label(RuleField::Country)
                none=tr(lang, InvalidationMsg::Any)
                options=lands
                chosen=form.country
            />
            <Line
                name="region"
                label=label(RuleField::Region)
                help=Some(tr(lang, InvalidationMsg::RegionHelp))
                value=form.region
                problem=problem("region")
                class="short"
                optional=true
            />
            <Line
                name="source"
                label=label(RuleField::Source)
                help=Some(tr(lang, InvalidationMsg::SourceHelp))
                value=form.source
                problem=problem("source")
                class="short"
                optional=true
            />
            <Choose
                name="locale"
                label=label(RuleField::Locale)
                none=tr(lang, InvalidationMsg::Any)
                options=langs
                chosen=form.locale
            />
            <Choice
                name="fast"
                checked=!form.fast.is_empty()
                label=tr(lang, InvalidationMsg::OnlyFast)
                quoted=None
                help=tr(lang, InvalidationMsg::FastHelp)
            />
            <Choice
                name="flagged"
                checked=!form.flagged.is_empty()
                label=tr(lang, InvalidationMsg::OnlyFlagged)
                quoted=None
                help=tr(lang, InvalidationMsg::FlaggedHelp)
            />
            <Line
                name="reason"
                label=tr(lang, InvalidationMsg::Reason)
                help=Some(tr(lang, InvalidationMsg::ReasonHelp(rule_limits::REASON_MAX)))
                value=form.reason
                problem=problem("reason")
                rows=3
            />
            <button type="submit" class="button">{tr(lang, InvalidationMsg::Count)}</button>
        </form>
    }
}

fn said(lang: Lang, problem: RuleProblem) -> Text {
    tr(lang, InvalidationMsg::Problem(problem))
}
