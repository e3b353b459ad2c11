use crate::i18n::{TeamMsg as M, Text};
use crate::teams::{TeamProblem as P, TeamRole as R};
use crate::typed::TextProblem as T;

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title => "Tus equipos",
        M::Lead => {
            "Cada campaña pertenece a un equipo. Quienes están en él comparten sus campañas; una persona sola es un equipo de una."
        }
        M::None => {
            "Aún no estás en ningún equipo. Al empezar una campaña se crea uno; también puedes crearlo aquí e invitar a otras personas."
        }
        M::Unnamed => "Equipo sin nombre",
        M::Make => "Crear un equipo",
        M::Name => "Nombre del equipo",
        M::NameHelp => "Lo ven sus miembros y quienes reciben una invitación. El público no.",
        M::Role(role) => self::role(role),
        M::YourRole(role) => return format!("tu papel: {}", self::role(role)).into(),
        M::Roles => {
            "Quienes son titulares deciden quién está en el equipo y adónde van sus campañas. La edición escribe, envía y borra campañas. El \
             análisis solo ve cifras. Una persona titular puede hacer también todo lo de la edición."
        }
        M::Members => "Miembros",
        M::You => "(tú)",
        M::Save => "Guardar",
        M::Change => "Cambiar",
        M::Manage => "Equipos y ofertas",
        M::RoleOf { email } => return format!("Papel de {email}").into(),
        M::RoleLabel => "Papel",
        M::Remove => "Quitar",
        M::Invite => "Invitar a alguien",
        M::Send => "Enviar la invitación",
        M::InviteHelp => {
            "Enviamos un enlace que sirve siete días a quien inicie sesión con esta dirección. Cuando se una, todos los miembros la verán."
        }
        M::Email => "Correo electrónico",
        M::Open => "Con invitación pendiente",
        M::Until { role, day } => return format!("{}, si acepta hasta el {day}", self::role(role)).into(),
        M::Withdraw => "Retirar",
        M::Offer => "Ceder una campaña",
        M::MakeOffer => "Ofrecerla",
        M::OfferHelp => {
            "Quien tenga esta dirección puede llevarse la campaña a un equipo del que sea titular, durante siete días. Desde entonces tu equipo \
             no verá de ella más que cualquiera."
        }
        M::Campaign => "Campaña",
        M::OfferedTo { email, day } => return format!("ofrecida a {email} hasta el {day}").into(),
        M::OfferEmail => "Dirección de una persona titular del otro equipo",
        M::Leave => "Dejar el equipo",
        M::LeaveText => "Sus campañas se quedan con los demás. Para volver necesitas otra invitación.",
        M::Sure => "Sí, quiero dejarlo",
        M::SureHelp => "La última persona titular no puede irse: antes haz titular a alguien más.",
        M::Rename => "Nombre",
        M::Offers => "Te ofrecen",
        M::OfferFrom { team, day } => return format!("la ofrece el equipo «{team}», hasta el {day}").into(),
        M::Into => "Llevarla a",
        M::NewTeam => "un equipo nuevo mío",
        M::Accept => "Aceptarla",
        M::Decline => "Rechazarla",
        M::InvitedTitle => "Tienes una invitación a un equipo",
        M::InvitedText { team, role } => {
            return format!("El equipo «{team}» quiere contar contigo. Tu papel sería: {}.", self::role(role)).into();
        }
        M::InvitedSeen => "Si te unes, sus miembros verán el correo de tu cuenta, y tú los suyos.",
        M::Join => "Unirme al equipo",
        M::DeadTitle => "Esta invitación no sirve aquí",
        M::DeadText => {
            "Ya se usó o se retiró, tiene más de siete días o se envió a una dirección distinta de la que usas en esta sesión. Si tienes varias \
             direcciones, cierra la sesión e iníciala con la que recibió el mensaje."
        }
        M::Saved => "Está guardado.",
        M::Invitation => "La invitación está en camino.",
        M::OfferMade => "La oferta está hecha, y un mensaje avisa de ella.",
        M::Left => "Has dejado el equipo.",
        M::Declined => "La oferta está rechazada.",
        M::Joined => "Te has unido al equipo.",
        M::Moved => "La campaña es ahora de este equipo.",
        M::For => "Equipo",
        M::Problem(problem) => return self::problem(problem),
        M::StuckTitle => "Todavía no puedes cerrar tu cuenta",
        M::StuckText => {
            "Eres la única persona titular de estos equipos, y de ellos dependen otras personas o campañas públicas. Haz titular a alguien más, \
             o cede las campañas y quita a los miembros; después cierra la cuenta. No se ha cambiado nada."
        }
    };
    text.into()
}

fn role(role: R) -> &'static str {
    match role {
        R::Owner => "titular",
        R::Editor => "edición",
        R::Analyst => "análisis (solo cifras)",
    }
}

fn problem(problem: P) -> Text {
    match problem {
        P::Name(T::TooLong(max)) => format!("El nombre puede tener {max} caracteres como máximo.").into(),
        P::Name(T::Missing) => "Ponle un nombre al equipo.".into(),
        P::Name(T::ControlCharacter) => "Escribe el nombre con caracteres corrientes.".into(),
        P::Address(problem) => super::staff::address(problem),
        P::NoRole => "Elige un papel.".into(),
        P::Invited => "Esta dirección ya tiene una invitación. Retírala para enviar otra.".into(),
        P::Member => "Esta dirección ya está en el equipo.".into(),
        P::Offered => "Esta campaña ya está ofrecida a alguien. Retira antes esa oferta.".into(),
        P::Invitations(most) => format!("Hay {most} invitaciones pendientes, el máximo. Retira alguna.").into(),
        P::Mails(most) => {
            format!("Un equipo envía como máximo {most} de estos mensajes por hora. Inténtalo dentro de una hora.")
                .into()
        }
        P::Members(most) => format!("Un equipo tiene {most} miembros como máximo.").into(),
        P::Owned(most) => format!("Eres titular de {most} equipos, el máximo para una cuenta.").into(),
        P::LastOwner => "Un equipo necesita titular. Antes haz titular a alguien más.".into(),
        P::Waits => "Un borrador que espera moderación no puede cambiar de equipo. Su equipo puede recuperarlo.".into(),
        P::Drafts(most) => format!("Ese equipo tiene {most} borradores, el máximo.").into(),
        P::NotSure => "Marca la casilla si quieres dejar el equipo.".into(),
    }
}
