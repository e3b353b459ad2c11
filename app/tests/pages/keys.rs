use crate::fake_exports::{FakeExports, full};
use crate::fake_keys::{FakeKeys, keyed, readable};
use crate::fake_running::{FakeRunning, open};
use crate::fakes::{NASTY, slug};
use crate::house::{Page, get, render};
use app::campaigns::Reading;
use app::error::AppError;
use app::exports::{Dashboard, ExportsPort};
use app::i18n::Lang;
use app::keys::{
    KeyPage, KeyState, KeysPort, LockedCopy, MadeKey, ReadingForm, ReadingPage, ReadingProblem, ReadingState,
    SignersPage,
};
use app::running::{RunPage, RunningPort};
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const SIGNERS: &str = "/en/account/campaigns/signers/safe-crossing";

async fn seen(page: SignersPage, path: &str) -> Page {
    render(Method::GET, path, move || {
        provide_context::<KeysPort>({
            let who = FakeKeys { signers: Some(page.clone()), ..FakeKeys::default() };
            Arc::new(who)
        })
    })
    .await
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

const READING: &str = "/en/review/campaigns/safe-crossing/reading";

fn decision() -> ReadingPage {
    ReadingPage {
        slug: slug("safe-crossing"),
        title: NASTY.into(),
        text_lang: "es".into(),
        reading: Reading::Names,
        has_key: true,
        own: false,
    }
}

async fn deciding(page: ReadingPage, path: &str, state: ReadingState) -> Page {
    render(Method::GET, path, move || {
        let who = FakeKeys { reading: Some(page.clone()), ..FakeKeys::default() };
        provide_context::<KeysPort>(Arc::new(who));
        provide_context(state.clone());
    })
    .await
}

#[tokio::test]
async fn a_moderator_sees_what_may_be_read_and_chooses() {
    let page = get(READING).await;
    assert_eq!(page.status, StatusCode::FOUND);
    assert_eq!(
        page.location.as_deref(),
        Some("/en/account/proof?next=%2Fen%2Freview%2Fcampaigns%2Fsafe-crossing%2Freading")
    );
    let page = deciding(decision(), READING, ReadingState::default()).await;
    page.has("<title>Who may read the signers: &lt;/title&gt;")
        .lacks("<script>alert")
        .has("href=\"/en/review/campaigns/safe-crossing\"")
        .has("value=\"names\" checked aria-describedby=\"reading-1-help\"")
        .lacks("value=\"none\" checked")
        .lacks("This campaign has no key")
        .lacks("Saved.");
    deciding(decision(), &format!("{READING}?saved=names"), ReadingState::default()).await.has("Saved.");
    deciding(decision(), &format!("{READING}?saved=none"), ReadingState::default()).await.lacks("Saved.");
    let spanish = deciding(decision(), &READING.replace("/en/", "/es/"), ReadingState::default()).await;
    spanish.has("Quién puede leer las firmas").has("Solo recuentos");
}

#[tokio::test]
async fn what_stands_in_the_way_is_said() {
    let no_key = deciding(ReadingPage { has_key: false, ..decision() }, READING, ReadingState::default()).await;
    no_key.has("This campaign has no key yet");
    let own = deciding(ReadingPage { own: true, ..decision() }, READING, ReadingState::default()).await;
    own.has("another moderator has to decide this").lacks("name=\"reading\"");
    let refused = ReadingState {
        form: ReadingForm { reading: "contact".into() },
        problem: Some(ReadingProblem::NoKey),
        failure: None,
    };
    deciding(ReadingPage { has_key: false, ..decision() }, READING, refused)
        .await
        .has("role=\"alert\"")
        .has("<a href=\"#reading\">")
        .has("value=\"contact\" checked");
    let failed = ReadingState { failure: Some(AppError::Busy { retry_after: 2 }), ..ReadingState::default() };
    deciding(decision(), READING, failed).await.has("role=\"alert\"");
}

const KEY: &str = "/en/account/campaigns/key/d1";

async fn draft_key(page: KeyPage, path: &str) -> Page {
    render(Method::GET, path, move || {
        let who = FakeKeys { draft: Some(page.clone()), ..FakeKeys::default() };
        provide_context::<KeysPort>(Arc::new(who));
    })
    .await
}

#[tokio::test]
async fn a_key_is_made_where_no_form_can_send_it() {
    let page = get(KEY).await;
    assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")));
    let making = || keyed(KeyState::Making { may_copy: true });
    assert_eq!(draft_key(making(), "/en/account/campaigns/key/d2").await.status, StatusCode::NOT_FOUND);
    let page = draft_key(making(), KEY).await;
    page.has("<title>The campaign’s key: Keep the night bus running – Undersigned</title>")
        .has("data-post=\"/en/account/campaigns/key/d1\"")
        .has("data-done=\"/en/account/campaigns/draft/d1?saved=key\"")
        .has("data-words=\"/words/en.txt\"")
        .has("data-label=\"night-bus\"")
        .has("This page needs JavaScript")
        .has("<dd>4 March 2026</dd>")
        .has("id=\"copy\"")
        .has("/pkg/vault.js\" data-wasm=\"/pkg/vault.wasm\"");
    let maker = page.between("id=\"new-key\"", "</main>");
    assert!(!maker.contains("<form"), "{maker}");
    draft_key(making(), &KEY.replace("/en/", "/es/"))
        .await
        .has("La clave de la campaña")
        .has("data-words=\"/words/es.txt\"");
    let nasty = KeyPage { title: NASTY.into(), label: NASTY.into(), ..making() };
    draft_key(nasty, KEY).await.lacks("<script>alert").lacks("</title></textarea>");
}

#[tokio::test]
async fn a_copy_is_offered_after_the_second_proof_alone() {
    let page = draft_key(keyed(KeyState::Making { may_copy: false }), KEY).await;
    page.lacks("id=\"copy\"").has("href=\"/en/account/proof?next=%2Fen%2Faccount%2Fcampaigns%2Fkey%2Fd1\"");
    let copied = |copy| seen(SignersPage { copy, ..readable(Reading::Names) }, SIGNERS);
    copied(LockedCopy::None).await.lacks("id=\"passphrase\"").lacks("Delete the locked copy").lacks("data-copy");
    copied(LockedCopy::AsksProof)
        .await
        .lacks("id=\"passphrase\"")
        .has("href=\"/en/account/proof?next=%2Fen%2Faccount%2Fcampaigns%2Fsigners%2Fsafe-crossing\"")
        .has("Delete the locked copy");
    let ready = copied(LockedCopy::Ready).await;
    ready.has("id=\"passphrase\"").has("data-copy=\"/en/account/campaigns/signers/safe-crossing/copy\"");
    let list = ready.between("id=\"signers\"", "aria-labelledby=\"delete-copy\"");
    assert!(!list.contains("<form") && !list.contains(" name=\""), "{list}");
}

#[tokio::test]
async fn a_key_that_there_is_is_told_and_removed_while_it_can_be() {
    let made = |removable, copy| {
        let (id, day) = ("c9a3565ffde4f72b".to_owned(), "4 March 2026".to_owned());
        keyed(KeyState::Made(MadeKey { id, day, copy, removable }))
    };
    let page = draft_key(made(true, false), KEY).await;
    page.has("c9a3565ffde4f72b, made on 4 March 2026")
        .has("on the sheet alone")
        .has("value=\"remove\"")
        .lacks("/pkg/vault");
    let page = draft_key(made(false, true), KEY).await;
    page.has("locked with the passphrase").lacks("value=\"remove\"").has("its key stays");
    draft_key(keyed(KeyState::Closed), KEY).await.has("take it back first").lacks("/pkg/vault");
    let removed = format!("{KEY}?saved=removed");
    draft_key(keyed(KeyState::Making { may_copy: false }), &removed).await.has("The key is removed.");
    draft_key(made(true, false), &removed).await.lacks("The key is removed.");
}
