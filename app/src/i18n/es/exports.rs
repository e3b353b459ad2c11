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
        M::SomeBars { by: D::Day, shown, of } => {
            return format!("Las barras muestran los últimos {shown} de {of} días. Todos están entre las cifras.")
                .into();
        }
        M::SomeBars { shown, of, .. } => {
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
