use crate::exports::Dimension as D;
use crate::i18n::{ExportMsg as M, Lang, Text, number};
use crate::signatures::Source as S;

pub fn text(msg: M<'_>) -> Text {
    let n = |n| number(Lang::Es, n);
    let text = match msg {
        M::Counts => "Recuentos",
        M::Confirmed(1) => "firma confirmada en este momento",
        // CLDR's "many": after whole millions Spanish puts "de" before the noun.
        M::Confirmed(count) if count != 0 && count % 1_000_000 == 0 => "de firmas confirmadas en este momento",
        M::Confirmed(_) => "firmas confirmadas en este momento",
        M::Rule => {
            "El total es exacto. Los desgloses abarcan solo días terminados. Los grupos de menos de diez firmas van juntos en «Todas las \
             demás», y la cifra de un grupo solo cambia de diez en adelante: así, observando las cifras no se puede descubrir a nadie."
        }
        M::Heading(D::Day) => "Por día",
        M::Heading(D::Country) => "Por país",
        M::Heading(D::Source) => "Cómo llegaron quienes firmaron",
        M::Heading(D::Hour) => "Por hora",
        M::Heading(D::Region) => "Por región",
        M::Heading(D::Locale) => "Por idioma",
        M::Top { by: D::Day | D::Hour, name, n: most, total } => {
            return format!("Ningún día hubo más firmas que el {name}: {} de {}.", n(most), n(total)).into();
        }
        M::Top { by: D::Country, name, n: most, total } => {
            return format!("De ningún país llegaron más firmas que de {name}: {} de {}.", n(most), n(total)).into();
        }
        M::Top { by: D::Region, name, n: most, total } => {
            return format!("De ninguna región llegaron más firmas que de {name}: {} de {}.", n(most), n(total)).into();
        }
        M::Top { by: D::Locale, name, n: most, total } => {
            return format!("En ningún idioma hubo más firmas que en {name}: {} de {}.", n(most), n(total)).into();
        }
        M::Top { by: D::Source, name, n: most, total } => {
            return format!("Ningún origen aportó más firmas que «{name}»: {} de {}.", n(most), n(total)).into();
        }
        M::Empty => "Todavía no hay bastantes firmas para mostrar esto sin delatar a nadie.",
        M::SomeBars { shown, of } => {
            return format!("Las barras muestran los {shown} grupos mayores de {of}. Todos están entre las cifras.")
                .into();
        }
        M::Column(D::Day) => "Día",
        M::Column(D::Country) => "País",
        M::Column(D::Source) => "Origen",
        M::Column(D::Hour) => "Hora",
        M::Column(D::Region) => "Región",
        M::Column(D::Locale) => "Idioma",
        M::Signatures => "Firmas",
        M::Others => "Todas las demás",
        M::AsOf { day, zone } => return format!("Hasta el {day} inclusive (zona horaria {zone})").into(),
        M::Today => "Hoy",
        M::ThisWeek => "Esta semana",
        M::FewerThanTen => "menos de diez",
        M::Lately { zone } => {
            return format!(
                "Hoy y la semana, que empieza el lunes, son los de la zona horaria {zone}. Cuando un día trae menos de diez, se cuentan \
                 el día en que llegan a ser diez."
            )
            .into();
        }
        M::Marks => "Las líneas discontinuas están donde la campaña alcanzó un hito:",
        M::Mark { n: reached, day } => return format!("{} firmas el {day}", n(reached)).into(),
        M::Fast(fast) => {
            return format!(
                "{} de ellas se confirmaron en los diez segundos siguientes: demasiado rápido para casi cualquiera, así que puede haber \
                 programas entre ellas.",
                n(fast)
            )
            .into();
        }
        M::Funnel => "Del formulario a la firma",
        M::FunnelSaid { signed: 0, confirmed } => {
            return format!("En días terminados se confirmaron {} firmas.", n(confirmed)).into();
        }
        M::FunnelSaid { signed, confirmed } => {
            return format!(
                "En días terminados se enviaron {} formularios y se confirmaron {} firmas. Las demás personas no han pulsado el botón del correo, o aún no.",
                n(signed),
                n(confirmed)
            )
            .into();
        }
        M::Source(S::Link) => "Enlace compartido",
        M::Source(S::Qr) => "Código QR",
        M::Source(S::Share) => "Botón de compartir",
        M::Source(S::Mail) => "Correo",
        M::Source(S::Embed) => "Formulario incrustado",
        M::Source(S::None) => "Sin indicar",
        M::Source(S::Other) => "Otra vía",
    };
    text.into()
}
