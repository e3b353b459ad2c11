use crate::fake_exports::{FakeExports, full};
use crate::fake_keys::{FakeKeys, readable};
use crate::fake_running::{FakeRunning, open};
use crate::fakes::NASTY;
use crate::house::{Page, get, render};
use app::campaigns::Reading;
use app::exports::{Dashboard, ExportsPort};
use app::i18n::Lang;
use app::keys::{KeysPort, SignersPage};
use app::running::{RunPage, RunningPort};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const SIGNERS: &str = "/en/account/campaigns/signers/safe-crossing";

async fn seen(page: SignersPage, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<KeysPort>(Arc::new(FakeKeys(Some(page.clone()))))).await
}

#[tokio::test]
async fn the_list_is_for_those_who_may_have_it() {
    let page = get(SIGNERS).await;
    assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")));
    for path in ["/en/account/campaigns/signers/No-Slug", "/en/account/campaigns/signers/halt-deportations"] {
        assert_eq!(seen(readable(Reading::Names), path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn no_form_can_send_the_key() {
    let page = seen(readable(Reading::Contact), SIGNERS).await;
    page.has("<title>Signers: Un cruce seguro – Undersigned</title>")
        .has("name=\"robots\" content=\"noindex\"")
        .has("<a href=\"/en/campaigns/safe-crossing\" lang=\"es\" dir=\"ltr\">Un cruce seguro</a>")
        .has("data-rows=\"/en/account/campaigns/signers/safe-crossing/rows\"")
        .has("max=\"12431\"")
        .has("This page needs JavaScript")
        .has("/pkg/vault.js\" data-wasm=\"/pkg/vault.wasm\"");
    let list = page.between("id=\"signers\"", "</main>");
    assert!(!list.contains("<form") && !list.contains(" name=\""), "{list}");
    seen(readable(Reading::Names), &SIGNERS.replace("/en/", "/es/")).await.has("Clave privada").has("Código postal");
}

#[tokio::test]
async fn where_nobody_reads_there_is_nothing_to_open() {
    let page = seen(readable(Reading::None), SIGNERS).await;
    page.has("Nobody reads the signers of this campaign").lacks("<textarea").lacks("/pkg/vault");
}

#[tokio::test]
async fn no_title_gets_out_of_its_place() {
    let page = seen(SignersPage { title: NASTY.into(), ..readable(Reading::Names) }, SIGNERS).await;
    page.lacks("<script>alert").lacks("</title></textarea>");
}

#[tokio::test]
async fn only_those_who_may_have_the_list_are_led_there() {
    const LINK: &str = "href=\"/en/account/campaigns/signers/safe-crossing\" class=\"button-quiet\">Signers</a>";
    for signers in [true, false] {
        let counts = render(Method::GET, "/en/account/counts/safe-crossing", move || {
            let dashboard = Dashboard { signers, ..full(Lang::En) };
            provide_context::<ExportsPort>(Arc::new(FakeExports::of(dashboard)));
        });
        let run = render(Method::GET, "/en/account/campaigns/run/safe-crossing", move || {
            let page = Some(RunPage { signers, ..open() });
            provide_context::<RunningPort>(Arc::new(FakeRunning { page, ..FakeRunning::default() }));
        });
        for page in [counts.await, run.await] {
            assert_eq!(page.html.contains(LINK), signers, "{}", page.html);
        }
    }
}
