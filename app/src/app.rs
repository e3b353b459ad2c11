//! The document and the route table.

mod assets;
mod layout;

pub(crate) use assets::{Startup, VaultScript};

use crate::accounts::pages::{AccountPage, SignIn, SignInLink, SignInSent};
use crate::accounts::passkeys::PasskeysPage;
use crate::accounts::proof::SecondProof;
use crate::audit::pages::LogPageView;
use crate::campaigns::pages::{Campaign, EarlierTextPage, Home};
use crate::drafts::pages::{DraftPage, NewCampaign, Preview, SourcesPage, TextsPage};
use crate::error::{AppError, Failure};
use crate::exports::pages::{DashboardPage, HouseCounts};
use crate::house::pages::OverviewPage;
use crate::i18n::Lang;
use crate::invalidation::pages::{InvalidationPage, RulePage};
use crate::keys::pages::{DraftKeyPage, Readers, SignersListPage};
use crate::moderation::pages::{CampaignCasePage, CampaignsPage, CasePage, CataloguePage, QueuePage, ReasonsPage};
use crate::pictures::pages::PicturePage;
use crate::reports::pages::{ReportCampaign, ReportCasePage, ReportsPage};
use crate::running::pages::{RepliesPage, Run};
use crate::settings::pages::{BlocksPage, CampaignersPage, SettingsPage, SwitchesPage};
use crate::signatures::pages::{Confirm, Inbox, Signature, Thanks, Unsubscribe};
use crate::site::pages::{About, Privacy};
use crate::staff::pages::PeoplePage;
use crate::supporters::pages::{ConfirmSupport, Support, SupportersPage};
use crate::teams::pages::{JoinTeam, TeamPage, TeamsPage};
use crate::ui::ErrorPage;
use crate::updates::pages::{DecideUpdate, NewsPage, UpdatePage, UpdatePreview, UpdatesPage, WaitingUpdates};
use assets::Assets;
use layout::{InLanguage, Layout, page_lang};
use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute};
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

/// The whole document.
#[must_use]
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let assets = Assets::of(&options);
    let stylesheet = assets.stylesheet.clone();
    provide_context(assets);
    view! {
        <!DOCTYPE html>
        <html>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#fbf9f5" media="(prefers-color-scheme: light)"/>
                <meta name="theme-color" content="#14161a" media="(prefers-color-scheme: dark)"/>
                <script nonce=leptos::nonce::use_nonce()>{assets::THEME_SCRIPT}</script>
                <link rel="preload" href="/fonts/headline.woff2" r#as="font" r#type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=stylesheet/>
                <link rel="icon" href="/favicon.ico" sizes="32x32"/>
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/apple-touch-icon.png"/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Everything inside `<body>`.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let refused = use_context::<Failure>();
    view! {
        <Router>
            {match refused {
                Some(failure) => view! { <Refused failure=failure/> }.into_any(),
                None => view! { <Pages/> }.into_any(),
            }}
        </Router>
    }
}

/// The route table; addresses are those of [`crate::paths`].
#[component]
fn Pages() -> impl IntoView {
    let not_found = || view! { <Refused failure=Failure::from(AppError::NotFound)/> };
    view! {
        <Routes fallback=not_found>
            <ParentRoute path=path!("en") view=|| view! { <InLanguage lang=Lang::En/> } ssr=SsrMode::Async>
                <PagesOfALanguage/>
            </ParentRoute>
            <ParentRoute path=path!("es") view=|| view! { <InLanguage lang=Lang::Es/> } ssr=SsrMode::Async>
                <PagesOfALanguage/>
            </ParentRoute>
        </Routes>
    }
}

#[component(transparent)]
fn PagesOfALanguage() -> AnyNestedRoute {
    view! {
        <Route path=path!("") view=Home ssr=SsrMode::Async/>
        <Route path=path!("about") view=About ssr=SsrMode::Async/>
        <Route path=path!("privacy") view=Privacy ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug") view=Campaign ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug/inbox") view=Inbox ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug/confirm/:token") view=Confirm ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug/thanks") view=Thanks ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug/signature/:token") view=Signature ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug/unsubscribe/:token") view=Unsubscribe ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug/updates") view=NewsPage ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug/texts/:number") view=EarlierTextPage ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/texts/:slug") view=TextsPage ssr=SsrMode::Async/>
        <Route path=path!("sign-in") view=SignIn ssr=SsrMode::Async/>
        <Route path=path!("sign-in/sent") view=SignInSent ssr=SsrMode::Async/>
        <Route path=path!("sign-in/link/:token") view=SignInLink ssr=SsrMode::Async/>
        <Route path=path!("account") view=AccountPage ssr=SsrMode::Async/>
        <Route path=path!("account/proof") view=SecondProof ssr=SsrMode::Async/>
        <Route path=path!("account/passkeys") view=PasskeysPage ssr=SsrMode::Async/>
        <Route path=path!("house/log") view=LogPageView ssr=SsrMode::Async/>
        <Route path=path!("house/invalidation") view=InvalidationPage ssr=SsrMode::Async/>
        <Route path=path!("house/invalidation/:id") view=RulePage ssr=SsrMode::Async/>
        <Route path=path!("house/settings") view=SettingsPage ssr=SsrMode::Async/>
        <Route path=path!("house/settings/switches") view=SwitchesPage ssr=SsrMode::Async/>
        <Route path=path!("house/settings/blocked") view=BlocksPage ssr=SsrMode::Async/>
        <Route path=path!("house/settings/campaigners") view=CampaignersPage ssr=SsrMode::Async/>
        <Route path=path!("house/people") view=PeoplePage ssr=SsrMode::Async/>
        <Route path=path!("account/teams") view=TeamsPage ssr=SsrMode::Async/>
        <Route path=path!("account/teams/:id") view=TeamPage ssr=SsrMode::Async/>
        <Route path=path!("account/teams/join/:token") view=JoinTeam ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/new") view=NewCampaign ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/draft/:id") view=DraftPage ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/draft/:id/preview") view=Preview ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/supporters/:id") view=SupportersPage ssr=SsrMode::Async/>
        <Route path=path!("support/:token") view=Support ssr=SsrMode::Async/>
        <Route path=path!("support/confirm/:token") view=ConfirmSupport ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/draft/:id/picture") view=PicturePage ssr=SsrMode::Async/>
        <Route path=path!("review") view=QueuePage ssr=SsrMode::Async/>
        <Route path=path!("review/reasons") view=ReasonsPage ssr=SsrMode::Async/>
        <Route path=path!("review/campaigns") view=CampaignsPage ssr=SsrMode::Async/>
        <Route path=path!("review/campaigns/:slug/reading") view=Readers ssr=SsrMode::Async/>
        <Route path=path!("review/campaigns/:slug") view=CampaignCasePage ssr=SsrMode::Async/>
        <Route path=path!("review/reports") view=ReportsPage ssr=SsrMode::Async/>
        <Route path=path!("review/reports/:id") view=ReportCasePage ssr=SsrMode::Async/>
        <Route path=path!("campaigns/:slug/report") view=ReportCampaign ssr=SsrMode::Async/>
        <Route path=path!("review/catalogue") view=CataloguePage ssr=SsrMode::Async/>
        <Route path=path!("review/campaign/:id") view=CasePage ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/run/:slug") view=Run ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/signers/:slug") view=SignersListPage ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/key/:id") view=DraftKeyPage ssr=SsrMode::Async/>
        <Route path=path!("review/replies") view=RepliesPage ssr=SsrMode::Async/>
        <Route path=path!("account/counts/:slug/links") view=SourcesPage ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/updates/:slug") view=UpdatesPage ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/updates/:slug/:id") view=UpdatePage ssr=SsrMode::Async/>
        <Route path=path!("account/campaigns/updates/:slug/:id/preview") view=UpdatePreview ssr=SsrMode::Async/>
        <Route path=path!("review/updates") view=WaitingUpdates ssr=SsrMode::Async/>
        <Route path=path!("review/updates/:id") view=DecideUpdate ssr=SsrMode::Async/>
        <Route path=path!("account/counts/:slug") view=DashboardPage ssr=SsrMode::Async/>
        <Route path=path!("house") view=OverviewPage ssr=SsrMode::Async/>
        <Route path=path!("house/counts") view=HouseCounts ssr=SsrMode::Async/>
    }
    .into_inner()
    .into_any_nested_route()
}

/// An error page in the place of a page.
#[component]
fn Refused(failure: Failure) -> impl IntoView {
    let lang = page_lang();
    provide_context(lang);
    view! {
        <Layout lang=lang>
            <ErrorPage failure=failure/>
        </Layout>
    }
}
