use crate::{
    clock::SystemEntropy,
    config::PublicUrl,
    exports::{Download, Files},
    http::{Health, HttpOptions, Services, router},
    mail::MemoryOutbox,
};
use app::{
    accounts::passkeys::{Ceremony, PasskeyChange, PasskeyForm, PasskeyProblem, Passkeys, PasskeysView, Question},
    accounts::proof::{ProofAnswer, ProofForm, ProofView, Proofs},
    accounts::{
        self, Account, AccountChange, AccountForm, Accounts, AskForm, Asked, Invitation, LinkUsed, SignInCodeForm,
    },
    audit::{Audit, LogFilter, LogPage},
    campaigns::{
        CampaignList, CampaignPage, CampaignSummary, Campaigns, CountCheck, EarlierText, FormOptions, Reading,
        ReasonsMode, Reply, Slug, Target,
    },
    drafts::{
        Draft, DraftForm, DraftProblem, DraftSummary, Drafts, OwnCampaign, OwnSources, OwnTexts, Saved, StartForm,
        Started,
    },
    error::AppError,
    exports::{CountsPage, CountsQuery, Dashboard, Exports, Format},
    house,
    i18n::Lang,
    invalidation::{ActAnswer, Invalidation, InvalidationAct, InvalidationList, InvalidationView, RuleForm},
    keys::{KeyForm, KeyPage, KeyProblem, Keys, ReadingForm, ReadingPage, ReadingProblem, SealedPart, SignersPage},
    moderation::{
        CampaignFilter, CampaignRows, Case, CaseAction, CaseAnswer, CaseForm, GroundAction, GroundAnswer, GroundForm,
        GroundRow, HideAnswer, Moderation, PublicCase, Queue, QueueFilter, ReasonFilter, ReasonRows,
    },
    pictures::{OwnPicture, PictureFile, PictureForm, Pictures, Put},
    reports::{CloseAnswer, Outcome, ReportAnswer, ReportForm, ReportList, ReportPage, ReportedCampaign, Reports},
    running::{Ran, ReplyForm, RunForm, RunPage, Running, WaitingReply},
    settings::{
        BlocksAnswer, BlocksForm, CampaignerAnswer, CampaignerForm, Campaigners, HouseSettings, Public, PublicState,
        Settings, SettingsAnswer, SettingsForm, SwitchValues, SwitchesAnswer, SwitchesForm,
    },
    signatures::{
        Accepted, CodeForm, ConfirmForm, Inbox, ManageForm, Mine, Pending, SignAnswer, SignForm, SignatureState,
        Signatures, Step, Subscription, Thanks,
    },
    staff::{People, PeopleAnswer, PeopleForm, Staff},
    supporters::{OwnSupport, Supported, Supporters},
    teams::{Answered, Changed, Invited, MyTeams, OfferForm, Team, TeamForm, TeamProblem, Teams},
    updates::{News, Update, UpdateAct, UpdateDecision, UpdateForm, UpdateList, UpdateSaved, Updates, WaitingUpdate},
    visitor::Visitor,
};
use async_trait::async_trait;
use axum::{Router, body::Body, extract::ConnectInfo};
use http::{HeaderMap, Method, Request, StatusCode, header::HeaderName};
use std::{net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tower::ServiceExt;

pub const COOKIE: &str = "undersigned=sealed; Path=/; HttpOnly; SameSite=Lax";
const OPTIONS: FormOptions =
    FormOptions { reading: Reading::Names, reasons: ReasonsMode::Reviewed, asks_postcode: true };

/// Ports that answer by what they are asked for: the local part of the address, the code, the token.
pub struct Fakes;

fn slug() -> Slug {
    Slug::parse("safe-crossing").unwrap()
}

fn accepted() -> Accepted {
    Accepted { cookie: COOKIE.to_owned() }
}

#[async_trait]
impl house::House for Fakes {
    async fn role(&self, _: &Visitor) -> Result<accounts::Role, AppError> {
        Ok(accounts::Role::Campaigner)
    }

    async fn overview(&self, _: &Visitor) -> Result<house::Overview, AppError> {
        Err(AppError::SignIn)
    }

    async fn retry_mails(&self, _: &Visitor) -> Result<u64, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Campaigns for Fakes {
    fn moment(&self) -> (i64, u64) {
        (0, 0)
    }

    async fn list(&self, lang: Lang, _query: &str, page: u32) -> Result<CampaignList, AppError> {
        let campaign = CampaignSummary {
            slug: Slug::parse(&format!("campaign-{page}")).unwrap(),
            title: "A safe crossing".into(),
            text_lang: lang.code().into(),
            summary: "For all.".into(),
            targets: Vec::new(),
            count: 12,
            goal: 100,
            closes: None,
            open: true,
        };
        Ok(CampaignList { campaigns: vec![campaign], page, more: page < 3 })
    }

    async fn earlier(&self, _: Lang, _: &Slug, _: i64) -> Result<EarlierText, AppError> {
        Err(AppError::NotFound)
    }

    async fn why_hidden(&self, _: Lang, _: &Slug) -> Result<Vec<String>, AppError> {
        Ok(vec!["It calls for hatred.".into()])
    }

    async fn last_check(&self, _: Lang) -> Result<Option<CountCheck>, AppError> {
        Ok(None)
    }

    async fn find(&self, lang: Lang, wanted: &Slug) -> Result<CampaignPage, AppError> {
        match wanted.as_str() {
            "panics" => panic!("ana@example.org is {}", "here"),
            "slow" => tokio::time::sleep(Duration::from_secs(3_600)).await,
            "hidden" => return Err(AppError::Gone),
            "nowhere" => return Err(AppError::NotFound),
            _ => {}
        }
        Ok(CampaignPage {
            slug: wanted.clone(),
            title: "A safe crossing".into(),
            text_lang: lang.code().into(),
            languages: vec!["en".into()],
            started_by: "Parents".into(),
            summary: "For all.".into(),
            story_html: "<p>Story.</p>".into(),
            demands: vec!["A crossing.".into()],
            targets: vec![Target { name: "the city".into(), office: None }],
            facts: None,
            picture: None,
            consent: "I agree.".into(),
            count: 12,
            goal: 100,
            closes: None,
            open: true,
            changed: None,
            form: OPTIONS,
            unread: false,
            reply: Reply::NotDue,
            reasons: Vec::new(),
            updates: Vec::new(),
            more_updates: false,
            removals: Vec::new(),
            share_url: "http://127.0.0.1:3000/campaigns/safe-crossing".into(),
        })
    }
}

#[async_trait]
impl Pictures for Fakes {
    async fn read(&self, _: &Visitor, _: Lang, _: &str) -> Result<OwnPicture, AppError> {
        Err(AppError::SignIn)
    }

    async fn put(&self, _: &Visitor, _: &str, _: &PictureForm, _: Option<Vec<u8>>) -> Result<Put, AppError> {
        Err(AppError::SignIn)
    }

    async fn remove(&self, _: &Visitor, _: &str) -> Result<Put, AppError> {
        Err(AppError::SignIn)
    }

    async fn of_draft(&self, _: &Visitor, _: &str, _: &PictureFile) -> Result<Vec<u8>, AppError> {
        Err(AppError::SignIn)
    }

    async fn for_review(&self, _: &Visitor, _: &str, _: &PictureFile) -> Result<Vec<u8>, AppError> {
        Err(AppError::SignIn)
    }

    async fn public(&self, _: &PictureFile) -> Result<Vec<u8>, AppError> {
        Err(AppError::NotFound)
    }
}

#[async_trait]
impl Invalidation for Fakes {
    async fn list(&self, _: &Visitor, _: Lang) -> Result<InvalidationList, AppError> {
        Err(AppError::SignIn)
    }

    async fn start(&self, _: &Visitor, _: Lang, _: &RuleForm) -> Result<app::invalidation::Started, AppError> {
        Err(AppError::SignIn)
    }

    async fn read(&self, _: &Visitor, _: Lang, _: &str) -> Result<InvalidationView, AppError> {
        Err(AppError::SignIn)
    }

    async fn act(&self, _: &Visitor, _: &str, _: InvalidationAct) -> Result<ActAnswer, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Accounts for Fakes {
    async fn ask(&self, _: &Visitor, _: Lang, form: &AskForm) -> Result<Asked, AppError> {
        match form.email.as_str() {
            "ana@example.org" => Ok(Asked::Accepted(Accepted { cookie: COOKIE.into() })),
            _ => Err(AppError::Internal),
        }
    }

    fn asked(&self, _: &Visitor) -> Option<String> {
        None
    }

    async fn invitation(&self, _: &Visitor, _: &str) -> Result<Invitation, AppError> {
        Err(AppError::LinkInvalid)
    }

    async fn use_link(&self, _: &Visitor, _: Lang, _: &str) -> Result<LinkUsed, AppError> {
        Err(AppError::LinkInvalid)
    }

    async fn use_code(&self, _: &Visitor, _: Lang, _: &SignInCodeForm) -> Result<Option<Accepted>, AppError> {
        Ok(None)
    }

    async fn account(&self, _: &Visitor, _: Lang) -> Result<Option<Account>, AppError> {
        Ok(None)
    }

    async fn change(&self, _: &Visitor, _: Lang, _: &AccountForm) -> Result<Option<AccountChange>, AppError> {
        Ok(None)
    }

    async fn export(&self, _: &Visitor) -> Result<Option<String>, AppError> {
        Ok(None)
    }
}

#[async_trait]
impl Proofs for Fakes {
    async fn view(&self, _: &Visitor, _: &str) -> Result<ProofView, AppError> {
        Err(AppError::SignIn)
    }

    async fn give(&self, _: &Visitor, _: Lang, _: &ProofForm) -> Result<ProofAnswer, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Passkeys for Fakes {
    fn work_here(&self) -> bool {
        false
    }

    async fn start(&self, _: &Visitor, _: Ceremony) -> Result<Question, AppError> {
        Err(AppError::NotFound)
    }

    async fn sign_in(&self, _: &Visitor, _: Lang, _: &str) -> Result<Result<Accepted, PasskeyProblem>, AppError> {
        Err(AppError::NotFound)
    }

    async fn prove(&self, _: &Visitor, _: &str) -> Result<Result<(), PasskeyProblem>, AppError> {
        Err(AppError::SignIn)
    }

    async fn list(&self, _: &Visitor, _: Lang) -> Result<PasskeysView, AppError> {
        Err(AppError::SignIn)
    }

    async fn change(
        &self,
        _: &Visitor,
        _: Lang,
        _: &PasskeyForm,
    ) -> Result<Result<PasskeyChange, PasskeyProblem>, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Audit for Fakes {
    async fn page(&self, _: &Visitor, _: &LogFilter) -> Result<LogPage, AppError> {
        Err(AppError::SignIn)
    }

    async fn csv(&self, _: &Visitor, _: &LogFilter) -> Result<String, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Staff for Fakes {
    async fn people(&self, _: &Visitor, _: Lang) -> Result<People, AppError> {
        Err(AppError::SignIn)
    }

    async fn change(&self, _: &Visitor, _: Lang, _: &PeopleForm) -> Result<PeopleAnswer, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Settings for Fakes {
    async fn read(&self, _: &Visitor) -> Result<(HouseSettings, i64), AppError> {
        Err(AppError::SignIn)
    }

    async fn save(&self, _: &Visitor, _: &SettingsForm) -> Result<SettingsAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn blocks(&self, _: &Visitor) -> Result<BlocksForm, AppError> {
        Err(AppError::SignIn)
    }

    async fn save_blocks(&self, _: &Visitor, _: &BlocksForm) -> Result<BlocksAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn switches(&self, _: &Visitor) -> Result<(SwitchValues, i64), AppError> {
        Err(AppError::SignIn)
    }

    async fn save_switches(&self, _: &Visitor, _: &SwitchesForm) -> Result<SwitchesAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn campaigners(&self, _: &Visitor, _: Lang, _: u32) -> Result<Campaigners, AppError> {
        Err(AppError::SignIn)
    }

    async fn change_campaigners(&self, _: &Visitor, _: Lang, _: &CampaignerForm) -> Result<CampaignerAnswer, AppError> {
        Err(AppError::SignIn)
    }
}

impl Public for Fakes {
    fn now(&self) -> Arc<PublicState> {
        Arc::default()
    }
}

#[async_trait]
impl Drafts for Fakes {
    async fn mine(&self, _: &Visitor, _: Lang) -> Result<Option<(Vec<DraftSummary>, Vec<OwnCampaign>)>, AppError> {
        Ok(None)
    }

    async fn may_start(&self, _: &Visitor) -> Result<Option<bool>, AppError> {
        Ok(None)
    }

    async fn start(&self, _: &Visitor, _: Lang, _: &StartForm) -> Result<Option<Started>, AppError> {
        Ok(None)
    }

    async fn read(&self, _: &Visitor, _: Lang, _: &str) -> Result<Option<Draft>, AppError> {
        Ok(None)
    }

    async fn save(&self, _: &Visitor, _: &str, _: i64, _: bool, _: &DraftForm) -> Result<Option<Saved>, AppError> {
        Ok(None)
    }

    async fn take_back(&self, _: &Visitor, _: &str) -> Result<Option<()>, AppError> {
        Ok(None)
    }

    async fn delete(&self, _: &Visitor, _: &str) -> Result<Option<()>, AppError> {
        Ok(None)
    }

    async fn preview(&self, _: &Visitor, _: Lang, _: &str) -> Result<Option<CampaignPage>, AppError> {
        Ok(None)
    }

    async fn texts(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<Option<OwnTexts>, AppError> {
        Ok(None)
    }

    async fn change_texts(&self, _: &Visitor, _: &Slug) -> Result<Option<String>, AppError> {
        Ok(None)
    }

    async fn sources(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<Option<OwnSources>, AppError> {
        Ok(None)
    }

    async fn set_sources(&self, _: &Visitor, _: &Slug, _: &str) -> Result<Option<Result<(), DraftProblem>>, AppError> {
        Ok(None)
    }
}

#[async_trait]
impl Moderation for Fakes {
    async fn queue(&self, _: &Visitor, _: &QueueFilter) -> Result<Queue, AppError> {
        Err(AppError::SignIn)
    }

    async fn case(&self, _: &Visitor, _: Lang, _: &str) -> Result<Option<Case>, AppError> {
        Err(AppError::SignIn)
    }

    async fn act(&self, _: &Visitor, _: &str, _: CaseAction, _: &CaseForm) -> Result<CaseAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn catalogue(&self, _: &Visitor) -> Result<Vec<GroundRow>, AppError> {
        Err(AppError::SignIn)
    }

    async fn change_catalogue(&self, _: &Visitor, _: GroundAction, _: &GroundForm) -> Result<GroundAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn campaigns(&self, _: &Visitor, _: &CampaignFilter) -> Result<CampaignRows, AppError> {
        Err(AppError::SignIn)
    }

    async fn campaign(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<PublicCase, AppError> {
        Err(AppError::SignIn)
    }

    async fn hide(&self, _: &Visitor, _: &Slug, _: &[String]) -> Result<HideAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn refuse(&self, _: &Visitor, _: &Slug, _: &[String]) -> Result<HideAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn approve(&self, _: &Visitor, _: &Slug) -> Result<HideAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn show(&self, _: &Visitor, _: &Slug) -> Result<HideAnswer, AppError> {
        Err(AppError::SignIn)
    }

    async fn reasons(&self, _: &Visitor, _: &ReasonFilter) -> Result<ReasonRows, AppError> {
        Err(AppError::SignIn)
    }

    async fn decide_reasons(&self, _: &Visitor, _: bool, _: &[String]) -> Result<u32, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Reports for Fakes {
    async fn about(&self, lang: Lang, slug: &Slug) -> Result<ReportedCampaign, AppError> {
        self.find(lang, slug).await?;
        Ok(ReportedCampaign { slug: slug.clone(), title: "A safe crossing".into(), text_lang: lang.code().into() })
    }

    async fn report(&self, _: &Visitor, _: Lang, _: &Slug, form: &ReportForm) -> Result<ReportAnswer, AppError> {
        Ok(form.validate().map_or_else(ReportAnswer::Refused, |_| ReportAnswer::Accepted))
    }

    async fn list(&self, _: &Visitor, _: Lang, _: bool, _: u32) -> Result<ReportList, AppError> {
        Err(AppError::SignIn)
    }

    async fn read(&self, _: &Visitor, _: Lang, _: &str) -> Result<ReportPage, AppError> {
        Err(AppError::SignIn)
    }

    async fn close(&self, _: &Visitor, _: &str, _: Outcome) -> Result<CloseAnswer, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Keys for Fakes {
    async fn signers(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<SignersPage, AppError> {
        Err(AppError::SignIn)
    }

    async fn sealed(&self, _: &Visitor, _: &Slug, _: SealedPart, _: Option<[u8; 16]>) -> Result<Vec<u8>, AppError> {
        Err(AppError::SignIn)
    }

    async fn copy(&self, _: &Visitor, _: &Slug) -> Result<Vec<u8>, AppError> {
        Err(AppError::SignIn)
    }

    async fn delete_copy(&self, _: &Visitor, _: &Slug) -> Result<(), AppError> {
        Err(AppError::SignIn)
    }

    async fn draft(&self, _: &Visitor, _: Lang, _: &str) -> Result<KeyPage, AppError> {
        Err(AppError::SignIn)
    }

    async fn set(&self, _: &Visitor, _: &str, _: &KeyForm) -> Result<Result<(), KeyProblem>, AppError> {
        Err(AppError::SignIn)
    }

    async fn remove(&self, _: &Visitor, _: &str) -> Result<(), AppError> {
        Err(AppError::SignIn)
    }

    async fn reading(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<ReadingPage, AppError> {
        Err(AppError::SignIn)
    }

    async fn set_reading(
        &self,
        _: &Visitor,
        _: &Slug,
        _: &ReadingForm,
    ) -> Result<Result<(), ReadingProblem>, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Teams for Fakes {
    async fn mine(&self, _: &Visitor, _: Lang) -> Result<MyTeams, AppError> {
        Err(AppError::SignIn)
    }

    async fn team(&self, _: &Visitor, _: Lang, _: &str) -> Result<Team, AppError> {
        Err(AppError::SignIn)
    }

    async fn change(&self, _: &Visitor, _: Lang, _: &str, _: &TeamForm) -> Result<Changed, AppError> {
        Err(AppError::SignIn)
    }

    async fn answer(&self, _: &Visitor, _: Lang, _: &OfferForm) -> Result<Answered, AppError> {
        Err(AppError::SignIn)
    }

    async fn invitation(&self, _: &Visitor, _: &str) -> Result<Invited, AppError> {
        Err(AppError::SignIn)
    }

    async fn join(&self, _: &Visitor, _: Lang, _: &str) -> Result<Result<String, TeamProblem>, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Exports for Fakes {
    async fn dashboard(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<Dashboard, AppError> {
        Err(AppError::SignIn)
    }

    async fn counts(&self, _: &Visitor, _: &CountsQuery) -> Result<CountsPage, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Files for Fakes {
    async fn house(&self, _: &Visitor, _: CountsQuery, _: Format) -> Result<Download, AppError> {
        Err(AppError::SignIn)
    }

    async fn providers(&self, _: &Visitor, _: Format) -> Result<Download, AppError> {
        Err(AppError::SignIn)
    }

    async fn team(&self, _: &Visitor, _: &Slug, _: CountsQuery, _: Format) -> Result<Download, AppError> {
        Err(AppError::SignIn)
    }
}

#[async_trait]
impl Updates for Fakes {
    async fn list(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<UpdateList, AppError> {
        Err(AppError::SignIn)
    }

    async fn start(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<Option<String>, AppError> {
        Err(AppError::SignIn)
    }

    async fn read(&self, _: &Visitor, _: Lang, _: &Slug, _: &str) -> Result<Update, AppError> {
        Err(AppError::SignIn)
    }

    async fn save(
        &self,
        _: &Visitor,
        _: &Slug,
        _: &str,
        _: i64,
        _: bool,
        _: &UpdateForm,
    ) -> Result<UpdateSaved, AppError> {
        Err(AppError::SignIn)
    }

    async fn act(&self, _: &Visitor, _: &Slug, _: &str, _: UpdateAct) -> Result<bool, AppError> {
        Err(AppError::SignIn)
    }

    async fn news(&self, lang: Lang, slug: &Slug, page: u32) -> Result<News, AppError> {
        let found = self.find(lang, slug).await?;
        let (title, text_lang) = (found.title, found.text_lang);
        Ok(News { slug: found.slug, title, text_lang, updates: Vec::new(), page, more: false })
    }

    async fn waiting(&self, _: &Visitor, _: Lang) -> Result<Vec<WaitingUpdate>, AppError> {
        Err(AppError::SignIn)
    }

    async fn waiting_one(&self, _: &Visitor, _: Lang, _: &str) -> Result<WaitingUpdate, AppError> {
        Err(AppError::SignIn)
    }

    async fn decide(&self, _: &Visitor, _: &str, _: i64, _: UpdateDecision, _: &str) -> Result<bool, AppError> {
        Err(AppError::SecondProof)
    }
}

#[async_trait]
impl Signatures for Fakes {
    async fn sign(&self, _: &Visitor, _: Lang, slug: &Slug, form: &SignForm) -> Result<SignAnswer, AppError> {
        self.find(Lang::En, slug).await?;
        match form.email.split('@').next() {
            Some("often") => Err(AppError::TooMany { retry_after: 60 }),
            Some("busy") => Err(AppError::Busy { retry_after: 2 }),
            Some("broken") => Err(AppError::Internal),
            _ => Ok(form.validate(OPTIONS).map_or_else(SignAnswer::Refused, |_| SignAnswer::Accepted(accepted()))),
        }
    }

    async fn inbox(&self, visitor: &Visitor, lang: Lang, _: &Slug) -> Result<Inbox, AppError> {
        let title = "A safe crossing".into();
        Ok(Inbox { title, text_lang: lang.code().into(), address: visitor.cookie.clone() })
    }

    async fn confirm_by_code(
        &self,
        _: &Visitor,
        _: Lang,
        _: &Slug,
        form: &CodeForm,
    ) -> Result<Option<Accepted>, AppError> {
        Ok((form.code == "12345678").then(accepted))
    }

    async fn pending(&self, lang: Lang, _: &Slug, token: &str) -> Result<Step, AppError> {
        check(token)?;
        let (title, text_lang) = ("A safe crossing".into(), lang.code().into());
        Ok(Step::Confirm(Pending { title, text_lang, public_name: None, reason: None }))
    }

    async fn confirm(&self, _: Lang, _: &Slug, token: &str, _: &ConfirmForm) -> Result<Accepted, AppError> {
        check(token).map(|()| accepted())
    }

    async fn thanks(&self, _: &Visitor, lang: Lang, _: &Slug) -> Result<Thanks, AppError> {
        Ok(Thanks {
            slug: slug(),
            title: "A safe crossing".into(),
            text_lang: lang.code().into(),
            count: 13,
            goal: 100,
            share_url: "http://127.0.0.1:3000/campaigns/safe-crossing".into(),
            confirmed: true,
            manage: None,
        })
    }

    async fn mine(&self, lang: Lang, _: &Slug, token: &str) -> Result<Mine, AppError> {
        check(token)?;
        Ok(Mine {
            slug: slug(),
            title: "A safe crossing".into(),
            text_lang: lang.code().into(),
            state: SignatureState::Confirmed,
            public_name: None,
            reason: None,
            in_review: false,
            updates: false,
        })
    }

    async fn subscription(&self, _: Lang, _: &Slug, token: &str) -> Result<Subscription, AppError> {
        check(token).map(|()| Subscription { campaign: None })
    }

    async fn unsubscribe(&self, slug: &Slug, token: &str) -> Result<(), AppError> {
        if slug.as_str() == "busy" {
            return Err(AppError::Busy { retry_after: 2 });
        }
        check(token)
    }

    async fn manage(&self, lang: Lang, slug: &Slug, token: &str, _: &ManageForm) -> Result<Mine, AppError> {
        Signatures::mine(self, lang, slug, token).await
    }
}

fn check(token: &str) -> Result<(), AppError> {
    if token == "token" { Ok(()) } else { Err(AppError::LinkInvalid) }
}

#[async_trait]
impl Running for Fakes {
    async fn read(&self, _: &Visitor, _: Lang, _: &Slug) -> Result<RunPage, AppError> {
        Err(AppError::SignIn)
    }

    async fn change(&self, _: &Visitor, _: &Slug, _: &RunForm) -> Result<Ran, AppError> {
        Err(AppError::SignIn)
    }

    async fn waiting(&self, _: &Visitor, _: Lang) -> Result<Vec<WaitingReply>, AppError> {
        Err(AppError::SecondProof)
    }

    async fn decide(&self, _: &Visitor, _: &ReplyForm) -> Result<Ran, AppError> {
        Err(AppError::SecondProof)
    }
}

#[async_trait]
impl Supporters for Fakes {
    async fn own(&self, _: &Visitor, _: &str) -> Result<OwnSupport, AppError> {
        Err(AppError::SignIn)
    }

    async fn open(&self, _: &Visitor, _: &str) -> Result<(), AppError> {
        Err(AppError::SignIn)
    }

    async fn close(&self, _: &Visitor, _: &str) -> Result<(), AppError> {
        Err(AppError::SignIn)
    }

    async fn page(&self, _: Lang, _: &str) -> Result<CampaignPage, AppError> {
        Err(AppError::LinkInvalid)
    }

    async fn support(&self, _: &Visitor, _: Lang, _: &str, _: &AskForm) -> Result<Supported, AppError> {
        Err(AppError::LinkInvalid)
    }

    async fn asked(&self, _: &str) -> Result<(), AppError> {
        Err(AppError::LinkInvalid)
    }

    async fn confirm(&self, _: &str) -> Result<(), AppError> {
        Err(AppError::LinkInvalid)
    }
}

#[async_trait]
impl Health for Fakes {
    async fn ready(&self) -> bool {
        true
    }
}

pub fn services() -> Services {
    Services {
        accounts: Arc::new(Fakes),
        proofs: Arc::new(Fakes),
        passkeys: Arc::new(Fakes),
        audit: Arc::new(Fakes),
        invalidation: Arc::new(Fakes),
        staff: Arc::new(Fakes),
        house: Arc::new(Fakes),
        settings: Arc::new(Fakes),
        public: Arc::new(Fakes),
        drafts: Arc::new(Fakes),
        exports: Arc::new(Fakes),
        keys: Arc::new(Fakes),
        supporters: Arc::new(Fakes),
        teams: Arc::new(Fakes),
        moderation: Arc::new(Fakes),
        pictures: Arc::new(Fakes),
        reports: Arc::new(Fakes),
        running: Arc::new(Fakes),
        updates: Arc::new(Fakes),
        files: Arc::new(Fakes),
        campaigns: Arc::new(Fakes),
        signatures: Arc::new(Fakes),
        health: Arc::new(Fakes),
        outbox: Some(Arc::new(MemoryOutbox::new())),
    }
}

pub fn options() -> HttpOptions {
    HttpOptions {
        name: "Undersigned".into(),
        public_url: PublicUrl::parse("http://127.0.0.1:3000").unwrap(),
        loopback: true,
        trusted_hops: 0,
        source_url: String::new(),
        contact: None,
        site_root: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../public")),
        body_limit: 4_096,
        deadline: Duration::from_secs(5),
        max_requests: 4,
        entropy: Arc::new(SystemEntropy),
    }
}

/// A server with these options.
pub struct House(pub Router);

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl House {
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    pub fn with(change: impl FnOnce(&mut HttpOptions)) -> Self {
        let mut options = options();
        change(&mut options);
        Self(router(services(), options))
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], "").await
    }

    /// A form as a browser of this site sends it.
    pub async fn post(&self, path: &str, body: &str) -> Answer {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
        self.send(Method::POST, path, &headers, body).await
    }

    pub async fn send(&self, method: Method, path: &str, headers: &[(&'static str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path).header("host", "127.0.0.1:3000");
        for (name, value) in headers.iter().filter(|(name, _)| *name != "host") {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::from(body.to_owned())).unwrap();
        for (_, value) in headers.iter().filter(|(name, _)| *name == "host") {
            request.headers_mut().insert(HeaderName::from_static("host"), value.parse().unwrap());
        }
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 50_000))));
        self.ask(request).await
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.0.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }
}
