use crate::privacy::return_tag::LENGTH;
use lettre::Address;

/// Characters that RFC 5321 allows before the `@`.
const LOCAL_PART: usize = 64;

/// The mailbox to which mails come back: each with a tag of its own behind a `+` (VERP).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnAddress {
    local: String,
    domain: String,
}

impl ReturnAddress {
    /// Reads an address alone; `None` for one that is none or has no room for tags.
    pub fn parse(text: &str) -> Option<Self> {
        let address: Address = text.parse().ok()?;
        let fits = address.user().len() + 1 + LENGTH <= LOCAL_PART && !address.user().contains(['+', '"']);
        fits.then(|| Self { local: address.user().to_owned(), domain: address.domain().to_owned() })
    }

    /// The address with a tag.
    pub(super) fn with(&self, tag: &str) -> Option<Address> {
        Address::new(format!("{}+{tag}", self.local), &self.domain).ok()
    }

    /// The tag in an address, in whatever case; `None` in one that is not of this mailbox.
    pub fn tag<'a>(&self, address: &'a str) -> Option<&'a str> {
        let (local, domain) = address.rsplit_once('@')?;
        let (name, tag) = local.split_once('+')?;
        (name.eq_ignore_ascii_case(&self.local) && domain.eq_ignore_ascii_case(&self.domain)).then_some(tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_goes_in_and_comes_out() {
        let mailbox = ReturnAddress::parse("b@sign.example.org").unwrap();
        let tag = "a".repeat(LENGTH);
        let address = mailbox.with(&tag).unwrap().to_string();
        assert_eq!(mailbox.tag(&address), Some(tag.as_str()));
        assert_eq!(mailbox.tag(&address.to_uppercase()).map(str::len), Some(LENGTH));
        for other in ["b@sign.example.org", "c+x@sign.example.org", "b+x@example.org", "b+x", ""] {
            assert_eq!(mailbox.tag(other), None, "{other}");
        }
        for wrong in ["", "b", "a+b@example.org", "twelve-chars@example.org", "B <b@example.org>"] {
            assert_eq!(ReturnAddress::parse(wrong), None, "{wrong}");
        }
        assert!(ReturnAddress::parse("elevenchars@example.org").unwrap().with(&tag).is_some());
    }
}
