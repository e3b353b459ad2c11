use super::house::{Answer, House};
use crate::config::PublicUrl;
use http::Method;

fn assert_safe(what: &str, answer: &Answer) {
    let policy = answer.header("content-security-policy");
    for directive in ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
        assert!(policy.contains(directive), "{what}: {policy}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{what}: {policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{what}");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{what}");
    assert!(answer.header("permissions-policy").contains("camera=()"), "{what}");
    assert!(!answer.header("cache-control").is_empty(), "{what}");
    assert_eq!(answer.header("x-request-id").len(), 14, "{what}");
}

#[tokio::test]
async fn every_answer_bears_the_headers_that_keep_readers_safe() {
    let house = House::new();
    let paths = [
        "/",
        "/en",
        "/es/about",
        "/en/campaigns/safe-crossing",
        "/en/campaigns/nowhere",
        "/en/campaigns/hidden",
        "/nowhere",
        "/en/campaigns/panics",
        "/en/campaigns/safe-crossing/inbox",
        "/favicon.svg",
        "/fonts/headline.woff2",
        "/robots.txt",
        "/sitemap.xml",
        "/qr/safe-crossing.svg",
        "/healthz",
        "/readyz",
        "/dev/outbox",
        "/api/signatures/sign",
        "/en/campaigns/%ff/x",
    ];
    for path in paths {
        assert_safe(path, &house.get(path).await);
    }
    let page = "/en/campaigns/safe-crossing";
    assert_safe("form accepted", &house.post(page, "name=Ana&email=ana@example.org&country=US").await);
    assert_safe("form refused", &house.post(page, "name=Ana").await);
    assert_safe("form over the limit", &house.post(page, &"a".repeat(5_000)).await);
    assert_safe("wrong method", &house.send(Method::PUT, page, &[], "").await);
    let foreign = [("sec-fetch-site", "cross-site")];
    assert_safe("foreign form", &house.send(Method::POST, page, &foreign, "").await);
}

#[tokio::test]
async fn the_scripts_of_a_page_bear_its_nonce_and_each_answer_has_another() {
    let house = House::new();
    let mut nonces = Vec::new();
    for path in ["/en", "/en/campaigns/safe-crossing", "/en/campaigns/safe-crossing", "/nowhere"] {
        let page = house.get(path).await;
        let policy = page.header("content-security-policy");
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        assert_eq!(nonce.len(), 22, "16 bytes in base64");
        let scripts = page.body.matches("<script").count();
        assert!(
            scripts > 0 && page.body.matches(&format!("nonce=\"{nonce}\"")).count() >= scripts,
            "{path}: {}",
            page.body
        );
        nonces.push(nonce);
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 4);
}

#[tokio::test]
async fn only_what_is_personal_is_never_stored() {
    let house = House::new();
    let personal = [
        "/en/campaigns/safe-crossing/inbox",
        "/es/campaigns/safe-crossing/thanks",
        "/en/campaigns/safe-crossing/confirm/token",
        "/en/campaigns/safe-crossing/signature/token",
        "/dev/outbox",
        "/nowhere",
    ];
    for path in personal {
        assert_eq!(house.get(path).await.header("cache-control"), "no-store", "{path}");
    }
    let sent = house.post("/en/campaigns/safe-crossing", "name=Ana&email=ana@example.org&country=US").await;
    assert_eq!(sent.header("cache-control"), "no-store");
    let called = house.send(Method::POST, "/api/signatures/sign", &[], "{}").await;
    assert_eq!(called.header("cache-control"), "no-store");
    for path in
        ["/en", "/en/campaigns/safe-crossing", "/en/campaigns/safe-crossing/updates", "/", "/campaigns/safe-crossing"]
    {
        assert_eq!(house.get(path).await.header("cache-control"), "private, no-cache", "{path}");
    }
    assert!(house.get("/favicon.svg").await.header("cache-control").starts_with("public"));
}

#[tokio::test]
async fn only_what_everyone_may_see_is_compressed() {
    let house = House::new();
    let coding = async |method, path: &str, body: &str| {
        let headers = [("accept-encoding", "gzip, br"), ("content-type", "application/x-www-form-urlencoded")];
        let answer = house.send(method, path, &headers, body).await;
        answer.headers.get("content-encoding").map(|value| value.to_str().unwrap().to_owned())
    };
    for path in ["/en", "/es/privacy", "/en/campaigns/safe-crossing?source=qr"] {
        assert_eq!(coding(Method::GET, path, "").await.as_deref(), Some("gzip"), "{path}");
    }
    for path in ["/en/campaigns/safe-crossing/inbox?q=a", "/en/campaigns/safe-crossing/signature/token", "/nowhere"] {
        assert_eq!(coding(Method::GET, path, "").await, None, "{path}");
    }
    assert_eq!(coding(Method::POST, "/en/campaigns/safe-crossing", "name=Ana").await, None);
}

#[tokio::test]
async fn browsers_are_held_to_tls_where_there_is_tls() {
    let plain = House::new().get("/en").await;
    assert_eq!(plain.header("strict-transport-security"), "");
    let house = House::with(|options| options.public_url = PublicUrl::parse("https://sign.example.org").unwrap());
    assert!(house.get("/nowhere").await.header("strict-transport-security").starts_with("max-age="));
}
