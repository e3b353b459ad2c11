//! A form as a browser finds it in a page.

use super::page::{Tag, tags, unescape};
use app::paths::encode;

#[derive(Clone, Debug)]
pub struct Form {
    /// Where it is posted: the address of the page, if it names no other.
    pub action: String,
    fields: Vec<Field>,
}

#[derive(Clone, Debug)]
struct Field {
    name: String,
    value: String,
    checkbox: bool,
    sent: bool,
}

impl Form {
    /// The forms of a page that are posted, in their order.
    pub fn all(path: &str, html: &str) -> Vec<Self> {
        let tags = tags(html);
        let starts = tags.iter().enumerate().filter(|(_, tag)| tag.name == "form" && tag.get("method") == Some("post"));
        starts
            .map(|(at, tag)| {
                let action = tag.get("action").unwrap_or(path);
                assert!(action.starts_with('/'), "our forms go to our own pages");
                let rest = tags.get(at + 1..).unwrap_or_default();
                let end = rest.iter().position(|tag| tag.name == "/form").expect("a form ends");
                Self { action: action.to_owned(), fields: fields(html, &rest[..end]) }
            })
            .collect()
    }

    /// Types into a field; a checkbox is ticked by `on` and unticked by nothing.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        let field = self.fields.iter_mut().find(|field| field.name == name);
        let field = field.unwrap_or_else(|| panic!("the form has no field {name}"));
        if field.checkbox {
            field.sent = !value.is_empty();
        } else {
            value.clone_into(&mut field.value);
            field.sent = true;
        }
        self
    }

    pub fn value(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|field| field.name == name);
        let field = field.unwrap_or_else(|| panic!("the form has no field {name}"));
        if field.sent { &field.value } else { "" }
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// What a field would send if it were ticked or filled in as it stands.
    pub fn given(&self, name: &str) -> &str {
        self.fields.iter().find(|field| field.name == name).map_or("", |field| &field.value)
    }

    /// `application/x-www-form-urlencoded`.
    pub fn body(&self) -> String {
        let sent = self.fields.iter().filter(|field| field.sent);
        sent.map(|field| format!("{}={}", encode(&field.name), encode(&field.value))).collect::<Vec<_>>().join("&")
    }
}

fn fields(html: &str, tags: &[Tag]) -> Vec<Field> {
    let mut fields = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        let Some(name) = tag.get("name").map(str::to_owned) else { continue };
        let text = |value: String| Field { name: name.clone(), value, checkbox: false, sent: true };
        match tag.name.as_str() {
            "input" if tag.get("type") == Some("checkbox") => fields.push(Field {
                name: name.clone(),
                value: tag.get("value").unwrap_or("on").to_owned(),
                checkbox: true,
                sent: tag.get("checked").is_some(),
            }),
            // One field, whichever of them is chosen.
            "input" if tag.get("type") == Some("radio") => {
                let checked = tag.get("checked").is_some();
                let value = if checked { tag.get("value").unwrap_or("on") } else { "" }.to_owned();
                match fields.iter_mut().find(|field| field.name == name) {
                    Some(field) if checked => (field.value, field.sent) = (value, true),
                    Some(_) => {}
                    None => fields.push(Field { name: name.clone(), value, checkbox: false, sent: checked }),
                }
            }
            "input" => fields.push(text(tag.get("value").unwrap_or_default().to_owned())),
            "textarea" => {
                let end = tag.end + html[tag.end..].find("</textarea>").expect("a text area ends");
                let typed = &html[tag.end..end];
                fields.push(text(unescape(typed.strip_prefix('\n').unwrap_or(typed))));
            }
            "select" => {
                let options =
                    tags[at..].iter().take_while(|tag| tag.name != "/select").filter(|tag| tag.name == "option");
                let options = options.collect::<Vec<_>>();
                let chosen = options.iter().find(|option| option.get("selected").is_some()).or(options.first());
                fields.push(text(chosen.and_then(|option| option.get("value")).unwrap_or_default().to_owned()));
            }
            _ => {}
        }
    }
    fields
}
