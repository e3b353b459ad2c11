use crate::accounts::Role as R;
use crate::i18n::{SignMsg, StaffMsg as M, Text};
use crate::signatures::{Field, Problem};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Lead => {
            "Quienes moderan deciden sobre campañas, motivos y avisos. Quienes administran hacen eso también y llevan la casa."
        }
        M::StaffTitle => "Moderación y administración",
        M::Role(R::Admin) => "Administración",
        M::Role(R::Moderator) => "Moderación",
        M::Role(R::Campaigner) => "Ningún rol",
        M::You => "(tú)",
        M::NoProof => "Todavía sin segunda prueba, así que no se abre ninguna página de la casa.",
        M::RoleLabel => "Rol",
        M::Change => "Cambiar el rol",
        M::InvitationsTitle => "Invitaciones abiertas",
        M::Until { role, day } => return format!("{}, si acepta hasta el {day}", text(M::Role(role))).into(),
        M::Withdraw => "Retirarla",
        M::InviteTitle => "Invitar a alguien",
        M::AddressLabel => "Correo electrónico",
        M::Address(problem) => return address(problem),
        M::InviteHelp => {
            "Enviamos un correo que lleva a la página de inicio de sesión. Quien ya tiene cuenta recibe el rol enseguida."
        }
        M::RoleHelp => "Solo quienes administran ven esta página, los recuentos de todas las campañas y el registro.",
        M::Invite => "Invitar",
        M::LastAdmin => "Es la única persona que administra: antes nombra a otra.",
        M::SaidInvited => "La invitación está enviada.",
        M::SaidHasRole => "Quien tiene esta dirección ya tiene ese rol o uno superior.",
        M::SaidChanged => "El rol se ha cambiado.",
        M::SaidWithdrawn => "La invitación se ha retirado.",
        M::SaidOvertaken => "Ya no era como se mostraba, así que no se ha cambiado nada.",
    };
    text.into()
}

/// What is wrong with the address of somebody else.
pub(super) fn address(problem: Problem) -> Text {
    match problem {
        Problem::Missing => "Escribe el correo electrónico.".into(),
        problem => super::sign::text(SignMsg::Problem(Field::Email, problem)),
    }
}
