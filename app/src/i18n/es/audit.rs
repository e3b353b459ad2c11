use crate::audit::Action as A;
use crate::i18n::{AuditMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Action(action) => self::action(action),
    };
    text.into()
}

fn action(action: A) -> &'static str {
    match action {
        A::StaffInvited => "Invitó a ayudar en la casa",
        A::InvitationWithdrawn => "Retiró una invitación",
        A::RoleChanged => "Cambió un rol",
        A::ProofSetUp => "Configuró una aplicación de autenticación",
        A::ProofReset => "Quitó la aplicación de autenticación de alguien",
        A::CampaignPublished => "Publicó una campaña",
        A::CampaignSentBack => "Devolvió una campaña",
        A::CampaignRejected => "Rechazó una campaña",
        A::LogExported => "Exportó este registro",
    }
}
