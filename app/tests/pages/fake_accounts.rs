//! Accounts without a database: what one browser is, and what a link is told by its token.

use app::accounts::{
    Account, AccountChange, AccountForm, AccountSession, Accounts, AskForm, Asked, Invitation, LinkUsed, Role,
    SignInCodeForm,
};
use app::error::AppError;
use app::form::FieldError;
use app::i18n::Lang;
use app::signatures::{Accepted, Field};
use app::visitor::Visitor;
use async_trait::async_trait;

/// A browser: whether it has asked for a link, and whether it is signed in.
#[derive(Clone, Default)]
pub struct FakeAccounts {
    pub asked: Option<String>,
    pub signed_in: Option<String>,
    pub role: Role,
}

impl FakeAccounts {
    pub fn asked(email: &str) -> Self {
        Self { asked: Some(email.into()), ..Self::default() }
    }

    pub fn signed_in(email: &str) -> Self {
        Self { signed_in: Some(email.into()), ..Self::default() }
    }

    pub fn with_role(role: Role) -> Self {
        Self { role, ..Self::signed_in("mod@example.org") }
    }
}

fn accepted() -> Accepted {
    Accepted { cookie: "s=1; Path=/".into() }
}

#[async_trait]
impl Accounts for FakeAccounts {
    async fn ask(&self, _: &Visitor, _: Lang, form: &AskForm) -> Result<Asked, AppError> {
        Ok(match form.validate() {
            Ok(_) => Asked::Accepted(accepted()),
            Err(problem) => Asked::Refused(vec![FieldError { field: Field::Email, problem }]),
        })
    }

    fn asked(&self, _: &Visitor) -> Option<String> {
        self.asked.clone()
    }

    async fn invitation(&self, _: &Visitor, token: &str) -> Result<Invitation, AppError> {
        match token {
            "here" => Ok(Invitation::Here),
            "elsewhere" => Ok(Invitation::Elsewhere),
            "busy" => Err(AppError::Busy { retry_after: 5 }),
            _ => Err(AppError::LinkInvalid),
        }
    }

    async fn use_link(&self, visitor: &Visitor, _: Lang, token: &str) -> Result<LinkUsed, AppError> {
        Ok(match self.invitation(visitor, token).await? {
            Invitation::Here => LinkUsed::SignedIn(accepted()),
            Invitation::Elsewhere => LinkUsed::Code("123456".into()),
        })
    }

    async fn use_code(&self, _: &Visitor, _: Lang, form: &SignInCodeForm) -> Result<Option<Accepted>, AppError> {
        Ok(form.code.starts_with('1').then(accepted))
    }

    async fn account(&self, _: &Visitor, lang: Lang) -> Result<Option<Account>, AppError> {
        let (then, now) = match lang {
            Lang::En => ("3 March 2026", "9 March 2026"),
            Lang::Es => ("3 de marzo de 2026", "9 de marzo de 2026"),
        };
        let session = |id: &str, this| AccountSession { id: id.into(), this, since: then.into(), seen: now.into() };
        Ok(self.signed_in.clone().map(|email| Account {
            email,
            role: self.role,
            second_proof: self.role > Role::Campaigner,
            passkeys: u32::from(self.role > Role::Campaigner),
            sessions: vec![session("mine", true), session("other", false)],
        }))
    }

    async fn change(&self, _: &Visitor, _: Lang, form: &AccountForm) -> Result<Option<AccountChange>, AppError> {
        let change = match form.action.as_str() {
            "sign_out" => AccountChange::SignedOut(accepted()),
            "close" if form.sure.0 => AccountChange::Closed(accepted()),
            "close" => AccountChange::NotSure,
            _ => AccountChange::Ended,
        };
        Ok(self.signed_in.as_ref().map(|_| change))
    }

    async fn export(&self, _: &Visitor) -> Result<Option<String>, AppError> {
        Ok(self.signed_in.as_ref().map(|_| "{}".to_owned()))
    }
}
