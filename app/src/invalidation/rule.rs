/// What a signature has to agree with to be invalidated: all that is named.
///
/// The hour in which somebody signed is stored nowhere beside the signature, so no rule can ask for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// The mail provider's domain; empty where it was one that is not known any more.
    pub domain: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The coarse part of a postcode, as it is counted.
    pub region: Option<String>,
    /// How the signer came: a code.
    pub source: Option<String>,
    /// Code of the language of the page that was signed.
    pub locale: Option<String>,
    /// Confirmed within ten seconds.
    pub fast: bool,
    /// Flagged when it was signed.
    pub flagged: bool,
}

/// A fact that a rule can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleField {
    /// See [`Rule::domain`].
    Domain,
    /// See [`Rule::country`].
    Country,
    /// See [`Rule::region`].
    Region,
    /// See [`Rule::source`].
    Source,
    /// See [`Rule::locale`].
    Locale,
    /// See [`Rule::fast`].
    Fast,
    /// See [`Rule::flagged`].
    Flagged,
}

impl RuleField {
    /// Its name in forms and in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::Country => "country",
            Self::Region => "region",
            Self::Source => "source",
            Self::Locale => "locale",
            Self::Fast => "fast",
            Self::Flagged => "flagged",
        }
    }
}

impl Rule {
    /// What it asks for, with the value of each; nothing for marks.
    pub fn facts(&self) -> Vec<(RuleField, &str)> {
        let texts = [
            (RuleField::Domain, &self.domain),
            (RuleField::Country, &self.country),
            (RuleField::Region, &self.region),
            (RuleField::Source, &self.source),
            (RuleField::Locale, &self.locale),
        ];
        let texts = texts.into_iter().filter_map(|(field, text)| text.as_deref().map(|text| (field, text)));
        let marks = [(RuleField::Fast, self.fast), (RuleField::Flagged, self.flagged)];
        texts.chain(marks.into_iter().filter(|(_, asked)| *asked).map(|(field, _)| (field, ""))).collect()
    }

    /// The same for the log, which is kept for longer than the domains of signers can be told: that one was asked for, not which.
    pub fn logged(&self) -> String {
        let fact = |(field, value): (RuleField, &str)| match value {
            "" => field.name().to_owned(),
            _ if field == RuleField::Domain => field.name().to_owned(),
            value => format!("{}={value}", field.name()),
        };
        self.facts().into_iter().map(fact).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_tells_that_a_domain_was_asked_for_and_not_which() {
        let rule =
            Rule { domain: Some("mail.example".into()), country: Some("US".into()), fast: true, ..Rule::default() };
        assert_eq!(rule.logged(), "domain country=US fast");
        assert_eq!(Rule::default().facts(), []);
    }
}
