use crate::campaigns::CountCheck;
use crate::i18n::{AboutMsg as M, Lang, Text, number};

pub fn text(msg: M<'_>) -> Text {
    let text = match msg {
        M::Title { house } => return format!("Qué es {house}").into(),
        M::Lead { house } => {
            return format!(
                "{house} es un lugar para peticiones y campañas: una exigencia, a quién se dirige y la gente que la respalda con su \
                 nombre. Firmar no requiere cuenta y lleva un minuto."
            )
            .into();
        }
        M::SigningTitle => "Cómo se firma",
        M::StepForm => {
            "Rellenas un formulario corto en la página de la campaña. Junto al botón dice quién podrá leer qué."
        }
        M::StepMail => "Te enviamos un solo correo. Abres su enlace, o escribes su código, y pulsas un botón.",
        M::StepCount => "Solo entonces cuenta tu firma, una vez, y el número de la página sube en uno.",
        M::CountsTitle => "¿Son ciertos los números?",
        M::CountsText => {
            "Una página muestra un número que ha subido en uno con cada firma. Cada noche se vuelven a contar todas las firmas y se \
             comparan con él."
        }
        M::CountsRight(check) => {
            return format!(
                "La última vez, el {} y con {}, todos los números eran exactos.",
                check.day,
                campaigns(check.campaigns)
            )
            .into();
        }
        M::CountsOff(CountCheck { day, campaigns: n, difference }) => {
            let (campaigns, difference) = (campaigns(*n), number(Lang::Es, *difference));
            let signatures = if difference == "1" { "firma" } else { "firmas" };
            return format!(
                "La última vez, el {day} y con {campaigns}, la diferencia era de {difference} {signatures} en total. Aún no se sabe por \
                 qué; toma los números con cautela."
            )
            .into();
        }
        M::FearTitle => "Por qué queremos saber tan poco",
        M::FearText => {
            "Hay quien firma y tiene motivos para temer que se sepa. Por eso no hay ninguna lista de firmantes que se pueda robar, vender \
             o exigir: las direcciones se convierten en huellas, los nombres se sellan o no se guardan, y nada es público si no lo marcas."
        }
        M::FearLink => "Qué se guarda sobre ti y qué podrían llevarse",
        M::FreeTitle => "Software libre",
        M::FreeText => {
            "El programa de estas páginas es Undersigned. Cualquiera puede leerlo, usarlo y cambiarlo (GNU AGPL, versión 3 o posterior). Quien lo ofrece a otras personas tiene \
             que enseñarles el código del que está hecho."
        }
        M::FreeLink => "Código fuente",
    };
    text.into()
}

fn campaigns(n: i64) -> String {
    if n == 1 { "una campaña".to_owned() } else { format!("{} campañas", number(Lang::Es, n)) }
}
