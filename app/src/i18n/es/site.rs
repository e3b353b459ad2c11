use crate::i18n::{SiteMsg as M, Text};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::TabTitle { page, house } => return format!("{page} – {house}").into(),
        M::SkipLink => "Ir al contenido",
        M::MainLinks => "Principal",
        M::FooterLinks => "Sobre este sitio",
        M::Campaigns => "Campañas",
        M::Theme => "Aspecto",
        M::ThemeSystem => "Sistema",
        M::ThemeLight => "Claro",
        M::ThemeDark => "Oscuro",
        M::About => "Qué es esto",
        M::Campaigners => "Para quienes llevan campañas",
        M::Privacy => "Qué se guarda sobre ti",
        M::Taken => "Qué podrían llevarse",
        M::Contact => "Contacto",
        M::Source => "Código fuente",
        M::Promise => "Sin publicidad, sin rastreadores, sin nada cargado de terceros.",
        M::HouseNotice => "Aviso de la casa",
        M::DevBannerLabel => "Modo de prueba",
        M::DevBanner => "No se envía nada: los correos se quedan en la memoria de este servidor, para hacer pruebas.",
        M::Problems(1) => "Hay que revisar una cosa",
        M::Problems(n @ 2..=5) => {
            return format!("Hay que revisar {} cosas", ["dos", "tres", "cuatro", "cinco"][n as usize - 2]).into();
        }
        M::Problems(n) => return format!("Hay que revisar {n} cosas").into(),
        M::NothingSaved => "No se ha guardado nada. Lo que has escrito sigue aquí.",
        M::Optional => "opcional",
        M::AllCampaigns => "Todas las campañas",
        M::ToCampaign => "Ir a la campaña",
        M::ToSignIn => "Ir a la página de inicio de sesión",
    };
    text.into()
}
