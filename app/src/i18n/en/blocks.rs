use crate::i18n::{BlockMsg as M, Text};
use crate::settings::{BLOCKS_MAX, BlockList as L, BlockProblem as P};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title => "Who may not sign",
        M::Lead => {
            "Whoever signs from here is told why it is refused, and what was typed stays. Nothing about them is stored. Signatures that are \
             there stay; take those off by a rule."
        }
        M::Label(L::Domains) => "Blocked mail domains",
        M::Label(L::Allowed) => "Allowed mail domains",
        M::Label(L::Networks) => "Blocked networks",
        M::Help(L::Domains) => {
            return format!("One a line, like throwaway.example; all below it are blocked too. At most {BLOCKS_MAX}.")
                .into();
        }
        M::Help(L::Allowed) => {
            "Exceptions from the list above, one a line: a domain that stands here may sign, with all below it."
        }
        M::Help(L::Networks) => {
            "One a line, like 192.0.2.0/24, 198.51.100.7 or 2001:db8::/32. A network can be that of a whole town: everybody in it is \
             kept from signing."
        }
        M::Problem(P::TooMany) => return format!("Keep it to {BLOCKS_MAX} lines.").into(),
        M::Problem(P::NotADomain(line)) => return format!("“{line}” is no mail domain like throwaway.example.").into(),
        M::Problem(P::NotANetwork(line)) => return format!("“{line}” is no network like 192.0.2.0/24.").into(),
        M::Problem(P::TooNarrow(line)) => {
            return format!(
                "“{line}” is too narrow: of an IPv6 address the first 56 bits are known, so name a /56 or wider."
            )
            .into();
        }
        M::Overtaken => {
            "Somebody else has changed the settings meanwhile, so nothing was saved. Yours are still here. Save again to put them in the \
             place of what is saved."
        }
        M::OpenSaved => "Look at what is saved (opens in a new tab)",
        M::Saved => "The lists are saved.",
    };
    text.into()
}
