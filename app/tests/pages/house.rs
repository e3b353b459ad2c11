//! Renders a page as the server does, and what it takes to read it.

use crate::fake_accounts::FakeAccounts;
use crate::fake_audit::FakeAudit;
use crate::fake_drafts::FakeDrafts;
use crate::fake_exports::FakeExports;
use crate::fake_house::FakeHouse;
use crate::fake_invalidation::FakeInvalidation;
use crate::fake_keys::FakeKeys;
use crate::fake_moderation::FakeModeration;
use crate::fake_passkeys::FakePasskeys;
use crate::fake_reports::FakeReports;
use crate::fake_running::FakeRunning;
use crate::fake_settings::FakeSettings;
use crate::fake_staff::{FakeProofs, FakeStaff};
use crate::fake_teams::FakeTeams;
use crate::fake_updates::FakeUpdates;
use crate::fakes::Fakes;
use app::accounts::AccountsPort;
use app::accounts::passkeys::PasskeysPort;
use app::accounts::proof::ProofsPort;
use app::app::{App, shell};
use app::audit::AuditPort;
use app::campaigns::CampaignsPort;
use app::drafts::DraftsPort;
use app::exports::ExportsPort;
use app::house::HousePort;
use app::invalidation::InvalidationPort;
use app::keys::KeysPort;
use app::moderation::ModerationPort;
use app::reports::ReportsPort;
use app::running::RunningPort;
use app::settings::SettingsPort;
use app::signatures::SignaturesPort;
use app::site::Site;
use app::staff::StaffPort;
use app::teams::TeamsPort;
use app::updates::UpdatesPort;
use app::visitor::{Network, RequestId, Visitor};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use axum::response::Response;
use leptos::prelude::*;
use leptos_axum::AxumRouteListing;
use std::sync::{Arc, LazyLock};

/// The route table; making it also sets the executor that Leptos spawns its tasks on. Made once in this process: a resource that is first
/// asked for while it is being made never answers (leptos-rs/leptos#4773).
pub static ROUTES: LazyLock<Vec<AxumRouteListing>> = LazyLock::new(|| leptos_axum::generate_route_list(App));

pub struct Page {
    pub status: StatusCode,
    pub location: Option<String>,
    pub html: String,
}

pub fn site() -> Site {
    Site {
        name: "Undersigned".into(),
        origin: "https://undersigned.example".into(),
        country: app::signatures::Country::parse("MX"),
        dev_outbox: true,
        source_url: "https://example.org/undersigned".into(),
        contact: Some("hello@undersigned.example".into()),
    }
}

pub async fn get(path: &str) -> Page {
    render(Method::GET, path, || {}).await
}

pub async fn render(method: Method, path: &str, context: impl Fn() + Clone + Send + Sync + 'static) -> Page {
    LazyLock::force(&ROUTES);
    let visitor = Visitor { network: Network([0; 16]), cookie: None, session: None, passkey: None };
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::ACCEPT, "text/html")
        .extension(visitor)
        .extension(RequestId("b3f1-77ac".into()))
        .body(Body::empty())
        .unwrap();
    let options = LeptosOptions::builder().output_name("undersigned").build();
    let handler = leptos_axum::render_app_async_with_context(
        move || {
            provide_context::<CampaignsPort>(Arc::new(Fakes));
            provide_context::<SignaturesPort>(Arc::new(Fakes));
            provide_context::<AccountsPort>(Arc::new(FakeAccounts::default()));
            provide_context::<PasskeysPort>(Arc::new(FakePasskeys::default()));
            provide_context::<ProofsPort>(Arc::new(FakeProofs::default()));
            provide_context::<AuditPort>(Arc::new(FakeAudit));
            provide_context::<InvalidationPort>(Arc::new(FakeInvalidation::default()));
            provide_context::<StaffPort>(Arc::new(FakeStaff::default()));
            provide_context::<HousePort>(Arc::new(FakeHouse::default()));
            provide_context::<SettingsPort>(Arc::new(FakeSettings::default()));
            provide_context::<DraftsPort>(Arc::new(FakeDrafts::default()));
            provide_context::<ExportsPort>(Arc::new(FakeExports::default()));
            provide_context::<ReportsPort>(Arc::new(FakeReports::default()));
            provide_context::<KeysPort>(Arc::new(FakeKeys::default()));
            provide_context::<ModerationPort>(Arc::new(FakeModeration::default()));
            provide_context::<RunningPort>(Arc::new(FakeRunning::default()));
            provide_context::<TeamsPort>(Arc::new(FakeTeams::default()));
            provide_context::<UpdatesPort>(Arc::new(FakeUpdates::default()));
            provide_context(site());
            context();
        },
        move || shell(options.clone()),
    );
    read(handler(request).await).await
}

async fn read(response: Response) -> Page {
    let status = response.status();
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    // Marks that Leptos sets between texts, by which islands find their places.
    let html = String::from_utf8(bytes.to_vec()).unwrap().replace("<!>", "");
    Page { status, location, html }
}

impl Page {
    pub fn has(&self, text: &str) -> &Self {
        assert!(self.html.contains(text), "{text:?} is not in\n{}", self.html);
        self
    }

    pub fn lacks(&self, text: &str) -> &Self {
        assert!(!self.html.contains(text), "{text:?} is in\n{}", self.html);
        self
    }

    /// What stands between the first `from` after which comes a `to`.
    pub fn between(&self, from: &str, to: &str) -> &str {
        let start = self.html.find(from).unwrap_or_else(|| panic!("{from:?} is not in\n{}", self.html)) + from.len();
        let rest = &self.html[start..];
        &rest[..rest.find(to).unwrap_or_else(|| panic!("{to:?} does not follow {from:?}"))]
    }
}
