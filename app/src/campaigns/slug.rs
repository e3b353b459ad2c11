use serde::{Deserialize, Serialize};

/// A campaign's address: 3 to 60 characters of `a-z`, `0-9` and single hyphens between them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// Reads a slug; `None` if it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let sound = (3..=60).contains(&text.len())
            && text
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        sound.then(|| Self(text.to_owned()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a slug has 3 to 60 characters: a-z, 0-9 and single hyphens between them")
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

#[cfg(test)]
mod tests {
    use super::Slug;

    #[test]
    fn takes_only_what_an_address_should_hold() {
        for good in ["abc", "halt-deportations", "a1-2b"] {
            assert!(Slug::parse(good).is_some(), "{good}");
        }
        for bad in ["", "ab", "-abc", "abc-", "a--b", "Abc", "a_b", "á-b-c", &"a".repeat(61)] {
            assert!(Slug::parse(bad).is_none(), "{bad}");
        }
    }
}
