use crate::fake_accounts::FakeAccounts;
use crate::fake_drafts::{FakeDrafts, whole};
use crate::fake_exports::{FakeExports, empty, full, row};
use crate::fakes::{NASTY, slug};
use crate::house::{Page, get, render};
use app::accounts::AccountsPort;
use app::drafts::DraftsPort;
use app::error::AppError;
use app::exports::{
    CampaignChoice, CountsField, CountsPage, CountsProblem, Dashboard, ExportsPort, Preview, Providers,
};
use app::i18n::Lang;
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const COUNTS: &str = "/en/account/counts/safe-crossing";
const RECUENTOS: &str = "/es/account/counts/safe-crossing";

async fn seen(who: FakeExports, path: &str) -> Page {
    render(Method::GET, path, move || provide_context::<ExportsPort>(Arc::new(who.clone()))).await
}

async fn counts(dashboard: Dashboard) -> Page {
    seen(FakeExports::of(dashboard), COUNTS).await
}

#[tokio::test]
async fn only_a_campaigns_team_sees_its_counts() {
    let page = get(COUNTS).await;
    assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")));
    for path in [COUNTS, "/en/account/counts/No-Slug", "/en/account/counts/halt-deportations"] {
        assert_eq!(seen(FakeExports::none(), path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let other = seen(FakeExports::of(full(Lang::En)), "/en/account/counts/halt-deportations").await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn counts_are_told_drawn_and_listed() {
    let page = counts(full(Lang::En)).await;
    assert_eq!(page.status, StatusCode::OK);
    page.has("<title>Counts: Un cruce seguro – Undersigned</title>")
        .has("name=\"robots\" content=\"noindex\"")
        .has("<a href=\"/en/account\">Your account</a>")
        .has("<a href=\"/en/campaigns/safe-crossing\" lang=\"es\" dir=\"ltr\">Un cruce seguro</a>")
        .has("<strong>12,431</strong> confirmed signatures, at this moment")
        .has("Groups of fewer than ten signatures are together under “All others”")
        .has("No day brought more signatures than 4 March 2026: 150 of 250.")
        .has("No country brought more signatures than Mexico: 120 of 250.")
        .has("No source brought more signatures than “QR code”: 200 of 250.")
        .has("As of 4 March 2026 (time zone America/Mexico_City)")
        .lacks("Not enough signatures")
        .lacks("The bars show the last")
        .lacks("style=");
    let country = page.between("id=\"country\"", "</section>");
    for text in [
        "<rect width=\"100.00\" height=\"1\"",
        "<rect width=\"25.00\" height=\"1\"",
        "<th scope=\"row\">Spain</th><td class=\"num\">30</td>",
        "<th scope=\"row\">All others</th><td class=\"num\">100</td></tr></tbody>",
        "href=\"/en/account/counts/safe-crossing/country.csv\" aria-describedby=\"country\">Download as CSV</a>",
    ] {
        assert!(country.contains(text), "{text} is not in\n{country}");
    }
    let day = page.between("id=\"day\"", "</section>");
    assert!(day.find("3 March 2026</span>") < day.find("4 March 2026</span>"), "{day}");
    assert!(!day.contains("All others"), "{day}");
    for text in [
        "points=\"0,100 1000,0\"",
        "<line x1=\"1000\" x2=\"1000\" y1=\"0\" y2=\"300\" class=\"chart-mark\">",
        "<li>10,000 signatures on 4 March 2026</li>",
        "<th scope=\"row\">3 March 2026</th><td class=\"num\">100</td>",
    ] {
        assert!(day.contains(text), "{text} is not in\n{day}");
    }
    page.has("<dt>Today</dt><dd>fewer than ten</dd>").has("<dt>This week</dt><dd>1,250</dd>");
    let funnel = page.between("id=\"funnel\"", "</section>");
    for text in [
        "300 forms were sent and 250 signatures confirmed",
        "<span class=\"bars-label\">Forms sent</span>",
        "<rect width=\"83.33\" height=\"1\"",
        "25 of them were confirmed within ten seconds of signing",
        "<th scope=\"row\">4 March 2026</th><td class=\"num\">160</td><td class=\"num\">155</td><td class=\"num\">12</td><td class=\"num\">150</td><td class=\"num\">25</td>",
        "href=\"/en/account/counts/safe-crossing/funnel.csv\" aria-describedby=\"funnel\">",
    ] {
        assert!(funnel.contains(text), "{text} is not in\n{funnel}");
    }
    // What a source is called is for the page to say.
    page.has("<th scope=\"row\">Nothing said</th>").lacks("NONE");
}

#[tokio::test]
async fn counts_are_told_in_spanish() {
    let page = seen(FakeExports::of(full(Lang::Es)), RECUENTOS).await;
    page.has("<title>Recuentos: Un cruce seguro – Undersigned</title>")
        .has("<a href=\"/es/campaigns/safe-crossing\">Un cruce seguro</a>")
        .has("<strong>12.431</strong> firmas confirmadas en este momento")
        .has("«Todas las demás»")
        .has("Ningún día hubo más firmas que el 4 de marzo de 2026: 150 de 250.")
        .has("De ningún país llegaron más firmas que de México: 120 de 250.")
        .has("Ningún origen aportó más firmas que «Código QR»: 200 de 250.")
        .has("Hasta el 4 de marzo de 2026 inclusive (zona horaria America/Mexico_City)")
        .has("<th scope=\"row\">Todas las demás</th>")
        .has("<dt>Hoy</dt><dd>menos de diez</dd>")
        .has("<li>10.000 firmas el 4 de marzo de 2026</li>")
        .has("se enviaron 300 formularios y se confirmaron 250 firmas")
        .has("href=\"/es/account/counts/safe-crossing/day.csv\"");
    let none = seen(FakeExports::of(empty(Lang::Es)), RECUENTOS).await;
    none.has("<strong>1</strong> firma confirmada en este momento").has("Todavía no hay bastantes firmas");
    let million = Dashboard { count: 2_000_000, ..empty(Lang::Es) };
    seen(FakeExports::of(million), RECUENTOS).await.has("<strong>2.000.000</strong> de firmas confirmadas");
}

#[tokio::test]
async fn a_breakdown_that_would_give_someone_away_is_not_shown() {
    let page = counts(empty(Lang::En)).await;
    page.has("<strong>1</strong> confirmed signature, at this moment").lacks("<table").lacks(".csv").lacks("As of");
    let said = page.html.matches("Not enough signatures yet to show this without giving anyone away.").count();
    assert_eq!(said, 4);
    let mut only_rest = empty(Lang::En);
    only_rest.breakdowns[0].rest = 12;
    counts(only_rest).await.lacks("<table").lacks("12 of 12");
}

#[tokio::test]
async fn many_groups_are_drawn_by_the_largest_sixty_and_all_listed() {
    let mut dashboard = full(Lang::En);
    dashboard.breakdowns[1].rows = (1..=61).map(|n| row("", &format!("Place {n}."), 99 - n)).collect();
    let page = counts(dashboard).await;
    let country = page.between("id=\"country\"", "</section>");
    assert_eq!((country.matches("<rect").count(), country.matches("<th scope=\"row\">").count()), (60, 62));
    assert!(country.contains("Place 1.</span>") && !country.contains("Place 61.</span>"), "{country}");
    assert!(country.contains("The bars show the largest 60 of 61 groups."), "{country}");
}

#[tokio::test]
async fn no_title_gets_out_of_its_place() {
    let mut dashboard = Dashboard { title: NASTY.into(), ..full(Lang::En) };
    dashboard.breakdowns[1].rows[0].label = NASTY.into();
    let page = counts(dashboard).await;
    page.lacks("<script>alert").lacks("</title></textarea>").has("<title>Counts: &lt;/title&gt;&lt;/textarea&gt;");
    assert_eq!(page.html.matches("</title>").count(), 1);
}

#[tokio::test]
async fn the_account_leads_to_the_counts_of_what_is_public() {
    for (path, link) in [
        (
            "/en/account",
            "href=\"/en/account/counts/safe-crossing\" aria-describedby=\"title-safe-crossing\">Counts</a>",
        ),
        (
            "/es/account",
            "href=\"/es/account/counts/safe-crossing\" aria-describedby=\"title-safe-crossing\">Recuentos</a>",
        ),
    ] {
        let page = render(Method::GET, path, || {
            provide_context::<AccountsPort>(Arc::new(FakeAccounts::signed_in("ana@example.org")));
            provide_context::<DraftsPort>(Arc::new(FakeDrafts::of(whole())));
        })
        .await;
        page.has(link).has("id=\"title-safe-crossing\"");
        assert_eq!(page.html.matches("/account/counts/").count(), 1, "a draft has no counts");
    }
}

/// An admin before an export.
async fn house(page: CountsPage, path: &str) -> Page {
    let who = FakeExports { counts: Ok(page), ..FakeExports::none() };
    seen(who, path).await
}

fn counts_page() -> CountsPage {
    let campaign = CampaignChoice { slug: slug("safe-crossing"), title: NASTY.into(), text_lang: "es".into() };
    let rows = vec![
        vec!["safe-crossing".into(), "MX".into(), "12".into()],
        vec!["safe-crossing".into(), "(others)".into(), "30".into()],
    ];
    let head = ["campaign", "country", "signatures"].map(str::to_owned).into();
    CountsPage {
        campaigns: vec![campaign],
        errors: Vec::new(),
        preview: Some(Preview { head, words: 2, rows, more: true }),
        providers: Providers {
            rows: [("gmail.com", [60, 58, 0, 50]), ("other", [40, 30, 10, 20]), ("(others)", [15, 12, 0, 10])]
                .map(|(name, numbers)| (name.to_owned(), numbers.into()))
                .into(),
        },
    }
}

#[tokio::test]
async fn an_admin_sees_the_first_rows_of_the_file() {
    let asked = "?campaign=safe-crossing&by=country&by=&exact=on";
    let page = house(counts_page(), &format!("/en/house/counts{asked}")).await;
    page.has("<title>Export counts – Undersigned</title>")
        .has("name=\"robots\" content=\"noindex\"")
        .has("aria-current=\"page\">Counts</a>")
        .has("id=\"campaign-0\" name=\"campaign\" value=\"safe-crossing\" checked")
        .has("id=\"by-country\" name=\"by\" value=\"country\" checked")
        .has("These are the first 2 rows. More follow in the file. These rows are exact")
        .has("<th scope=\"col\" class=\"num\">signatures</th>")
        .has("(others)</td><td class=\"num\">30</td>")
        .lacks("<script>alert");
    let form = page.between("<form method=\"post\" action=\"/en/house/counts\"", "</form>");
    for field in
        ["name=\"campaign\" value=\"safe-crossing\"", "name=\"by\" value=\"country\"", "name=\"exact\" value=\"on\""]
    {
        assert_eq!(form.matches(field).count(), 1, "{field} in {form}");
    }
    for format in ["csv", "xlsx", "json"] {
        assert!(form.contains(&format!("name=\"format\" value=\"{format}\"")), "{form}");
    }
    let providers = page.between("id=\"providers\"", "</section>");
    for text in [
        "<th scope=\"row\">gmail.com</th><td class=\"num\">60</td><td class=\"num\">58</td><td class=\"num\">0</td><td class=\"num\">50</td>",
        "<th scope=\"row\">All others</th><td class=\"num\">55</td><td class=\"num\">42</td><td class=\"num\">10</td><td class=\"num\">30</td>",
        "name=\"of\" value=\"providers\"",
        "name=\"format\" value=\"csv\"",
    ] {
        assert!(providers.contains(text), "{text} is not in {providers}");
    }
    let none = house(CountsPage { providers: Providers::default(), ..counts_page() }, "/en/house/counts").await;
    none.has("Not enough forms yet to show this");
    let pagina = house(counts_page(), "/es/house/counts").await;
    pagina
        .has("<title>Exportar recuentos – Undersigned</title>")
        .has("Los grupos pequeños van juntos")
        .has("Descargar en CSV")
        .has("Por proveedor de correo")
        .has("Todos los demás");
}

#[tokio::test]
async fn what_is_wrong_with_a_query_stands_at_its_field() {
    let errors = vec![(CountsField::To, CountsProblem::Order), (CountsField::By, CountsProblem::HourAlone)];
    let page = house(
        CountsPage { errors, preview: None, providers: Providers::default(), ..counts_page() },
        "/en/house/counts?to=2026-03-01&by=hour",
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.has("<a href=\"#to\">The last day is before the first.</a>")
        .has("id=\"to-error\"")
        .has("aria-describedby=\"days-help to-error\" aria-invalid=\"true\"")
        .has("id=\"by\" name=\"by\" aria-describedby=\"by-error\" aria-invalid=\"true\"")
        .lacks("name=\"format\"");
}

#[tokio::test]
async fn the_export_is_for_admins() {
    let page = get("/en/house/counts").await;
    assert_eq!((page.status, page.location.as_deref()), (StatusCode::FOUND, Some("/en/sign-in")));
    let late = FakeExports { counts: Err(AppError::SecondProof), ..FakeExports::none() };
    let page = seen(late, "/en/house/counts?exact=on").await;
    assert_eq!(page.location.as_deref(), Some("/en/account/proof?next=%2Fen%2Fhouse%2Fcounts%3Fexact%3Don"));
    let moderator = FakeExports { counts: Err(AppError::NotFound), ..FakeExports::none() };
    assert_eq!(seen(moderator, "/en/house/counts").await.status, StatusCode::NOT_FOUND);
}
