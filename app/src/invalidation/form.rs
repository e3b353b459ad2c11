use super::{Rule, RuleField};
use crate::campaigns::Slug;
use crate::error::AppError;
use crate::i18n::Lang;
use crate::signatures::{Country, EmailAddress, Source};
use crate::typed::{TextProblem, one_line, required};
use serde::Deserialize;

/// Bounds of what is typed.
pub mod rule_limits {
    /// Characters of the public reason.
    pub const REASON_MAX: u32 = 400;
    /// Characters of the coarse part of a postcode.
    pub const REGION_MAX: u32 = 3;
}

/// What an admin asks to be taken off a count, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct RuleForm {
    /// The campaign's address.
    pub campaign: String,
    /// The mail provider's domain.
    pub domain: String,
    /// A country's code.
    pub country: String,
    /// The coarse part of a postcode.
    pub region: String,
    /// How signers came.
    pub source: String,
    /// Language of the page that was signed.
    pub locale: String,
    /// Not empty if only fast ones are meant.
    pub fast: String,
    /// Not empty if only flagged ones are meant.
    pub flagged: String,
    /// Why, as the public is told.
    pub reason: String,
}

/// What is wrong with a form: `id` of the control, and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The control's `name` in HTML.
    pub name: &'static str,
    /// What is wrong with it.
    pub problem: RuleProblem,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleProblem {
    /// No campaign is chosen.
    NoCampaign,
    /// Nothing is asked for: that would be all signatures.
    NoFact,
    /// That is no domain.
    NotADomain,
    /// Nobody can tell domains of this campaign's signers any more.
    DomainForgotten,
    /// That is no part of a postcode.
    NotARegion,
    /// That is no code of a source.
    NotASource,
    /// The reason is missing, too long or unreadable.
    Reason(TextProblem),
}

/// A form that came back.
#[derive(Clone, Default)]
pub struct RuleFormState {
    /// As it was sent.
    pub form: RuleForm,
    /// What is wrong with it.
    pub errors: Vec<RuleError>,
    /// The failure of the whole form.
    pub failure: Option<AppError>,
}

/// A form without faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleInput {
    /// The campaign.
    pub campaign: Slug,
    /// What a signature has to agree with.
    pub rule: Rule,
    /// Why, as the public is told.
    pub reason: String,
}

impl RuleForm {
    /// Checks everything.
    ///
    /// # Errors
    /// All that is wrong, in the order of the fields.
    pub fn validate(&self) -> Result<RuleInput, Vec<RuleError>> {
        let mut errors = Vec::new();
        let mut wrong = |name, problem| errors.push(RuleError { name, problem });
        let campaign = Slug::parse(&self.campaign);
        if campaign.is_none() {
            wrong("campaign", RuleProblem::NoCampaign);
        }
        let domain = given(&self.domain).map(|text| domain(&text));
        if domain == Some(None) {
            wrong(RuleField::Domain.name(), RuleProblem::NotADomain);
        }
        let region = given(&self.region).map(|text| region(&text));
        if region == Some(None) {
            wrong(RuleField::Region.name(), RuleProblem::NotARegion);
        }
        let source = given(&self.source).map(|text| source(&text));
        if source == Some(None) {
            wrong(RuleField::Source.name(), RuleProblem::NotASource);
        }
        let rule = Rule {
            domain: domain.flatten(),
            country: Country::parse(&self.country).map(|country| country.as_str().to_owned()),
            region: region.flatten(),
            source: source.flatten(),
            locale: Lang::parse(&self.locale).map(|lang| lang.code().to_owned()),
            fast: !self.fast.is_empty(),
            flagged: !self.flagged.is_empty(),
        };
        let reason = one_line(&self.reason, rule_limits::REASON_MAX).and_then(required);
        if let Err(problem) = reason {
            wrong("reason", RuleProblem::Reason(problem));
        }
        if errors.is_empty() && rule == Rule::default() {
            errors.push(RuleError { name: RuleField::Domain.name(), problem: RuleProblem::NoFact });
        }
        match (campaign, reason) {
            (Some(campaign), Ok(reason)) if errors.is_empty() => Ok(RuleInput { campaign, rule, reason }),
            _ => Err(errors),
        }
    }
}

fn given(typed: &str) -> Option<String> {
    let text = typed.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// As it is counted: what stands behind the `@` of an address, in small letters.
fn domain(typed: &str) -> Option<String> {
    let domain = typed.trim_start_matches('@');
    EmailAddress::parse(&format!("x@{domain}")).ok().map(|address| address.domain().to_lowercase())
}

/// As it is counted: at most three letters and digits, in capitals.
fn region(typed: &str) -> Option<String> {
    let region = one_line(typed, rule_limits::REGION_MAX).ok()?.to_ascii_uppercase();
    region.chars().all(|c| c.is_ascii_alphanumeric()).then_some(region)
}

/// One of the list, or a code that a campaign may have of its own.
fn source(typed: &str) -> Option<String> {
    let known = Source::parse(typed) != Source::Other || typed == Source::Other.code();
    (known || Source::is_free(typed)).then(|| typed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> RuleForm {
        RuleForm { campaign: "safe-crossing".into(), reason: " Sent by a program. ".into(), ..RuleForm::default() }
    }

    fn problems(form: &RuleForm) -> Vec<(&'static str, RuleProblem)> {
        form.validate().err().unwrap_or_default().into_iter().map(|error| (error.name, error.problem)).collect()
    }

    #[test]
    fn what_is_typed_is_read_as_it_is_counted() {
        let typed = RuleForm {
            domain: " @Mail.Example ".into(),
            country: "US".into(),
            region: "ec".into(),
            source: "flyer-5".into(),
            locale: "es".into(),
            fast: "on".into(),
            ..form()
        };
        let input = typed.validate().unwrap();
        assert_eq!(input.rule.logged(), "domain country=US region=EC source=flyer-5 locale=es fast");
        assert_eq!((input.rule.domain.as_deref(), input.reason.as_str()), (Some("mail.example"), "Sent by a program."));
    }

    #[test]
    fn a_rule_asks_for_something() {
        assert_eq!(problems(&form()), [("domain", RuleProblem::NoFact)]);
        assert_eq!(problems(&RuleForm { flagged: "on".into(), ..form() }), []);
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        use RuleProblem as P;
        let typed = RuleForm {
            domain: "no domain".into(),
            region: "<b>".into(),
            source: "Ana's post".into(),
            ..RuleForm::default()
        };
        assert_eq!(
            problems(&typed),
            [
                ("campaign", P::NoCampaign),
                ("domain", P::NotADomain),
                ("region", P::NotARegion),
                ("source", P::NotASource),
                ("reason", P::Reason(TextProblem::Missing)),
            ]
        );
        let long = RuleForm { fast: "on".into(), reason: "x".repeat(401), ..form() };
        assert_eq!(problems(&long), [("reason", P::Reason(TextProblem::TooLong(400)))]);
    }
}
