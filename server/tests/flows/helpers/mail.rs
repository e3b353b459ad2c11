use super::browser::{NAMED, ORIGIN};

/// A mail that has arrived.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    /// Where it comes back to, if that was looked at.
    pub sender: Option<String>,
    pub subject: String,
    pub text: String,
    /// The HTML part; empty where only the text was looked at.
    pub html: String,
    /// The address in `List-Unsubscribe`.
    pub unsubscribe: Option<String>,
}

impl Letter {
    /// The path of its one link.
    #[track_caller]
    pub fn link(&self) -> &str {
        let path = |line| [ORIGIN, NAMED].into_iter().find_map(|origin| str::strip_prefix(line, origin));
        let mut links = self.text.lines().map(str::trim).filter_map(path);
        let link = links.next().unwrap_or_else(|| panic!("no link: {}", self.text));
        assert_eq!(links.next(), None, "one link is enough");
        link
    }

    /// The path of its link, whatever the house's address; it begins with `start`.
    pub fn path_under(&self, start: &str) -> String {
        let end = self.text.lines().find_map(|line| line.trim().split_once(start)).map(|(_, end)| end);
        format!("{start}{}", end.unwrap_or_else(|| panic!("no link: {}", self.text)))
    }

    /// The secret at the end of the link.
    pub fn token(&self) -> &str {
        self.link().rsplit('/').next().unwrap()
    }

    /// The code as it is printed.
    #[track_caller]
    pub fn code(&self) -> &str {
        let code = |line: &&str| line.len() == 9 && line.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
        self.text.lines().map(str::trim).find(code).unwrap_or_else(|| panic!("no code: {}", self.text))
    }

    pub fn is_confirmation(&self) -> bool {
        self.link().contains("/confirm/")
    }
}
