use crate::audit::Action as A;
use crate::i18n::{AuditMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Action(action) => self::action(action),
        M::Lead => {
            "Quién hizo qué, lo más reciente primero. Nada de ello se puede cambiar, y no contiene nada de quienes firman."
        }
        M::When => "Cuándo (UTC)",
        M::Who => "Quién",
        M::What => "Qué",
        M::To => "A qué",
        M::Everything => "Todo",
        M::ObjectHelp => "Una parte de la dirección de una campaña, o la dirección de correo entera de una cuenta.",
        M::Filter => "Mostrar",
        M::Nothing => "No hay ninguna entrada así.",
        M::Older => "Más antiguas",
        M::Newest => "Las más recientes",
        M::Pages => "Páginas del registro",
        M::File => "Descargar en CSV (pide un código; la descarga se registra)",
        M::CommandLine => "línea de comandos",
        M::ClosedAccount => "cuenta cerrada",
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
        A::CampaignApproved => "Aprobó una campaña que ya era pública",
        A::CampaignSentBack => "Devolvió una campaña",
        A::CampaignRejected => "Rechazó una campaña",
        A::TextsChanged => "Publicó cambios en una campaña",
        A::ChangesSentBack => "Devolvió cambios en una campaña",
        A::ChangesRejected => "Rechazó cambios en una campaña",
        A::LastDaySet => "Fijó el último día de una campaña",
        A::Closed => "Cerró una campaña",
        A::Archived => "Archivó una campaña",
        A::ShownAgain => "Devolvió una campaña a la lista",
        A::ReplySubmitted => "Envió una respuesta a revisión",
        A::ReplyShown => "Publicó una respuesta",
        A::ReplySentBack => "Devolvió una respuesta",
        A::ReplyRemoved => "Quitó una respuesta",
        A::CampaignHidden => "Ocultó una campaña",
        A::CampaignShown => "Volvió a mostrar una campaña oculta",
        A::ReadingSet => "Cambió quién puede leer las firmas",
        A::CatalogueChanged => "Cambió el catálogo de motivos",
        A::ReasonsShown => "Mostró motivos de quienes firman",
        A::ReasonsRemoved => "Quitó motivos de quienes firman",
        A::ReportClosed => "Cerró un aviso",
        A::UpdateApproved => "Hizo pública una novedad",
        A::UpdateSentBack => "Devolvió una novedad",
        A::UpdateMailed => "Empezó a enviar una novedad",
        A::MailingCancelled => "Terminó el envío de una novedad",
        A::MailsRetried => "Intentó de nuevo enviar correos abandonados",
        A::SignersOpened => "Abrió la lista de firmantes",
        A::KeyMade => "Hizo la clave de una campaña",
        A::KeyRemoved => "Quitó la clave de una campaña",
        A::KeyCopyTaken => "Obtuvo la copia cerrada de la clave de una campaña",
        A::KeyCopyDeleted => "Eliminó la copia cerrada de la clave de una campaña",
        A::MemberInvited => "Invitó a alguien a un equipo",
        A::MemberJoined => "Entró en un equipo",
        A::MemberRoleChanged => "Cambió un papel en un equipo",
        A::MemberLeft => "Dejó un equipo o quitó a alguien",
        A::CampaignOffered => "Ofreció una campaña a otro equipo",
        A::CampaignMoved => "Recibió una campaña de otro equipo",
        A::RuleCounted => "Contó las firmas que coinciden con una regla",
        A::RuleApplied => "Quitó firmas del recuento según una regla",
        A::RuleUndone => "Devolvió firmas que una regla había quitado",
        A::RuleDropped => "Olvidó una regla sin aplicar",
        A::CampaignerInvited => "Invitó a alguien a iniciar campañas",
        A::CampaignerRemoved => "Retiró una invitación para iniciar campañas",
        A::SettingChanged => "Cambió un ajuste",
        A::LogExported => "Exportó este registro",
        A::CountsExported => "Exportó recuentos",
    }
}
