//! A server of three campaigns without a database, for looking at pages.

use app::campaigns::{
    CampaignList, CampaignPage, CampaignSummary, Campaigns, Changed, CountCheck, EarlierText, Fact, Facts, FormOptions,
    Reading, ReasonsMode, Removal, Reply, ShownReason, ShownUpdate, Slug, Target,
};
use app::error::AppError;
use app::i18n::Lang;
use app::signatures::{
    Accepted, CodeForm, ConfirmForm, Decision, Inbox, ManageForm, Mine, Pending, SignAnswer, SignForm, SignatureState,
    Signatures, Step, Subscription, Thanks,
};
use app::visitor::Visitor;
use async_trait::async_trait;
use std::time::Duration;

/// What tries to get out of every place that a text is put into.
pub const NASTY: &str = "</title></textarea>\"><script>alert(1)</script>&amp;";

#[derive(Default)]
pub struct Fakes;

pub fn slug(text: &str) -> Slug {
    Slug::parse(text).unwrap_or_else(|| unreachable!("{text} is a slug"))
}

fn options() -> FormOptions {
    FormOptions { reading: Reading::Contact, reasons: ReasonsMode::Reviewed, asks_postcode: true }
}

pub fn campaign(lang: Lang) -> CampaignPage {
    CampaignPage {
        slug: slug("halt-deportations"),
        title: "Halt the deportations".into(),
        text_lang: lang.code().into(),
        languages: vec!["en".into(), "es".into()],
        started_by: "Committee for Immigrant Workers’ Rights".into(),
        summary: "Arrests have more than quadrupled. We demand that it stops.".into(),
        story_html: "<p>The government has set itself a <a href=\"https://example.org\">goal</a>.</p>".into(),
        demands: vec!["An immediate halt to deportations.".into(), "The release of all detainees.".into()],
        targets: vec![Target { name: "the government of the United States".into(), office: None }],
        facts: Some(Facts {
            title: "Arrests by immigration agents".into(),
            sentence: "More than four times the figure of Obama’s first term".into(),
            unit: "arrests per week".into(),
            note: "The sources differ.".into(),
            rows: vec![
                Fact {
                    label: "Obama, first term".into(),
                    value: 640,
                    shown: "640".into(),
                    source: "As reported".into(),
                },
                Fact {
                    label: "Late 2025".into(),
                    value: 2600,
                    shown: "about 2,600".into(),
                    source: "Washington Post".into(),
                },
            ],
        }),
        picture: None,
        consent: "By signing I support the demands above.".into(),
        count: 12_431,
        goal: 15_000,
        closes: Some("31 March 2027".into()),
        open: true,
        changed: None,
        form: options(),
        unread: false,
        reply: Reply::NotDue,
        reasons: vec![
            ShownReason {
                name: Some("Teresa Żuławska".into()),
                reason: "My neighbour drove the bus.".into(),
                lang: "en".into(),
            },
            ShownReason { name: None, reason: "Porque mi madre tiene miedo.".into(), lang: "es".into() },
        ],
        updates: vec![
            ShownUpdate {
                id: "u2".into(),
                title: "The committee listened".into(),
                html: "<p>On <strong>Monday</strong>.</p>".into(),
                lang: "en".into(),
                day: "4 March 2026".into(),
            },
            ShownUpdate {
                id: "u1".into(),
                title: "Entregamos las firmas".into(),
                html: "<p>Gracias.</p>".into(),
                lang: "es".into(),
                day: "2 March 2026".into(),
            },
        ],
        more_updates: true,
        removals: vec![
            Removal {
                n: Some(1_204),
                day: "5 March 2026".into(),
                reason: "Sent by a program.".into(),
                reason_lang: "en".into(),
                restored: None,
            },
            Removal {
                n: None,
                day: "3 March 2026".into(),
                reason: "Enviadas por un programa.".into(),
                reason_lang: "es".into(),
                restored: Some("4 March 2026".into()),
            },
        ],
        share_url: "https://undersigned.example/campaigns/halt-deportations".into(),
    }
}

fn summary(page: &CampaignPage) -> CampaignSummary {
    CampaignSummary {
        slug: page.slug.clone(),
        title: page.title.clone(),
        text_lang: page.text_lang.clone(),
        summary: page.summary.clone(),
        targets: page.targets.clone(),
        count: page.count,
        goal: page.goal,
        closes: page.closes.clone(),
        open: page.open,
    }
}

/// As long as a database may take: long enough for the rest of the page to be written meanwhile.
async fn a_moment() {
    tokio::time::sleep(Duration::from_millis(3)).await;
}

#[async_trait]
impl Campaigns for Fakes {
    fn moment(&self) -> (i64, u64) {
        (0, 0)
    }

    async fn earlier(&self, lang: Lang, slug: &Slug, number: i64) -> Result<EarlierText, AppError> {
        let page = self.find(lang, slug).await?;
        match number {
            1 => Ok(EarlierText {
                from: "1 March 2026".into(),
                until: "3 March 2026".into(),
                before: None,
                page: CampaignPage { title: format!("What was asked before {NASTY}"), changed: None, ..page },
            }),
            _ => Err(AppError::NotFound),
        }
    }

    async fn list(&self, lang: Lang, query: &str, page: u32) -> Result<CampaignList, AppError> {
        let all = ["halt-deportations", "safe-crossing", "library-sundays"];
        let mut campaigns = Vec::new();
        for name in all {
            let page = self.find(lang, &slug(name)).await?;
            if page.title.to_lowercase().contains(&query.to_lowercase()) {
                campaigns.push(summary(&page));
            }
        }
        Ok(CampaignList { campaigns, page, more: page == 1 && query.is_empty() })
    }

    async fn why_hidden(&self, _: Lang, _: &Slug) -> Result<Vec<String>, AppError> {
        Ok(vec![NASTY.into()])
    }

    async fn last_check(&self, _: Lang) -> Result<Option<CountCheck>, AppError> {
        a_moment().await;
        Ok(Some(CountCheck { day: "4 March 2026".into(), campaigns: 3, difference: 0 }))
    }

    async fn find(&self, lang: Lang, slug: &Slug) -> Result<CampaignPage, AppError> {
        a_moment().await;
        let campaign = CampaignPage { slug: slug.clone(), ..campaign(lang) };
        match slug.as_str() {
            "halt-deportations" => Ok(campaign),
            "safe-crossing" => Ok(CampaignPage {
                title: "Un cruce seguro frente a la escuela".into(),
                text_lang: "es".into(),
                languages: vec!["es".into()],
                count: 0,
                closes: None,
                reasons: Vec::new(),
                updates: Vec::new(),
                more_updates: false,
                removals: Vec::new(),
                facts: None,
                form: FormOptions { reading: Reading::None, reasons: ReasonsMode::Off, asks_postcode: false },
                ..campaign
            }),
            "library-sundays" => {
                let title = "Open the library on Sundays".into();
                let changed = Some(Changed { day: "3 March 2026".into(), earlier: 1 });
                Ok(CampaignPage { title, open: false, changed, reply: Reply::Waiting(12), ..campaign })
            }
            "nasty" => {
                let reply = Reply::Given {
                    by: NASTY.into(),
                    html: "<p>We shall <em>look into it</em>.</p>".into(),
                    day: "3 March 2026".into(),
                    link: Some("https://city.example.org/letter".into()),
                    text_lang: lang.code().into(),
                };
                Ok(CampaignPage {
                    title: NASTY.into(),
                    summary: NASTY.into(),
                    started_by: NASTY.into(),
                    reply,
                    ..campaign
                })
            }
            "hidden-one" => Err(AppError::Gone),
            "broken-one" => Err(AppError::Internal),
            "busy-one" => Err(AppError::Busy { retry_after: 5 }),
            _ => Err(AppError::NotFound),
        }
    }
}

#[async_trait]
impl Signatures for Fakes {
    async fn sign(&self, _: &Visitor, lang: Lang, slug: &Slug, form: &SignForm) -> Result<SignAnswer, AppError> {
        if form.name.starts_with("Busy") {
            return Err(AppError::Busy { retry_after: 5 });
        }
        let options = self.find(lang, slug).await?.form;
        Ok(match form.validate(options) {
            Ok(_) => SignAnswer::Accepted(Accepted { cookie: "u=1; Path=/".into() }),
            Err(errors) => SignAnswer::Refused(errors),
        })
    }

    async fn inbox(&self, _: &Visitor, lang: Lang, slug: &Slug) -> Result<Inbox, AppError> {
        let page = self.find(lang, slug).await?;
        Ok(Inbox { title: page.title, text_lang: page.text_lang, address: Some("maria@gmail.com".into()) })
    }

    async fn confirm_by_code(
        &self,
        _: &Visitor,
        _: Lang,
        _: &Slug,
        form: &CodeForm,
    ) -> Result<Option<Accepted>, AppError> {
        Ok((form.code.starts_with('1')).then(|| Accepted { cookie: "u=1; Path=/".into() }))
    }

    async fn pending(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Step, AppError> {
        let page = self.find(lang, slug).await?;
        match token {
            "used" => Ok(Step::Manage("mine".into())),
            "good" => Ok(Step::Confirm(Pending {
                title: page.title,
                text_lang: page.text_lang,
                public_name: Some("Teresa".into()),
                reason: Some("Because.".into()),
            })),
            _ => Err(AppError::LinkInvalid),
        }
    }

    async fn confirm(&self, _: Lang, _: &Slug, _: &str, _: &ConfirmForm) -> Result<Accepted, AppError> {
        Ok(Accepted { cookie: "u=1; Path=/".into() })
    }

    async fn thanks(&self, _: &Visitor, lang: Lang, slug: &Slug) -> Result<Thanks, AppError> {
        let page = self.find(lang, slug).await?;
        Ok(Thanks {
            slug: page.slug,
            title: page.title,
            text_lang: page.text_lang,
            count: page.count,
            goal: page.goal,
            share_url: page.share_url,
            confirmed: slug.as_str() == "halt-deportations",
            manage: Some("mine".into()),
        })
    }

    async fn mine(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Mine, AppError> {
        let page = self.find(lang, slug).await?;
        if token != "mine" {
            return Err(AppError::LinkInvalid);
        }
        Ok(Mine {
            slug: page.slug,
            title: page.title,
            text_lang: page.text_lang,
            state: SignatureState::Confirmed,
            public_name: Some("Teresa".into()),
            reason: Some("Because.".into()),
            in_review: true,
            updates: false,
        })
    }

    async fn subscription(&self, lang: Lang, slug: &Slug, token: &str) -> Result<Subscription, AppError> {
        if token != "stop" {
            return Err(AppError::LinkInvalid);
        }
        let campaign = self.find(lang, slug).await.ok();
        Ok(Subscription { campaign: campaign.map(|page| (page.slug, page.title, page.text_lang)) })
    }

    async fn unsubscribe(&self, slug: &Slug, token: &str) -> Result<(), AppError> {
        self.subscription(Lang::En, slug, token).await.map(drop)
    }

    async fn manage(&self, lang: Lang, slug: &Slug, token: &str, form: &ManageForm) -> Result<Mine, AppError> {
        let mine = self.mine(lang, slug, token).await?;
        let hidden = Mine { public_name: None, reason: None, ..mine.clone() };
        Ok(match form.decision {
            Decision::Hide => hidden,
            Decision::StopUpdates => Mine { updates: false, ..mine },
            Decision::Withdraw => Mine { state: SignatureState::Withdrawn, ..hidden },
        })
    }
}
