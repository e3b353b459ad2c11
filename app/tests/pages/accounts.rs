use crate::fake_accounts::FakeAccounts;
use crate::fake_drafts::FakeDrafts;
use crate::fakes::NASTY;
use crate::house::{Page, get, render, site};
use app::accounts::{AccountForm, AccountsPort, AskForm, Role, ShownCode, SignInCodeForm};
use app::drafts::DraftsPort;
use app::error::{AppError, Failure};
use app::form::{FieldError, FormState};
use app::i18n::{Lang, sign_in_subject};
use app::signatures::{Field, Problem, SignError};
use app::site::Site;
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

/// A page as this browser sees it.
async fn seen(who: FakeAccounts, path: &str) -> Page {
    render(Method::GET, path, move || provide(&who)).await
}

fn provide(who: &FakeAccounts) {
    provide_context::<DraftsPort>(Arc::new(FakeDrafts { signed_in: who.signed_in.is_some(), ..FakeDrafts::none() }));
    provide_context::<AccountsPort>(Arc::new(who.clone()));
}

/// A page whose form this browser has sent, with what the server says of it.
async fn came_back<T: Clone + Send + Sync + 'static>(who: FakeAccounts, path: &str, context: T) -> Page {
    render(Method::POST, path, move || {
        provide(&who);
        provide_context(context.clone());
    })
    .await
}

fn refused<T>(input: T, field: Field, problem: Problem) -> FormState<T, SignError> {
    FormState { input, errors: vec![FieldError { field, problem }], failure: None }
}

#[tokio::test]
async fn signing_in_asks_for_an_address_and_for_no_password() {
    let page = get("/en/sign-in").await;
    page.has("<title>Sign in – Undersigned</title>")
        .has("Signing a campaign needs no account.")
        .has("type=\"email\"")
        .has("autocomplete=\"email\"")
        .lacks("type=\"password\"")
        .lacks("role=\"status\"");
    assert_eq!(page.status, StatusCode::OK);
    get("/es/sign-in").await.has("Iniciar sesión – Undersigned").has("Para firmar una campaña no hace falta cuenta.");
    get("/en").await.has("<a href=\"/en/sign-in\">For campaigners</a>");
    get("/es").await.has("<a href=\"/es/sign-in\">Para quienes llevan campañas</a>");
}

#[tokio::test]
async fn what_was_done_is_said_where_it_leads() {
    get("/en/sign-in?saved=out").await.has("You are signed out in this browser.");
    get("/es/sign-in?saved=closed").await.has("Tu cuenta está cerrada");
    get("/en/sign-in?saved=else").await.lacks("role=\"status\"");
    let ana = FakeAccounts::signed_in("ana@example.org");
    seen(ana.clone(), "/en/account?saved=ended").await.has("The other browser is signed out.");
    seen(ana, "/en/account").await.lacks("role=\"status\"");
}

#[tokio::test]
async fn a_refused_address_stands_as_it_was_typed() {
    let state = refused(AskForm { email: NASTY.into(), ..AskForm::default() }, Field::Email, Problem::NotAnAddress);
    let page = came_back(FakeAccounts::default(), "/en/sign-in", state).await;
    page.has("One thing needs another look")
        .has("<a href=\"#email\">")
        .has("aria-describedby=\"email-help email-error\"")
        .lacks("<script>alert");
    assert!(page.between("id=\"email\"", ">").contains("&lt;/title&gt;"));
    let state = FormState::<_, SignError> {
        input: AskForm { email: "ana@example.org".into(), ..AskForm::default() },
        errors: Vec::new(),
        failure: Some(AppError::TooMany { retry_after: 90 }),
    };
    let page = came_back(FakeAccounts::default(), "/es/sign-in", state).await;
    page.has("value=\"ana@example.org\"").has("dentro de 2 minutos");
}

#[tokio::test]
async fn whoever_is_signed_in_is_led_to_the_account_and_nobody_else() {
    let ana = FakeAccounts::signed_in("ana@example.org");
    for (who, path, to) in
        [(ana, "/en/sign-in", "/en/account"), (FakeAccounts::default(), "/es/account", "/es/sign-in")]
    {
        let page = seen(who, path).await;
        assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some(to)), "{path}");
        page.has(&format!("<a href=\"{to}\">"));
    }
}

#[tokio::test]
async fn the_page_after_asking_tells_what_to_look_for() {
    let page = seen(FakeAccounts::asked(NASTY), "/en/sign-in/sent").await;
    page.has("&lt;script&gt;alert(1)")
        .lacks("<script>alert")
        .has("href=\"/en/sign-in#email\"")
        .has("“Undersigned: your sign-in link”")
        .has("for 15 minutes")
        .has("href=\"/dev/outbox\"")
        .has("When nothing comes")
        .has("a page that you opened yourself");
    let field = page.between("id=\"code\"", ">");
    assert!(field.contains("one-time-code") && field.contains("numeric"), "{field}");
    let house = Site { name: "The <Common> House".into(), dev_outbox: false, ..site() };
    let page = render(Method::GET, "/es/sign-in/sent", move || {
        provide_context::<AccountsPort>(Arc::new(FakeAccounts::asked("ana@example.org")));
        provide_context(house.clone());
    })
    .await;
    page.has("«The &lt;Common&gt; House: tu enlace para iniciar sesión»").has("ana@example.org").lacks("/dev/outbox");
    assert_eq!(sign_in_subject(Lang::Es, "La casa"), "La casa: tu enlace para iniciar sesión");
}

#[tokio::test]
async fn a_browser_that_has_not_asked_is_led_to_asking() {
    for (lang, text) in [("en", "has not asked for a link"), ("es", "no ha pedido ningún enlace")] {
        let page = get(&format!("/{lang}/sign-in/sent")).await;
        page.has(text).has(&format!("href=\"/{lang}/sign-in\">")).lacks("name=\"code\"");
    }
}

#[tokio::test]
async fn digits_that_do_not_fit_are_refused_beside_their_field() {
    let form = || SignInCodeForm { code: "123 457".into() };
    for (problem, text) in
        [(Problem::WrongCode, "These digits do not fit."), (Problem::Missing, "Enter the six digits")]
    {
        let state = refused(form(), Field::SignInCode, problem);
        came_back(FakeAccounts::asked("ana@example.org"), "/en/sign-in/sent", state)
            .await
            .has("value=\"123 457\"")
            .has("<a href=\"#code\">")
            .has("id=\"code-error\"")
            .has(text);
    }
}

#[tokio::test]
async fn a_link_signs_in_where_it_was_asked_for_and_shows_a_code_elsewhere() {
    get("/en/sign-in/link/here").await.has("<button type=\"submit\" class=\"button\">Sign in</button>");
    get("/es/sign-in/link/elsewhere")
        .await
        .has("Este enlace lo pidió otro navegador")
        .has("Mostrar el código</button>");
    for (lang, warning) in [
        (
            "en",
            "Type this only into a page that you opened yourself. Whoever asks you for it in a message or on the telephone wants",
        ),
        ("es", "Quien te lo pida en un mensaje o por teléfono quiere entrar en tu cuenta."),
    ] {
        let path = format!("/{lang}/sign-in/link/used-by-now");
        let page = came_back(FakeAccounts::default(), &path, ShownCode("012345".into())).await;
        page.has(">012 345</p>").has(warning).lacks("<button type=\"submit\" class=\"button\"").has("noindex");
    }
    let state =
        FormState::<(), SignError> { input: (), errors: Vec::new(), failure: Some(AppError::Busy { retry_after: 5 }) };
    let page = came_back(FakeAccounts::default(), "/en/sign-in/link/here", state).await;
    page.has("role=\"alert\"").has("in a minute").has("Sign in</button>");
}

#[tokio::test]
async fn a_link_that_does_not_work_leads_to_a_new_one() {
    for (path, status, text) in [
        ("/en/sign-in/link/stale", 404, "is older than 15 minutes"),
        ("/es/sign-in/link/stale", 404, "tiene más de 15 minutos"),
        ("/en/sign-in/link/busy", 503, "To the sign-in page"),
    ] {
        let page = get(path).await;
        assert_eq!(page.status.as_u16(), status, "{path}");
        page.has(text).lacks("A signature");
        let back = page.between("<p class=\"back\">", "</p>");
        assert!(back.contains(&format!("href=\"{}/sign-in\"", &path[..3])), "{back}");
    }
    let refused = Failure::from(AppError::LinkInvalid);
    let page = came_back(FakeAccounts::default(), "/es/sign-in/link/stale", refused).await;
    page.has("Ir a la página de inicio de sesión").has("tiene más de 15 minutos");
    let nowhere = get("/en/sign-in/nowhere").await;
    nowhere.has("All campaigns").lacks("To the sign-in page");
}

#[tokio::test]
async fn the_account_shows_where_it_is_signed_in() {
    let page = seen(FakeAccounts::signed_in(NASTY), "/en/account").await;
    assert_eq!(page.status, StatusCode::OK);
    page.has("&lt;script&gt;alert(1)")
        .lacks("<script>alert")
        .has("This browser, since 3 March 2026")
        .has("Another browser, since 3 March 2026, last seen on 9 March 2026")
        .has("name=\"session\" value=\"other\"")
        .lacks("value=\"mine\"")
        .has("href=\"/en/account/data\"")
        .has("aria-describedby=\"session-1\" class=\"button-quiet\">Sign out there</button>");
    for action in ["sign_out", "end", "close"] {
        assert_eq!(page.html.matches(&format!("name=\"action\" value=\"{action}\"")).count(), 1, "{action}");
    }
    let box_tag = page.between("id=\"sure\"", ">");
    assert!(!box_tag.contains("checked") && !box_tag.contains("aria-invalid"), "{box_tag}");
    seen(FakeAccounts::signed_in("ana@example.org"), "/es/account")
        .await
        .has("<strong class=\"address\">ana@example.org</strong>")
        .has("Otro navegador, desde el 3 de marzo de 2026")
        .has("Sí, cerrar mi cuenta");
}

#[tokio::test]
async fn closing_without_the_tick_is_told_beside_the_box() {
    let form = AccountForm { action: "close".into(), ..AccountForm::default() };
    let state = refused(form, Field::Sure, Problem::Missing);
    let page = came_back(FakeAccounts::signed_in("ana@example.org"), "/en/account", state).await;
    page.has("<a href=\"#sure\">Tick the box").has("id=\"sure-error\"");
    let box_tag = page.between("id=\"sure\"", ">");
    assert!(box_tag.contains("sure-help sure-error") && box_tag.contains("aria-invalid=\"true\""), "{box_tag}");
}

#[tokio::test]
async fn pages_of_an_account_are_not_to_be_found_and_bring_no_script() {
    let (asked, ana) = (FakeAccounts::asked("ana@example.org"), FakeAccounts::signed_in("ana@example.org"));
    for (who, path) in [
        (FakeAccounts::default(), "/en/sign-in"),
        (asked, "/en/sign-in/sent"),
        (FakeAccounts::default(), "/en/sign-in/sent"),
        (FakeAccounts::default(), "/en/sign-in/link/here"),
        (FakeAccounts::default(), "/en/sign-in/link/elsewhere"),
        (ana, "/en/account"),
    ] {
        let page = seen(who, path).await;
        page.has("name=\"robots\" content=\"noindex\"").lacks("canonical").lacks("type=\"module\"").lacks(" style=");
    }
}

#[tokio::test]
async fn the_account_leads_into_the_rooms_that_its_role_may_enter() {
    seen(FakeAccounts::with_role(Role::Campaigner), "/en/account").await.lacks("house-nav");
    seen(FakeAccounts::with_role(Role::Moderator), "/en/account")
        .await
        .has("<a href=\"/en/review\">Review</a>")
        .lacks("/en/house");
    seen(FakeAccounts::with_role(Role::Admin), "/es/account")
        .await
        .has("aria-label=\"La casa\"")
        .has("<a href=\"/es/house/counts\">Recuentos</a>")
        .has("<a href=\"/es/house/log\">Registro</a>")
        .has("<a href=\"/es/review\">Revisión</a>")
        .lacks("aria-current");
}
