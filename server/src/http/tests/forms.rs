use super::house::{COOKIE, House};
use http::StatusCode;

const PAGE: &str = "/en/campaigns/safe-crossing";

#[tokio::test]
async fn an_accepted_form_leads_to_the_inbox_in_its_language() {
    let house = House::new();
    for lang in ["en", "es"] {
        let page = format!("/{lang}/campaigns/safe-crossing");
        let answer = house.post(&page, "name=Ana&email=ana@example.org&country=US").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header("location"), format!("{page}/inbox"));
        assert_eq!(answer.header("set-cookie"), COOKIE);
        assert_eq!(answer.body, "");
    }
}

#[tokio::test]
async fn a_refused_form_comes_back_as_it_was_typed() {
    let answer = House::new()
        .post(PAGE, "name=Ana+N%C3%BA%C3%B1ez&email=ana%40nowhere&country=US&reason=%22Be%22+%3Cb%3E&updates=on")
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["value=\"Ana Núñez\"", "value=\"ana@nowhere\"", "&lt;b&gt;"] {
        assert!(answer.body.contains(kept), "{kept}: {}", answer.body);
    }
    assert!(answer.body.contains("aria-invalid=\"true\""), "{}", answer.body);
    assert!(!answer.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn a_form_that_has_to_wait_is_kept_too() {
    let house = House::new();
    for (email, status, seconds) in [("often", 429, "60"), ("busy", 503, "2"), ("broken", 500, "")] {
        let answer = house.post(PAGE, &format!("name=Ana&email={email}@example.org&country=US")).await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (status, seconds), "{email}");
        assert!(answer.body.contains(&format!("value=\"{email}@example.org\"")), "{}", answer.body);
    }
}

#[tokio::test]
async fn a_code_confirms_or_comes_back() {
    let house = House::new();
    let inbox = format!("{PAGE}/inbox");
    let right = house.post(&inbox, "code=12345678").await;
    assert_eq!((right.status, right.header("location")), (StatusCode::SEE_OTHER, "/en/campaigns/safe-crossing/thanks"));
    for typed in ["code=87654321", "code=1234", "code="] {
        let wrong = house.post(&inbox, typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(wrong.body.contains("aria-invalid=\"true\""), "{typed}: {}", wrong.body);
    }
}

#[tokio::test]
async fn a_link_confirms_and_a_forged_one_leads_back() {
    let house = House::new();
    let right = house.post(&format!("{PAGE}/confirm/token"), "show_name=on").await;
    assert_eq!((right.status, right.header("location")), (StatusCode::SEE_OTHER, "/en/campaigns/safe-crossing/thanks"));
    assert_eq!(right.header("set-cookie"), COOKIE);
    let forged = house.post(&format!("{PAGE}/confirm/forged"), "").await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    assert!(forged.body.contains(&format!("href=\"{PAGE}\"")), "{}", forged.body);
}

#[tokio::test]
async fn a_decision_leads_back_to_the_page_of_the_signature() {
    let house = House::new();
    let page = format!("{PAGE}/signature/token");
    let answer = house.post(&page, "decision=withdraw").await;
    let saved = format!("{page}?saved=withdraw");
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, saved.as_str()));
    assert_eq!(house.post(&page, "decision=shout").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(house.post(&format!("{PAGE}/signature/forged"), "decision=hide").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_no_form_is_refused_without_being_quoted() {
    let house = House::new();
    let headers = [("content-type", "multipart/form-data; boundary=x")];
    let answer = house.send(http::Method::POST, PAGE, &headers, "ana@example.org").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let twice = house.post(PAGE, "name=ana@example.org&name=b").await;
    assert_eq!(twice.status, StatusCode::BAD_REQUEST);
    assert!(!answer.body.contains("ana@example.org") && !twice.body.contains("ana@example.org"));
}
