use crate::house::{ROUTES, get};
use axum::http::StatusCode;
use leptos_router::SsrMode;

#[tokio::test]
async fn every_route_is_rendered_whole() {
    let routes = &*ROUTES;
    let mut paths = routes.iter().map(|route| route.path().to_owned()).collect::<Vec<_>>();
    paths.sort();
    let pages = [
        "",
        "/about",
        "/account",
        "/account/campaigns/draft/{id}",
        "/account/campaigns/draft/{id}/picture",
        "/account/campaigns/draft/{id}/preview",
        "/account/campaigns/key/{id}",
        "/account/campaigns/new",
        "/account/campaigns/run/{slug}",
        "/account/campaigns/signers/{slug}",
        "/account/campaigns/supporters/{id}",
        "/account/campaigns/texts/{slug}",
        "/account/campaigns/updates/{slug}",
        "/account/campaigns/updates/{slug}/{id}",
        "/account/campaigns/updates/{slug}/{id}/preview",
        "/account/counts/{slug}",
        "/account/counts/{slug}/links",
        "/account/passkeys",
        "/account/proof",
        "/account/teams",
        "/account/teams/join/{token}",
        "/account/teams/{id}",
        "/campaigns/{slug}",
        "/campaigns/{slug}/confirm/{token}",
        "/campaigns/{slug}/inbox",
        "/campaigns/{slug}/report",
        "/campaigns/{slug}/signature/{token}",
        "/campaigns/{slug}/texts/{number}",
        "/campaigns/{slug}/thanks",
        "/campaigns/{slug}/unsubscribe/{token}",
        "/campaigns/{slug}/updates",
        "/house",
        "/house/counts",
        "/house/invalidation",
        "/house/invalidation/{id}",
        "/house/log",
        "/house/people",
        "/house/settings",
        "/house/settings/blocked",
        "/house/settings/campaigners",
        "/house/settings/switches",
        "/privacy",
        "/review",
        "/review/campaign/{id}",
        "/review/campaigns",
        "/review/campaigns/{slug}",
        "/review/campaigns/{slug}/reading",
        "/review/catalogue",
        "/review/reasons",
        "/review/replies",
        "/review/reports",
        "/review/reports/{id}",
        "/review/updates",
        "/review/updates/{id}",
        "/sign-in",
        "/sign-in/link/{token}",
        "/sign-in/sent",
        "/support/confirm/{token}",
        "/support/{token}",
    ];
    let expected =
        ["/en", "/es"].into_iter().flat_map(|lang| pages.map(|page| format!("{lang}{page}"))).collect::<Vec<_>>();
    assert_eq!(paths, expected);
    assert!(routes.iter().all(|route| *route.mode() == SsrMode::Async));
}

#[tokio::test]
async fn the_language_is_that_of_the_address() {
    for (path, lang, word) in [("/en", "en", "Search campaigns"), ("/es", "es", "Buscar campañas")] {
        let page = get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        page.has(word);
        let html = page.between("<html", ">");
        assert!(html.contains(&format!("lang=\"{lang}\"")) && html.contains("dir=\"ltr\""), "{html}");
    }
}

#[tokio::test]
async fn home_lists_campaigns_and_leads_to_the_next_page() {
    let page = get("/en").await;
    page.has("Halt the deportations")
        .has("<strong>12,431</strong>")
        .has("Nobody has signed yet")
        .has("href=\"/en?page=2\"");
    let found = get("/en?q=library").await;
    found.has("Open the library").lacks("Halt the deportations").has("value=\"library\"");
    get("/en?q=lighthouse").await.has("Nothing found for “lighthouse”").has("Show all campaigns");
}

#[tokio::test]
async fn a_campaign_is_complete_without_script() {
    let page = get("/en/campaigns/halt-deportations?source=qr").await;
    assert_eq!(page.status, StatusCode::OK);
    for text in [
        "data-length=\"short\"",
        "the government of the United States",
        "Started by",
        "next goal",
        "closes 31 March 2027",
        "<li>An immediate halt to deportations.</li>",
        "width=\"24.61\"",
        "<th scope=\"row\">Obama, first term</th>",
        "<p>The government has set itself",
        "name=\"website\"",
        "value=\"qr\"",
        "What happens to my data",
        "Teresa Żuławska",
        "src=\"/qr/halt-deportations.svg\"",
        "https://undersigned.example/campaigns/halt-deportations?source=link",
        "2 to 100 characters",
        "<option value=\"MX\" selected>",
        "hreflang=\"es\"",
    ] {
        assert!(page.html.to_lowercase().contains(&text.to_lowercase()), "{text} is not in\n{}", page.html);
    }
    page.lacks(" style=").lacks("checked>Show");
    for choice in ["show_reason", "show_name", "updates", "contact"] {
        let tag = page.between(&format!("id=\"{choice}\""), ">").to_owned();
        assert!(!tag.contains("checked"), "{choice} is ticked: {tag}");
    }
}

#[tokio::test]
async fn a_form_asks_only_what_the_campaign_asks() {
    get("/en/campaigns/safe-crossing")
        .await
        .lacks("name=\"postcode\"")
        .lacks("name=\"reason\"")
        .lacks("name=\"contact\"")
        .has("name=\"updates\"")
        .has("sees numbers only");
}

#[tokio::test]
async fn texts_in_another_language_are_marked_and_said_to_be() {
    let page = get("/en/campaigns/safe-crossing").await;
    page.has("This campaign has no English text. It is shown in Español.");
    assert!(page.between("<h1", ">").contains("lang=\"es\""));
    assert!(!get("/es/campaigns/safe-crossing").await.between("<h1", ">").contains("lang="));
}

#[tokio::test]
async fn texts_that_were_changed_lead_to_those_before() {
    get("/en/campaigns/library-sundays")
        .await
        .has("The text was changed on 3 March 2026.")
        .has("href=\"/en/campaigns/library-sundays/texts/1\"");
    get("/en/campaigns/halt-deportations").await.lacks("The text was changed");
    let page = get("/es/campaigns/library-sundays/texts/1").await;
    page.has("What was asked before")
        .has("Quienes firmaron en ese tiempo firmaron este texto.")
        .has("href=\"/es/campaigns/library-sundays\"")
        .lacks("<script>alert")
        .lacks("name=\"email\"")
        .lacks("class=\"sign-bar\"");
    for path in ["texts/2", "texts/0", "texts/x"] {
        let page = get(&format!("/en/campaigns/library-sundays/{path}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_closed_campaign_has_no_form() {
    get("/en/campaigns/library-sundays")
        .await
        .has("This campaign is closed")
        .has("closed 31 March 2027")
        .lacks("name=\"email\"")
        .lacks("class=\"sign-bar\"");
}

#[tokio::test]
async fn the_way_of_a_signature() {
    get("/en/campaigns/halt-deportations/inbox")
        .await
        .has("maria@gmail.com")
        .has("href=\"/dev/outbox\"")
        .has("name=\"code\"")
        .has("please confirm");
    let confirm = get("/es/campaigns/halt-deportations/confirm/good").await;
    confirm
        .has("Confirma tu firma")
        .has("<span class=\"quoted\">Teresa</span>")
        .has("<span class=\"quoted\">Because.</span>");
    assert!(confirm.between("id=\"show_name\"", ">").contains("checked"));
    get("/en/campaigns/halt-deportations/thanks")
        .await
        .has("Your signature counts.")
        .lacks("If you have just confirmed")
        .has("href=\"/en/campaigns/halt-deportations/signature/mine\"");
    // A visitor of whom nothing is known may have the address from somebody else.
    get("/en/campaigns/library-sundays/thanks").await.has("If you have just confirmed").lacks("notice-done");
    get("/en/campaigns/halt-deportations/signature/mine")
        .await
        .has("Name and reason, once a person has read it")
        .has("name=\"decision\" value=\"hide\"")
        .has("name=\"decision\" value=\"withdraw\"");
}

#[tokio::test]
async fn a_link_that_was_used_leads_to_the_signature() {
    let page = get("/en/campaigns/halt-deportations/confirm/used").await;
    assert_eq!(page.status, StatusCode::FOUND);
    assert_eq!(page.location.as_deref(), Some("/en/campaigns/halt-deportations/signature/mine"));
}

#[tokio::test]
async fn the_privacy_page_tells_every_kind_of_fact() {
    for lang in ["en", "es"] {
        let page = get(&format!("/{lang}/privacy")).await;
        assert_eq!(page.html.matches("<th scope=\"row\">").count(), app::privacy::Stored::ALL.len());
        page.has("id=\"taken\"").has("PostgreSQL").has("mailto:hello@undersigned.example");
    }
}
