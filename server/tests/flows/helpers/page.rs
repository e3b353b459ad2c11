//! An answer, and as much of HTML as following it takes.

use super::Form;
use http::{HeaderMap, StatusCode, header};

#[derive(Clone, Debug)]
pub struct Page {
    /// Where it was asked for.
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// As text; of a file that is none, [`Page::bytes`] has what was sent.
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Page {
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.path, self.text());
        self
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Where a redirect leads.
    #[track_caller]
    pub fn location(&self) -> &str {
        assert!(self.status.is_redirection(), "{} answered {}: {}", self.path, self.status, self.text());
        self.header(header::LOCATION.as_str()).expect("a redirect leads somewhere")
    }

    /// The only form that is posted.
    #[track_caller]
    pub fn form(&self) -> Form {
        let mut forms = self.forms();
        assert_eq!(forms.len(), 1, "forms on {}", self.path);
        forms.remove(0)
    }

    pub fn forms(&self) -> Vec<Form> {
        Form::all(&self.path, &self.body)
    }

    /// What a reader reads.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut from = 0;
        for tag in tags(&self.body) {
            text.push_str(&self.body[from..tag.start]);
            from = tag.end;
        }
        text.push_str(&self.body[from..]);
        unescape(&text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        assert!(self.text().contains(words), "{} does not say “{words}”: {}", self.path, self.text());
        self
    }

    #[track_caller]
    pub fn says_nothing_of(self, words: &str) -> Self {
        assert!(!self.text().contains(words), "{} says “{words}”", self.path);
        self
    }

    /// An attribute of the first tag of this class.
    pub fn attribute(&self, class: &str, name: &str) -> Option<String> {
        let tag = tags(&self.body).into_iter().find(|tag| tag.get("class") == Some(class));
        tag.and_then(|tag| tag.get(name).map(str::to_owned))
    }

    /// The addresses of its links.
    pub fn links(&self) -> Vec<String> {
        let links = tags(&self.body).into_iter().filter(|tag| tag.name == "a");
        links.filter_map(|tag| tag.get("href").map(str::to_owned)).collect()
    }
}

/// A tag, or a comment or script as a whole.
pub struct Tag {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub start: usize,
    pub end: usize,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let mut tag = tag(html, start);
        if ["script", "style"].contains(&tag.name.as_str()) {
            let close = format!("</{}>", tag.name);
            tag.end += html[tag.end..].find(&close).expect("it ends") + close.len();
        }
        at = tag.end;
        tags.push(tag);
    }
    tags
}

fn tag(html: &str, start: usize) -> Tag {
    let bare = |end| Tag { name: String::new(), attributes: Vec::new(), start, end };
    let until = |mark: &str| start + html[start..].find(mark).expect("a tag ends") + mark.len();
    if html[start..].starts_with("<!--") && !html[start..].starts_with("<!-->") {
        return bare(until("-->"));
    }
    if html[start..].starts_with("<!") {
        return bare(until(">"));
    }
    let mut rest = &html[start + 1..];
    let mut name = take(&mut rest, |c| c.is_whitespace() || c == '>').to_ascii_lowercase();
    if name.len() > 1 && name.ends_with('/') {
        name.pop();
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start().trim_start_matches('/');
        if let Some(after) = rest.strip_prefix('>') {
            return Tag { name, attributes, start, end: html.len() - after.len() };
        }
        assert!(!rest.is_empty(), "an unfinished tag");
        let key = take(&mut rest, |c| c.is_whitespace() || "=>/".contains(c)).to_owned();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            rest = after;
            if let Some(after) = rest.strip_prefix('"') {
                rest = after;
                value = take(&mut rest, |c| c == '"');
                rest = &rest[1..];
            } else {
                value = take(&mut rest, |c| c.is_whitespace() || c == '>');
            }
        }
        attributes.push((key, unescape(value)));
    }
}

fn take<'a>(rest: &mut &'a str, end: impl Fn(char) -> bool) -> &'a str {
    let (taken, after) = rest.split_at(rest.find(end).unwrap_or(rest.len()));
    *rest = after;
    taken
}

pub fn unescape(text: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    marks.into_iter().fold(text.to_owned(), |text, (mark, sign)| text.replace(mark, sign))
}
