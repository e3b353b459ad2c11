use crate::fake_accounts::FakeAccounts;
use crate::fake_drafts::FakeDrafts;
use crate::fake_teams::FakeTeams;
use crate::house::{Page, render};
use app::accounts::AccountsPort;
use app::campaigns::Slug;
use app::drafts::{DraftsPort, StartForm, StartState};
use app::error::AppError;
use app::signatures::Problem;
use app::teams::{StuckTeam, StuckTeams, TeamForm, TeamProblem, TeamRole, TeamState, TeamsPort};
use app::typed::TextProblem;
use axum::http::{Method, StatusCode};
use leptos::prelude::provide_context;
use std::sync::Arc;

const TEAMS: &str = "/en/account/teams";
const TEAM: &str = "/en/account/teams/t1";
const JOIN: &str = "/en/account/teams/join/good";
const OWNER: FakeTeams = FakeTeams::As(TeamRole::Owner);

fn provide(who: FakeTeams) {
    provide_context::<AccountsPort>(Arc::new(FakeAccounts::signed_in("ana@example.org")));
    provide_context::<DraftsPort>(Arc::new(FakeDrafts::none()));
    provide_context::<TeamsPort>(Arc::new(who));
}

async fn seen(who: FakeTeams, path: &str) -> Page {
    render(Method::GET, path, move || provide(who)).await
}

async fn came_back<T: Clone + Send + Sync + 'static>(path: &str, context: T) -> Page {
    let context = move || {
        provide(OWNER);
        provide_context(context.clone());
    };
    render(Method::POST, path, context).await
}

fn refused(action: &str, problem: TeamProblem) -> TeamState {
    let form = TeamForm {
        action: action.into(),
        name: "a <name>".into(),
        email: "eve@nowhere".into(),
        to: "ivo@nowhere".into(),
        role: "owner".into(),
        campaign: "c1".into(),
        ..TeamForm::default()
    };
    TeamState { form, problem: Some(problem), failure: None }
}

#[tokio::test]
async fn owners_change_roles_and_members_only_look() {
    let page = seen(OWNER, TEAM).await;
    page.has("<title>Riders of line 9 – Undersigned</title>")
        .has("ben@example.org")
        .has("Role of ben@example.org</label>")
        .has("eve@example.org")
        .has("editor, if accepted by 9 March 2026")
        .has("offered to ivo@example.org until 9 March 2026")
        .has("name=\"action\" value=\"take_back\"")
        .has("&lt;script&gt;alert(1)")
        .lacks("<script>alert");
    // One's own entry has no button that removes.
    assert_eq!(page.html.matches("name=\"action\" value=\"remove\"").count(), 1);
    assert_eq!(page.html.matches("name=\"action\" value=\"role\"").count(), 2);
    for role in [TeamRole::Editor, TeamRole::Analyst] {
        let page = seen(FakeTeams::As(role), TEAM).await;
        page.has("ben@example.org").has("name=\"action\" value=\"leave\"").lacks("<select").lacks("Invite somebody");
        assert_eq!(page.html.matches("method=\"post\"").count(), 1, "leaving is all that they can do");
    }
    seen(OWNER, "/es/account/teams/t1").await.has("Papel de ben@example.org").has("Ceder una campaña");
    assert_eq!(seen(FakeTeams::Alone, TEAM).await.status, StatusCode::NOT_FOUND);
    let out = seen(FakeTeams::SignedOut, TEAM).await;
    assert_eq!(out.location.as_deref(), Some("/en/sign-in"));
}

#[tokio::test]
async fn offers_are_answered_where_all_teams_stand() {
    let page = seen(FakeTeams::As(TeamRole::Editor), TEAMS).await;
    page.has("href=\"/en/account/teams/t1\">Riders of line 9</a>")
        .has("A team without a name")
        .has("you are an editor")
        .has("until 9 March 2026")
        .has("<strong>Untitled</strong>")
        .lacks("<script>alert");
    // A campaign goes into a team that one owns, or into a new one.
    let options = page.between("<select id=\"team-0\"", "</select>");
    assert_eq!(options.matches("<option").count(), 2, "{options}");
    assert!(options.contains("value=\"t2\"") && options.contains("a new team of my own"), "{options}");
    seen(FakeTeams::Alone, TEAMS).await.has("You are in no team yet.").has("Make a team</button>").lacks("Take it");
    seen(FakeTeams::As(TeamRole::Editor), "/es/account/teams").await.has("tu papel: edición").has("Aceptarla</button>");
}

#[tokio::test]
async fn refused_forms_stand_as_they_were_typed_and_lead_to_their_fields() {
    let missing = TeamProblem::Address(Problem::NotAnAddress);
    let page = came_back(TEAM, refused("invite", missing)).await;
    page.has("<a href=\"#email\">That is not a complete").has("value=\"eve@nowhere\"").has("Nothing was saved.");
    assert!(page.between("id=\"email\"", ">").contains("aria-invalid=\"true\""));
    assert!(page.between("<select id=\"role\"", "</select>").contains("value=\"owner\" selected"));
    page.lacks("ivo@nowhere").lacks("to-error");

    let page = came_back(TEAM, refused("offer", missing)).await;
    page.has("<a href=\"#to\">").has("value=\"ivo@nowhere\"").has("id=\"to-error\"").lacks("eve@nowhere");
    let page = came_back(TEAM, refused("rename", TeamProblem::Name(TextProblem::TooLong(80)))).await;
    page.has("<a href=\"#name\">Use at most 80 characters").has("value=\"a &lt;name&gt;\"");
    came_back(TEAMS, refused("make", TeamProblem::Name(TextProblem::Missing))).await.has("<a href=\"#name\">Give the");
    came_back(TEAM, refused("leave", TeamProblem::NotSure)).await.has("<a href=\"#sure\">").has("id=\"sure-error\"");
    came_back(TEAM, refused("remove", TeamProblem::LastOwner)).await.has("<a href=\"#members\">A team keeps an owner.");
    came_back(TEAMS, refused("accept", TeamProblem::Waits)).await.has("<a href=\"#offers\">");
    came_back(JOIN, refused("", TeamProblem::Members(50))).await.has("<a href=\"#join\">A team has at most 50");
    let failure = TeamState { failure: Some(AppError::Busy { retry_after: 1 }), ..TeamState::default() };
    came_back(TEAM, failure).await.has("role=\"alert\"").has("in a minute");
}

#[tokio::test]
async fn an_invitation_is_for_whoever_it_was_mailed_to() {
    let page = seen(OWNER, JOIN).await;
    page.has("wants you as an owner").has("Join the team</button>").has("noindex").lacks("<script>alert");
    for who in [OWNER, FakeTeams::Alone] {
        let page = seen(who, "/en/account/teams/join/stale").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        page.has("This invitation does not work here").lacks("<form class=\"form card\"");
    }
    let out = seen(FakeTeams::SignedOut, JOIN).await;
    assert_eq!(out.location.as_deref(), Some("/en/sign-in?next=%2Fen%2Faccount%2Fteams%2Fjoin%2Fgood"));
    seen(OWNER, "/es/account/teams/join/good").await.has("Tu papel sería: titular.");
}

#[tokio::test]
async fn signing_in_may_lead_back_to_a_page_of_ours() {
    let page = render(Method::GET, "/en/sign-in?next=%2Fen%2Faccount%2Fteams", || {}).await;
    page.has("name=\"next\" value=\"/en/account/teams\"");
    render(Method::GET, "/en/sign-in?next=%2F%2Fevil.example%2Fen%2Faccount", || {}).await.lacks("name=\"next\"");
}

#[tokio::test]
async fn an_account_that_others_depend_on_is_not_closed() {
    let team = StuckTeam {
        id: "t1".into(),
        name: String::new(),
        campaigns: vec![(Slug::parse("night-bus").unwrap(), "Keep the <night> bus".into())],
    };
    let page = came_back("/en/account", StuckTeams(vec![team])).await;
    page.has("Your account cannot be closed yet")
        .has("href=\"/en/account/teams/t1\">A team without a name</a>")
        .has("href=\"/en/campaigns/night-bus\">Keep the &lt;night&gt; bus</a>");
}

#[tokio::test]
async fn a_campaign_is_started_in_a_team_in_which_one_writes() {
    let new = "/en/account/campaigns/new";
    let options = |page: &Page| page.between("<select id=\"team\"", "</select>").matches("<option").count();
    assert_eq!(options(&seen(FakeTeams::As(TeamRole::Editor), new).await), 2);
    seen(FakeTeams::As(TeamRole::Analyst), new).await.lacks("<select");
    seen(FakeTeams::Alone, new).await.lacks("<select");
    let form = StartForm { title: "Bus".into(), team: "t2".into(), ..StartForm::default() };
    let page = came_back(new, StartState { form, failure: Some(AppError::Internal), ..StartState::default() }).await;
    assert!(page.between("<select id=\"team\"", "</select>").contains("value=\"t2\" selected"));
}
