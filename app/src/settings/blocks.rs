use super::SaveState;
use crate::form::FieldError;
use crate::visitor::Network;
use std::collections::BTreeSet;
use std::net::IpAddr;

/// Lines that a list takes.
pub const BLOCKS_MAX: usize = 300;

/// Bits of an IPv6 address that are known of a visitor.
const KNOWN_BITS: u32 = 56;

/// A list of who may not sign, or may all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockList {
    /// Mail domains that may not, with all below them.
    Domains,
    /// Mail domains that may all the same, with all below them.
    Allowed,
    /// Networks that may not.
    Networks,
}

impl BlockList {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Domains, Self::Allowed, Self::Networks];

    /// As it is stored and stands in forms and in the log; also the control's `id` in HTML.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Domains => "blocked_domains",
            Self::Allowed => "allowed_domains",
            Self::Networks => "blocked_networks",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.name() == name)
    }
}

/// What is wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockProblem {
    /// More lines than it takes.
    TooMany,
    /// A line is no mail domain.
    NotADomain(String),
    /// A line is no network.
    NotANetwork(String),
    /// A line names more of an IPv6 address than is known.
    TooNarrow(String),
}

/// A list's error.
pub type BlockError = FieldError<BlockList, BlockProblem>;

/// Addresses that begin alike, in IPv6's numbers; an IPv4 address in those that are mapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Range {
    first: u128,
    bits: u32,
}

impl Range {
    fn parse(line: &str) -> Result<Self, BlockProblem> {
        let wrong = || BlockProblem::NotANetwork(line.to_owned());
        let (address, length) = match line.split_once('/') {
            Some((address, length)) => (address, Some(length.parse::<u32>().map_err(|_| wrong())?)),
            None => (line, None),
        };
        let (octets, bits) = match address.parse::<IpAddr>().map_err(|_| wrong())? {
            IpAddr::V4(ip) => {
                let length = length.unwrap_or(32);
                (ip.to_ipv6_mapped().octets(), (length <= 32).then(|| length + 96).ok_or_else(wrong)?)
            }
            IpAddr::V6(ip) => match length {
                Some(length @ 1..=KNOWN_BITS) => (ip.octets(), length),
                Some(57..=128) | None => return Err(BlockProblem::TooNarrow(line.to_owned())),
                Some(_) => return Err(wrong()),
            },
        };
        Ok(Self { first: u128::from_be_bytes(octets) & mask(bits), bits })
    }

    fn holds(self, network: Network) -> bool {
        u128::from_be_bytes(network.0) & mask(self.bits) == self.first
    }
}

const fn mask(bits: u32) -> u128 {
    match bits {
        0 => 0,
        bits => u128::MAX << (128 - bits),
    }
}

/// A domain in the letters in which domains are compared; `None` if it is none.
fn domain(text: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii(text.trim_start_matches('@')).ok()?;
    let sound = ascii.contains('.') && crate::signatures::EmailAddress::parse(&format!("a@{ascii}")).is_ok();
    sound.then_some(ascii)
}

/// Who may not sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    domains: BTreeSet<String>,
    allowed: BTreeSet<String>,
    networks: Vec<Range>,
}

/// Whether the list has this domain or one above it.
fn covers(list: &BTreeSet<String>, domain: &str) -> bool {
    let ends = domain.match_indices('.').map(|(dot, _)| domain.get(dot + 1..).unwrap_or_default());
    !list.is_empty() && std::iter::once(domain).chain(ends).any(|end| list.contains(end))
}

impl Blocks {
    /// Whether addresses of this domain may not sign.
    pub fn has_domain(&self, typed: &str) -> bool {
        if self.domains.is_empty() {
            return false;
        }
        let domain = domain(typed).unwrap_or_else(|| typed.to_lowercase());
        covers(&self.domains, &domain) && !covers(&self.allowed, &domain)
    }

    /// Whether nobody of this network may sign.
    pub fn has_network(&self, network: Network) -> bool {
        self.networks.iter().any(|range| range.holds(network))
    }
}

/// The form of these lists, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlocksForm {
    /// The version that was looked at.
    pub version: i64,
    texts: [String; 3],
}

impl BlocksForm {
    /// Reads names and values.
    pub fn read(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in pairs {
            if name == "version" {
                form.version = value.parse().unwrap_or_default();
            }
            for (list, text) in BlockList::ALL.into_iter().zip(&mut form.texts) {
                if list.name() == name {
                    text.clone_from(&value);
                }
            }
        }
        form
    }

    /// The same over another version.
    #[must_use]
    pub fn of_version(mut self, version: i64) -> Self {
        self.version = version;
        self
    }

    /// What was typed into a list.
    pub fn text(&self, wanted: BlockList) -> &str {
        let found = BlockList::ALL.into_iter().zip(&self.texts).find(|(list, _)| *list == wanted);
        found.map_or("", |(_, text)| text)
    }

    /// The lines of a list, sorted, each once, as they are to be stored.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn lines(&self, list: BlockList) -> Result<Vec<String>, BlockProblem> {
        let typed = self.text(list).lines().map(str::trim).filter(|line| !line.is_empty());
        let lines = typed.map(|line| match list {
            BlockList::Domains | BlockList::Allowed => {
                domain(line).ok_or_else(|| BlockProblem::NotADomain(line.to_owned()))
            }
            BlockList::Networks => Range::parse(line).map(|_| line.to_lowercase()),
        });
        let lines = lines.collect::<Result<BTreeSet<_>, _>>()?;
        if lines.len() > BLOCKS_MAX { Err(BlockProblem::TooMany) } else { Ok(lines.into_iter().collect()) }
    }

    /// What is wrong with the lists.
    pub fn errors(&self) -> Vec<BlockError> {
        let wrong = |list| self.lines(list).err().map(|problem| FieldError { field: list, problem });
        BlockList::ALL.into_iter().filter_map(wrong).collect()
    }

    /// Who may not sign by it. A list that is not sound counts as empty.
    pub fn blocks(&self) -> Blocks {
        let lines = |list| self.lines(list).unwrap_or_default();
        let networks = lines(BlockList::Networks);
        Blocks {
            domains: lines(BlockList::Domains).into_iter().collect(),
            allowed: lines(BlockList::Allowed).into_iter().collect(),
            networks: networks.iter().filter_map(|line| Range::parse(line).ok()).collect(),
        }
    }
}

/// The context of the page of these lists, where its form came back.
pub type BlocksState = SaveState<BlocksForm, BlockError>;

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> BlocksForm {
        BlocksForm::read(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    fn network(text: &str) -> Network {
        match text.parse().unwrap() {
            IpAddr::V4(ip) => Network(ip.to_ipv6_mapped().octets()),
            IpAddr::V6(ip) => Network(ip.octets()),
        }
    }

    #[test]
    fn a_domain_is_blocked_with_all_below_it_but_for_what_is_allowed() {
        let form = form(&[
            ("blocked_domains", "Throwaway.example\r\n@bücher.example\r\n\r\nthrowaway.example"),
            ("allowed_domains", "good.throwaway.example"),
        ]);
        assert_eq!(form.lines(BlockList::Domains).unwrap(), ["throwaway.example", "xn--bcher-kva.example"]);
        let blocks = form.blocks();
        for blocked in ["throwaway.example", "a.b.THROWAWAY.example", "bücher.example", "xn--bcher-kva.example"] {
            assert!(blocks.has_domain(blocked), "{blocked}");
        }
        for free in ["example", "notthrowaway.example", "good.throwaway.example", "x.good.throwaway.example", "a.org"] {
            assert!(!blocks.has_domain(free), "{free}");
        }
    }

    #[test]
    fn networks_are_blocked_as_far_as_they_are_known() {
        let blocks = form(&[("blocked_networks", "192.0.2.0/24\n198.51.100.7\n2001:DB8::/32")]).blocks();
        for blocked in ["192.0.2.255", "198.51.100.7", "2001:db8:1::"] {
            assert!(blocks.has_network(network(blocked)), "{blocked}");
        }
        for free in ["192.0.3.0", "198.51.100.8", "2001:db9::", "::"] {
            assert!(!blocks.has_network(network(free)), "{free}");
        }
    }

    #[test]
    fn a_line_that_is_neither_is_named() {
        let wrong = |list: &str, line: &str| form(&[(list, line)]).errors().remove(0).problem;
        for line in ["com", "no domain", "a@b.example", "-.example"] {
            assert_eq!(wrong("blocked_domains", line), BlockProblem::NotADomain(line.to_owned()));
        }
        for line in ["192.0.2.0/33", "::/0", "192.0.2", "x/8", "::/200"] {
            assert_eq!(wrong("blocked_networks", line), BlockProblem::NotANetwork(line.to_owned()), "{line}");
        }
        for line in ["2001:db8::1", "2001:db8::/64"] {
            assert_eq!(wrong("blocked_networks", line), BlockProblem::TooNarrow(line.to_owned()), "{line}");
        }
        let many = (0..=BLOCKS_MAX).map(|n| format!("{n}.example\n")).collect::<String>();
        assert_eq!(wrong("allowed_domains", &many), BlockProblem::TooMany);
    }
}
