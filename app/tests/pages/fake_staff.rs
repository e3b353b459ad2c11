//! The second proof and the people of the house without a database.

use app::accounts::Role;
use app::accounts::proof::{Enrolment, ProofAnswer, ProofForm, ProofView, Proofs, Qr};
use app::error::AppError;
use app::i18n::Lang;
use app::staff::{OpenInvitation, People, PeopleAnswer, PeopleForm, Person, Staff};
use app::visitor::Visitor;
use async_trait::async_trait;

/// What this browser is shown.
#[derive(Clone, Copy, Default)]
pub enum FakeProofs {
    #[default]
    SignedOut,
    SetUp,
    SignInAgain,
    Ask,
    AskPasskey {
        app: bool,
    },
    Proved {
        removable: bool,
    },
}

#[async_trait]
impl Proofs for FakeProofs {
    async fn view(&self, _: &Visitor, sealed: &str) -> Result<ProofView, AppError> {
        Ok(match self {
            Self::SignedOut => return Err(AppError::SignIn),
            Self::SetUp => ProofView::SetUp {
                passkeys: false,
                new: Enrolment {
                    secret: "GEZD GNBV GY3T QOJQ".into(),
                    link: "otpauth://totp/Undersigned:ana%40example.org?secret=GEZDGNBVGY3TQOJQ&issuer=Undersigned"
                        .into(),
                    qr: Qr { width: 29, path: "M4 4h7v1h-7z".into() },
                    sealed: if sealed.is_empty() { "new".into() } else { sealed.into() },
                },
            },
            Self::SignInAgain => ProofView::SignInAgain,
            Self::Ask => ProofView::Ask { app: true, passkeys: false },
            Self::AskPasskey { app } => ProofView::Ask { app: *app, passkeys: true },
            Self::Proved { removable } => ProofView::Proved { removable: *removable },
        })
    }

    async fn give(&self, _: &Visitor, _: Lang, _: &ProofForm) -> Result<ProofAnswer, AppError> {
        Err(AppError::SignIn)
    }
}

/// Two admins and a moderator, and an invitation; seen by an admin or, where there is an error, not.
#[derive(Clone, Default)]
pub struct FakeStaff(pub Option<AppError>);

#[async_trait]
impl Staff for FakeStaff {
    async fn people(&self, _: &Visitor, _: Lang) -> Result<People, AppError> {
        if let Some(error) = &self.0 {
            return Err(error.clone());
        }
        let person = |id: &str, role, second_proof, this| Person {
            id: id.into(),
            email: format!("{id}@example.org"),
            role,
            second_proof,
            this,
        };
        Ok(People {
            staff: vec![person("ana", Role::Admin, true, true), person("ben", Role::Moderator, false, false)],
            invitations: vec![OpenInvitation {
                id: "eve".into(),
                email: "eve@example.org".into(),
                role: Role::Moderator,
                until: "16 March 2026".into(),
            }],
        })
    }

    async fn change(&self, _: &Visitor, _: Lang, _: &PeopleForm) -> Result<PeopleAnswer, AppError> {
        Err(AppError::SignIn)
    }
}
