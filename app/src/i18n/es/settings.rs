use crate::i18n::{Lang, SettingsMsg as M, Text, number};
use crate::settings::{Publishing, Setting as S, SettingsProblem as P, ShownReasons as R, Starting};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Lead => {
            "Todos los servidores de esta casa aplican un cambio en dos segundos. Cada cambio queda en el registro."
        }
        M::Campaigns => "Campañas",
        M::Review => "Revisión",
        M::Limits => "Cuánto se admite",
        M::Label(setting) => label(setting),
        M::Help(setting) => return help(setting),
        M::Publishing(Publishing::Read) => "Primero se lee, luego se publica",
        M::Publishing(Publishing::AtOnce) => "Primero se publica, luego se lee",
        M::PublishingMeans(Publishing::Read) => {
            "Una campaña enviada espera hasta que alguien de moderación la haya leído."
        }
        M::PublishingMeans(Publishing::AtOnce) => {
            "Una campaña enviada es pública al momento, dice en su página que nadie la ha leído todavía y espera en la cola. Moderación \
             la aprueba, la oculta o la rechaza después. Hasta entonces, una trampa puede recoger firmas. Los cambios de textos siguen \
             esperando a que se lean."
        }
        M::Starting(Starting::Anyone) => "Cualquiera que inicie sesión",
        M::Starting(Starting::Invited) => "Solo quienes tienen invitación",
        M::StartingMeans(Starting::Anyone) => "Puede iniciar una quien demuestre una dirección de correo.",
        M::StartingMeans(Starting::Invited) => {
            "Las direcciones que alguien de administración haya invitado, moderación y administración. Las demás personas lo leen donde \
             iniciarían una. Lo que ya han empezado pueden continuarlo."
        }
        M::Reasons(R::Off) => "Nunca",
        M::Reasons(R::Reviewed) => "Cuando moderación los ha leído",
        M::Reasons(R::Campaign) => "Como diga cada campaña",
        M::Reasons(R::Open) => "Al momento",
        M::ReasonsMeans(R::Off) => {
            "Ningún formulario pide un motivo, y los que se mostraban dejan de mostrarse; siguen guardados."
        }
        M::ReasonsMeans(R::Reviewed) => "Cada uno espera en revisión antes de mostrarse.",
        M::ReasonsMeans(R::Campaign) => {
            "En las campañas que se escriben aquí, cuando moderación los ha leído; una importada puede decir otra cosa."
        }
        M::ReasonsMeans(R::Open) => "En cuanto quien firma ha confirmado, en toda campaña que pida motivos.",
        M::Problem(_, P::NoChoice) => "Elige una opción.",
        M::Problem(_, P::NotWithin(least, most)) => {
            return format!("Escribe un número entero, {}.", within(least, most)).into();
        }
        M::Problem(_, P::OverdueFirst) => "Escribe al menos los días en que vence el plazo.",
        M::Save => "Guardar los ajustes",
        M::Saved => "Los ajustes están guardados.",
        M::Overtaken => {
            "Otra persona ha cambiado los ajustes entretanto, así que no se ha guardado nada. Los tuyos siguen aquí, con lo que está \
             guardado ahora al lado. Guarda otra vez para ponerlos en su lugar."
        }
        M::SavedNow(value) => return format!("Guardado en este momento: {value}").into(),
        M::Campaigners => "Quién tiene invitación para iniciar campañas",
        M::CampaignersLead => "Estas direcciones pueden iniciar campañas, tengan ya una cuenta o no.",
        M::CampaignersIdle => {
            "En este momento cualquiera puede iniciar campañas; la lista cuenta cuando los ajustes lo digan."
        }
        M::InviteTitle => "Invitar a alguien",
        M::AddressLabel => "Dirección de correo",
        M::Address(problem) => return super::staff::address(problem),
        M::InviteHelp => {
            "Enviamos un mensaje que lleva a la página de inicio de sesión. La dirección se guarda cifrada."
        }
        M::Invite => "Invitar",
        M::InvitedTitle => "Con invitación",
        M::NobodyInvited => "Todavía no se ha invitado a nadie.",
        M::Since(day) => return format!("desde el {day}").into(),
        M::Remove => "Retirarla",
        M::Pages => "Páginas de quienes tienen invitación",
        M::SaidInvited => "Se ha enviado la invitación.",
        M::SaidAlready => "Esta dirección ya tenía invitación.",
        M::SaidRemoved => "Esta dirección ya no puede iniciar campañas. Lo que ha empezado se queda.",
    };
    text.into()
}

fn label(setting: S) -> &'static str {
    match setting {
        S::Publishing => "Cuándo se publican las campañas",
        S::Starting => "Quién puede iniciar campañas",
        S::Reasons => "Los motivos de firmantes se muestran",
        S::DueDays => "Días hasta que vence el plazo",
        S::OverdueDays => "Días hasta que hay retraso",
        S::Drafts => "Borradores de un equipo",
        S::CampaignsAWeek => "Campañas de un equipo por semana",
        S::FormsAnHour => "Formularios de una red por hora",
    }
}

fn help(setting: S) -> Text {
    let what = match setting {
        S::Publishing | S::Starting => return "".into(),
        S::Reasons => return "Cada firmante decide si el suyo puede mostrarse.".into(),
        S::DueDays => "Cuánto puede esperar algo a moderación antes de que la cola diga que ha vencido el plazo.",
        S::OverdueDays => "Cuánto, antes de que la cola y el resumen den la alarma.",
        S::Drafts => "Campañas que un equipo puede estar escribiendo a la vez.",
        S::CampaignsAWeek => "Cuántas puede enviar un equipo en siete días.",
        S::FormsAnHour => {
            "Firmas que puede enviar una red, sumando todas las campañas; a las siguientes se les pide esperar. Una escuela o una compañía \
             telefónica es una sola red: un número bajo deja fuera a mucha gente."
        }
    };
    match setting.bounds() {
        Some((least, most)) => format!("{what} {}.", capital(&within(least, most))).into(),
        None => what.into(),
    }
}

fn within(least: u32, most: u32) -> String {
    format!("de {least} a {}", number(Lang::Es, most.into()))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
