use super::house::House;
use app::error::AppError;
use http::{Method, StatusCode};

const PAGE: &str = "/en/campaigns/safe-crossing";
const FORM: &str = "name=Ana&email=ana@example.org&country=US";
const KIND: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn a_form_from_another_site_is_refused_on_a_page_of_ours() {
    let house = House::new();
    let foreign: [&[(&'static str, &str)]; 4] = [
        &[KIND, ("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        &[KIND, ("sec-fetch-site", "same-site")],
        &[KIND, ("origin", "https://evil.example")],
        &[KIND, ("origin", "null")],
    ];
    for headers in foreign {
        let answer = house.send(Method::POST, PAGE, headers, FORM).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(
            answer.header("content-type").starts_with("text/html") && answer.body.contains("<h1"),
            "{}",
            answer.body
        );
        assert!(!answer.headers.contains_key("set-cookie"));
    }
}

#[tokio::test]
async fn the_right_origin_is_enough_for_browsers_without_sec_fetch_site() {
    let house = House::new();
    let mine: [&[(&'static str, &str)]; 4] = [
        &[KIND, ("origin", "http://127.0.0.1:3000")],
        // A proxy that rewrites `Host`.
        &[KIND, ("origin", "http://127.0.0.1:3000"), ("host", "backend.internal:8080")],
        &[KIND, ("sec-fetch-site", "same-origin")],
        // No browser: nothing that a foreign page could have made one send.
        &[KIND],
    ];
    for headers in mine {
        let answer = house.send(Method::POST, PAGE, headers, FORM).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{headers:?}: {}", answer.body);
    }
}

#[tokio::test]
async fn pages_that_are_not_there_say_so_in_the_readers_language() {
    let house = House::new();
    let spanish = [("accept-language", "es-MX,es;q=0.9")];
    for (path, status) in [
        ("/nowhere", 404),
        ("/en/nowhere", 404),
        ("/en/campaigns/nowhere", 404),
        ("/en/campaigns/hidden", 410),
        ("/en/campaigns/safe-crossing/confirm/forged", 404),
        ("/campaigns/-", 404),
        ("/qr/nowhere.svg", 404),
        ("/qr/hidden.svg", 410),
        ("/campaigns/%ff", 404),
        ("/..%2f..%2fCargo.toml", 404),
        ("/fonts", 404),
    ] {
        let answer = house.get(path).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert!(
            answer.header("content-type").starts_with("text/html") && answer.body.contains("<h1"),
            "{path}: {}",
            answer.body
        );
    }
    let answer = house.send(Method::GET, "/nowhere", &spanish, "").await;
    assert!(answer.body.contains("lang=\"es\""), "{}", answer.body);
}

#[tokio::test]
async fn a_wrong_method_is_told_with_the_right_ones() {
    let answer = House::new().send(Method::DELETE, PAGE, &[], "").await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(
        answer.header("allow").contains("GET") && answer.header("allow").contains("POST"),
        "{}",
        answer.header("allow")
    );
    assert!(answer.body.contains("<h1"));
}

#[tokio::test]
async fn a_panic_becomes_a_page_that_names_the_request_and_nothing_else() {
    let answer = House::new().get("/qr/panics.svg").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.body.contains(answer.header("x-request-id")), "{}", answer.body);
    assert!(!answer.body.contains("ana@example.org"));
}

#[tokio::test]
async fn server_functions_answer_with_the_status_of_their_error() {
    let house = House::new();
    let call = async |email: &str| {
        let form = format!(
            r#"{{"lang":"En","slug":"safe-crossing","form":{{"name":"Ana","email":"{email}","country":"US"}}}}"#
        );
        let headers =
            [("content-type", "application/json"), ("accept", "text/html"), ("referer", "http://127.0.0.1:3000/en")];
        house.send(Method::POST, "/api/signatures/sign", &headers, &form).await
    };
    let accepted = call("ana@example.org").await;
    assert_eq!((accepted.status, accepted.body.as_str()), (StatusCode::OK, "\"Accepted\""));
    assert_eq!(accepted.header("set-cookie"), super::house::COOKIE);
    for (email, error) in [
        ("often@example.org", AppError::TooMany { retry_after: 60 }),
        ("busy@example.org", AppError::Busy { retry_after: 2 }),
        ("broken@example.org", AppError::Internal),
    ] {
        let answer = call(email).await;
        assert_eq!(answer.status.as_u16(), error.status(), "{email}");
        assert_eq!(serde_json::from_str::<AppError>(&answer.body).unwrap(), error);
        assert!(!answer.headers.contains_key("location"), "a server function is no form");
    }
    assert_eq!(call("often@example.org").await.header("retry-after"), "60");
    let foreign = [("sec-fetch-site", "cross-site"), ("content-type", "application/json")];
    let refused = house.send(Method::POST, "/api/signatures/sign", &foreign, "{}").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(serde_json::from_str::<AppError>(&refused.body).is_ok(), "{}", refused.body);
    // Reading by GET would be a server function that other sites can call.
    assert_eq!(house.get("/api/signatures/sign").await.status, StatusCode::METHOD_NOT_ALLOWED);
}
