use super::house::{COOKIE, House};
use http::StatusCode;

const TEAM: &str = "/en/account/teams/0123456789abcdef0123456789abcdef";

#[tokio::test]
async fn forms_of_teams_ask_for_signing_in_and_lead_an_invitation_back() {
    let house = House::new();
    for (path, leads) in [
        ("/es/account/teams", "/es/sign-in"),
        (TEAM, "/en/sign-in"),
        ("/en/account/teams/join/aB-9_", "/en/sign-in?next=%2Fen%2Faccount%2Fteams%2Fjoin%2FaB-9_"),
    ] {
        let sent = house.post(path, "action=leave&sure=on").await;
        assert_eq!((sent.status, sent.header("location")), (StatusCode::SEE_OTHER, leads), "{path}");
        assert_eq!(sent.header("cache-control"), "no-store", "{path}");
        let seen = house.get(path).await;
        assert_eq!((seen.status, seen.header("location")), (StatusCode::FOUND, leads), "{path}");
        assert_eq!(seen.header("cache-control"), "no-store", "{path}");
    }
}

#[tokio::test]
async fn where_signing_in_leads_is_kept_for_pages_of_ours_alone() {
    let house = House::new();
    let asked = async |next: &str| house.post("/en/sign-in", &format!("email=ana%40example.org&next={next}")).await;
    let kept = asked("%2Fen%2Faccount%2Fteams%2Fjoin%2FaB-9_").await;
    assert_eq!(kept.header("location"), "/en/sign-in/sent");
    let cookies = kept.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap()).collect::<Vec<_>>();
    let next = "undersigned-next=/en/account/teams/join/aB-9_; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600";
    assert_eq!(cookies, [COOKIE, next]);
    for elsewhere in ["", "%2F%2Fevil.example%2Fen%2Faccount%2F", "%2Fen", "%2Fen%2Faccount%3B%20Domain%3Devil.example"]
    {
        let cookies = asked(elsewhere).await.headers.get_all("set-cookie").iter().count();
        assert_eq!(cookies, 1, "{elsewhere}");
    }
}
