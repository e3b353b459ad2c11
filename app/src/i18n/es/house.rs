use crate::house::{CampaignState as C, QueueKind as Q};
use crate::i18n::{HouseMsg as M, Text};
use crate::ui::HouseRoom as R;

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Rooms => "La casa",
        M::Room(R::Overview) => "Resumen",
        M::Room(R::Counts) => "Recuentos",
        M::Room(R::Invalidation) => "Invalidación",
        M::Room(R::People) => "Personas",
        M::Room(R::Settings) => "Ajustes",
        M::Room(R::Log) => "Registro",
        M::Room(R::Review) => "Revisión",
        M::Signatures => "Firmas",
        M::Counting => "Firmas confirmadas, todas las campañas",
        M::ConfirmedToday => "Confirmadas hoy (UTC)",
        M::SentToday => "Formularios enviados hoy (UTC)",
        M::Waiting => "Lo que espera a moderación",
        M::HowMany => "Cuánto",
        M::Oldest => "Lo más antiguo",
        M::Queue(Q::Campaigns) => "Campañas",
        M::Queue(Q::Reasons) => "Motivos de firmantes",
        M::Queue(Q::Updates) => "Novedades",
        M::Queue(Q::Replies) => "Respuestas de los destinatarios",
        M::Queue(Q::Reports) => "Avisos",
        M::Campaigns => "Campañas",
        M::State(C::Draft) => "En preparación",
        M::State(C::Gathering) => "Con sus primeros apoyos",
        M::State(C::Submitted) => "A la espera de revisión",
        M::State(C::Published) => "Abiertas a firmas",
        M::State(C::Closed) => "Cerradas",
        M::State(C::Archived) => "Archivadas",
        M::State(C::Rejected) => "Rechazadas",
        M::State(C::Hidden) => "Ocultas",
        M::NoCampaign => "Todavía no hay ninguna campaña.",
        M::Mail => "Correo",
        M::MailPaused => "Ahora mismo no se envía ningún correo: los correos esperan.",
        M::MailQueued => "A la espera de envío",
        M::MailOldest => "El más antiguo espera desde hace",
        M::Minutes(n) if n < 60 => return format!("{n} min").into(),
        M::Minutes(n) if n < 48 * 60 => return format!("{} h", n / 60).into(),
        M::Minutes(n) => return format!("{} días", n / 1_440).into(),
        M::MailGivenUp => "Abandonados (se guardan una semana)",
        M::MailBounced => "Devueltos del todo, últimas 24 horas completas",
        M::MailPutOff => "Aplazados o no aceptados, últimas 24 horas completas",
        M::RetryHelp => {
            "Para cuando el servidor de correo los rechazó por una causa ya resuelta. Los que tienen una dirección que ya no se puede leer se eliminan."
        }
        M::Retry => "Intentar de nuevo enviar los abandonados",
        M::SaidRetried => "Los correos abandonados vuelven a esperar su envío.",
        M::Server => "Servidor",
        M::Version => "Versión de Undersigned",
        M::Database => "Base de datos",
        M::DatabaseSize => "Tamaño de la base de datos",
        M::DiskFree => "Libre en el disco de los datos de este servidor",
        M::Unknown => "desconocido",
    };
    text.into()
}
