//! Passkeys without a database and without a device.

use app::accounts::passkeys::{
    Ceremony, Passkey, PasskeyAccess, PasskeyChange, PasskeyForm, PasskeyProblem, Passkeys, PasskeysView, Question,
};
use app::error::AppError;
use app::i18n::Lang;
use app::signatures::Accepted;
use app::visitor::Visitor;
use async_trait::async_trait;

/// What this browser is shown: nothing unless somebody is signed in.
#[derive(Clone, Default)]
pub struct FakePasskeys {
    pub work_here: bool,
    pub view: Option<PasskeysView>,
}

impl FakePasskeys {
    /// As many, which can be changed or not.
    pub fn with(names: &[&str], access: PasskeyAccess) -> Self {
        let passkey = |name: &&str| Passkey { id: "AA".into(), name: (*name).into(), since: "3 March 2026".into() };
        let passkeys = names.iter().map(passkey).collect();
        Self { work_here: true, view: Some(PasskeysView { passkeys, access, last_removable: true }) }
    }
}

#[async_trait]
impl Passkeys for FakePasskeys {
    fn work_here(&self) -> bool {
        self.work_here
    }

    async fn start(&self, _: &Visitor, _: Ceremony) -> Result<Question, AppError> {
        Err(AppError::NotFound)
    }

    async fn sign_in(&self, _: &Visitor, _: Lang, _: &str) -> Result<Result<Accepted, PasskeyProblem>, AppError> {
        Ok(Err(PasskeyProblem::Unknown))
    }

    async fn prove(&self, _: &Visitor, _: &str) -> Result<Result<(), PasskeyProblem>, AppError> {
        Ok(Err(PasskeyProblem::Unknown))
    }

    async fn list(&self, _: &Visitor, _: Lang) -> Result<PasskeysView, AppError> {
        self.view.clone().ok_or(AppError::SignIn)
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
