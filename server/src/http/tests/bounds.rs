use super::house::House;
use http::StatusCode;
use std::time::Duration;

const PAGE: &str = "/en/campaigns/safe-crossing";

#[tokio::test]
async fn a_body_over_the_limit_is_refused_announced_or_not() {
    let house = House::new();
    let long = format!("name={}", "a".repeat(5_000));
    let answer = house.post(PAGE, &long).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.body.contains("<h1"), "{}", answer.body);
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("content-length", "5005")];
    assert_eq!(house.send(http::Method::POST, PAGE, &headers, &long).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_request_over_its_deadline_is_given_up() {
    let house = House::with(|options| options.deadline = Duration::from_millis(20));
    let answer = house.get("/qr/slow.svg").await;
    assert_eq!((answer.status, answer.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "5"));
    assert!(answer.body.contains("<h1"), "{}", answer.body);
}

#[tokio::test]
async fn more_requests_than_there_is_room_for_are_shed_and_watchers_still_answered() {
    let house = House::with(|options| options.max_requests = 1);
    let slow = house.0.clone();
    let waiting = tokio::spawn(async move { House(slow).get("/qr/slow.svg").await.status });
    tokio::time::sleep(Duration::from_millis(50)).await;
    let shed = house.get("/en").await;
    assert_eq!((shed.status, shed.header("retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "2"));
    assert_eq!(house.get("/healthz").await.status, StatusCode::OK);
    assert_eq!(house.get("/readyz").await.body, "ready\n");
    waiting.abort();
    let _ = waiting.await;
    assert_eq!(house.get("/en").await.status, StatusCode::OK, "its place is free again");
}
