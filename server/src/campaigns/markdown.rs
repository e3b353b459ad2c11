use pulldown_cmark::{Event, Options, Parser, Tag, html};

/// Markdown as HTML that is safe to put into a page: no raw HTML, no pictures, only http and https links, and headings one step
/// below the page's own.
pub(super) fn to_html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::empty()).filter_map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Image { .. }) | Event::End(pulldown_cmark::TagEnd::Image) => None,
        event => Some(event),
    });
    let mut html = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut html, events);
    let tags = ["p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "blockquote", "a", "br", "hr", "code"];
    ammonia::Builder::default()
        .tags(tags.into())
        .tag_attributes([("a", ["href"].into())].into())
        .generic_attributes(std::collections::HashSet::new())
        .url_schemes(["http", "https"].into())
        .link_rel(Some("noopener noreferrer nofollow"))
        .clean(&html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn keeps_text_and_drops_what_could_run() {
        let html = to_html(
            "## Facts\n\n- **one**\n- [two](https://example.org)\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![p](https://e.org/p.png)",
        );
        assert!(html.contains("<h2>Facts</h2>") && html.contains("<strong>one</strong>"), "{html}");
        assert!(html.contains("href=\"https://example.org\""), "{html}");
        assert!(!html.contains("<script") && !html.contains("javascript:") && !html.contains("<img"), "{html}");
    }
}
