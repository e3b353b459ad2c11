use crate::exports::{Column as C, CountsProblem as P, Dimension as D, Format as F};
use crate::i18n::{CountsMsg as M, Text};

pub fn text(msg: M) -> Text {
    let text = match msg {
        M::Title => "Exportar recuentos",
        M::Lead => {
            "Elige lo que necesitas, mira las primeras filas y llévate el archivo. Los grupos pequeños van juntos: un grupo se cuenta en \
             lotes de diez o más, el día en que se han reunido. Así, ningún archivo, ni dos juntos, delatan a nadie."
        }
        M::Campaigns => "Campañas",
        M::AllOfThem => "Todas, si no marcas ninguna.",
        M::From => "Primer día",
        M::To => "Último día",
        M::DaysHelp => {
            "En la zona horaria de cada campaña, por ejemplo 2026-03-01. Los desgloses abarcan días terminados."
        }
        M::OverTime => "En el tiempo",
        M::NotOverTime => "Sin desglosar en el tiempo",
        M::By(D::Hour) => "Por hora",
        M::By(_) => "Por día",
        M::Groups => "Desglosar por",
        M::Group(D::Day) => "Día",
        M::Group(D::Hour) => "Hora",
        M::Group(D::Country) => "País",
        M::Group(D::Region) => "Región (el comienzo del código postal)",
        M::Group(D::Source) => "Cómo llegaron quienes firmaron",
        M::Group(D::Locale) => "Idioma del formulario",
        M::Columns => "Qué contar",
        M::ColumnsHelp => {
            "Firmas, si no marcas nada; en el tiempo, las confirmadas. Lo demás se cuenta en el tiempo, o con celdas exactas."
        }
        M::Column(C::Signatures) => "Firmas: confirmadas, menos las retiradas o eliminadas",
        M::Column(C::Signed) => "Formularios enviados",
        M::Column(C::Mailed) => "Correos enviados",
        M::Column(C::Bounced) => "Correos devueltos",
        M::Column(C::Fast) => "Confirmadas en diez segundos",
        M::Column(C::Confirmed) => "Confirmadas",
        M::Column(C::Expired) => "Caducadas sin confirmar",
        M::Column(C::Withdrawn) => "Retiradas",
        M::Column(C::Invalidated) => "Eliminadas por una regla",
        M::Column(C::Restored) => "Restablecidas",
        M::Exact => "Celdas exactas",
        M::ExactHelp => {
            "Se cuenta cada grupo, aunque sea de una persona. Quien conozca una campaña puede reconocer a alguien: no compartas ese \
             archivo. Pide un código nuevo y queda en el registro, como toda exportación."
        }
        M::Show => "Mostrar las primeras filas",
        M::Problem(P::NoDay) => "Escribe el día como año, mes y día: 2026-03-01.",
        M::Problem(P::Order) => "El último día es anterior al primero.",
        M::Problem(P::DayAndHour) => "Elige días u horas: una hora ya dice su día.",
        M::Problem(P::HourAlone) => {
            "Por hora no se pueden contar otros grupos. Elige días, desmarca los grupos o marca «Celdas exactas»."
        }
        M::Problem(P::EventsOverTime) => {
            "Con grupos solo se pueden contar firmas. Desmarca lo demás, o los grupos, o marca «Celdas exactas»."
        }
        M::Wrong => "Todavía no se ha contado nada. Revisa esto:",
        M::Preview => "Las primeras filas",
        M::FirstRows(rows) => return format!("Estas son las primeras {rows} filas. En el archivo hay más.").into(),
        M::AllRows(1) => "Esta es la única fila.",
        M::AllRows(rows) => return format!("Estas son todas las filas: {rows}.").into(),
        M::NoRows => {
            "Todavía no hay nada que contar: no ha terminado ningún día en que se hubieran reunido diez o más, o no hay campañas."
        }
        M::ExactRows => "Estas filas son exactas: hay entre ellas grupos de muy pocas personas.",
        M::MergedRows => "Los grupos pequeños van juntos. «(others)» es lo que todavía no está en ningún grupo.",
        M::Zones => "Los días y las horas son los de la zona horaria de cada campaña, que consta en cada fila.",
        M::Providers => "Por proveedor de correo",
        M::ProvidersSaid => {
            "De todas las campañas juntas, en días terminados (UTC): cuántos formularios se enviaron con una dirección de cada \
             proveedor, cuántos correos salieron hacia él y volvieron, y cuántas firmas se confirmaron. Las barras muestran los formularios. Un \
             proveedor que confirma mucho menos que otros quizá pierde nuestros correos."
        }
        M::NoProviders => "Todavía no hay bastantes formularios para mostrar esto sin delatar a nadie.",
        M::Provider => "Proveedor",
        M::OtherProviders => "Todos los demás",
        M::Download(F::Csv) => "Descargar en CSV",
        M::Download(F::Xlsx) => "Descargar en XLSX (Excel)",
        M::Download(F::Json) => "Descargar en JSON",
    };
    text.into()
}
