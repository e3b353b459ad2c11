use crate::fakes::NASTY;
use crate::house::{get, render, site};
use app::site::Site;
use axum::http::Method;
use leptos::prelude::provide_context;

#[tokio::test]
async fn a_campaign_says_what_is_shown_where_it_is_shared() {
    let page = get("/es/campaigns/halt-deportations").await;
    let head = page.between("<head>", "</head>");
    for tag in [
        "<title>Halt the deportations – Undersigned</title>",
        "rel=\"canonical\"",
        "href=\"https://undersigned.example/es/campaigns/halt-deportations\"",
        "href=\"https://undersigned.example/en/campaigns/halt-deportations\"",
        "property=\"og:title\" content=\"Halt the deportations\"",
        "name=\"twitter:card\"",
        "content=\"https://undersigned.example/share.png\"",
        "hreflang=\"x-default\"",
    ] {
        assert!(head.contains(tag), "{tag} is not in\n{head}");
    }
}

#[tokio::test]
async fn nothing_that_is_typed_gets_out_of_its_place() {
    let page = get("/en/campaigns/nasty").await;
    page.lacks("<script>alert").lacks("</title></textarea>");
    page.has("<title>&lt;/title&gt;&lt;/textarea&gt;")
        .has("content=\"&lt;/title&gt;&lt;/textarea&gt;&quot;&gt;&lt;script&gt;");
    assert_eq!(page.html.matches("</title>").count(), 1, "{NASTY}");
}

#[tokio::test]
async fn pages_behind_a_token_are_not_to_be_found() {
    for page in ["inbox", "thanks", "confirm/good", "signature/mine"] {
        get(&format!("/en/campaigns/halt-deportations/{page}"))
            .await
            .has("name=\"robots\" content=\"noindex\"")
            .lacks("canonical");
    }
    get("/en").await.lacks("noindex");
}

#[tokio::test]
async fn nothing_is_loaded_from_anyone_else() {
    for path in ["/en", "/en/campaigns/halt-deportations", "/en/privacy"] {
        let page = get(path).await;
        for attribute in ["src=\"http", "src=\"//", "srcset", "@import"] {
            page.lacks(attribute);
        }
        page.has("/pkg/undersigned.css");
    }
}

#[tokio::test]
async fn the_wasm_is_loaded_once_and_only_where_something_comes_alive() {
    for path in
        ["/en/campaigns/halt-deportations", "/en/campaigns/library-sundays", "/en/campaigns/halt-deportations/thanks"]
    {
        assert_eq!(get(path).await.has("<leptos-island").html.matches("/pkg/undersigned.wasm").count(), 1, "{path}");
    }
    for path in
        ["/en", "/en/privacy", "/en/campaigns/halt-deportations/inbox", "/en/campaigns/halt-deportations/confirm/good"]
    {
        get(path).await.lacks("leptos-island").lacks("type=\"module\"");
    }
}

#[tokio::test]
async fn a_house_bears_its_own_name() {
    let named = || provide_context(Site { name: "The <Common> House".into(), ..site() });
    let home = render(Method::GET, "/en", named).await;
    home.has("Campaigns – The &lt;Common&gt; House</title>")
        .has("class=\"wordmark\">The &lt;Common&gt; House</a>")
        .has("property=\"og:site_name\" content=\"The &lt;Common&gt; House\"");
    let inbox = render(Method::GET, "/es/campaigns/halt-deportations/inbox", named).await;
    inbox.has("«The &lt;Common&gt; House: confirma tu dirección de correo»");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn a_page_that_waits_for_its_data_keeps_its_head() {
    let pages = (0..200).map(|_| tokio::spawn(get("/en/campaigns/halt-deportations")));
    for page in pages.collect::<Vec<_>>() {
        let page = page.await.unwrap();
        let head = page.between("<head>", "</head>");
        assert!(head.contains("property=\"og:title\"") && head.contains("rel=\"canonical\""), "{head}");
    }
}
