use super::house::House;
use http::{Method, StatusCode};

#[tokio::test]
async fn addresses_without_a_language_lead_to_the_readers() {
    let house = House::new();
    for (path, language, target) in [
        ("/", "es-MX,es;q=0.9", "/es"),
        ("/", "", "/en"),
        ("/about", "es", "/es/about"),
        ("/privacy", "fr", "/en/privacy"),
        ("/campaigns/safe-crossing", "en;q=0.2,es", "/es/campaigns/safe-crossing"),
        ("/campaigns/safe-crossing?source=qr", "en", "/en/campaigns/safe-crossing?source=qr"),
        ("/campaigns/safe-crossing?utm=ana&source=ana%40example.org", "en", "/en/campaigns/safe-crossing?source=other"),
    ] {
        let answer = house.send(Method::GET, path, &[("accept-language", language)], "").await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::FOUND, target), "{path} in {language}");
        assert_eq!(answer.header("vary"), "accept-language");
    }
}

#[tokio::test]
async fn slashes_at_the_end_are_dropped_without_leading_elsewhere() {
    let house = House::new();
    let answer = house.get("/en/about/?a=b").await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, "/en/about?a=b"));
    for path in ["//evil.example/", "/\\evil.example/", "///"] {
        let Ok(uri) = path.parse::<http::Uri>() else { continue };
        let answer = house.get(&uri.to_string()).await;
        assert_eq!(answer.header("location"), "", "{path}");
    }
}

#[tokio::test]
async fn the_form_guesses_a_country_from_the_language_alone() {
    let house = House::new();
    let page = "/en/campaigns/safe-crossing";
    let selected = |body: &str, code: &str| {
        body.split("<option").any(|option| option.contains(&format!("value=\"{code}\"")) && option.contains("selected"))
    };
    let guessed = house.send(Method::GET, page, &[("accept-language", "es-MX")], "").await;
    assert!(selected(&guessed.body, "MX"), "{}", guessed.body);
    let forwarded = [("accept-language", "es"), ("cf-ipcountry", "MX")];
    let unknown = house.send(Method::GET, page, &forwarded, "").await;
    assert!(!selected(&unknown.body, "MX"));
}
