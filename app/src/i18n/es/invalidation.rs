use crate::i18n::{InvalidationMsg as M, Lang, Text, number};
use crate::invalidation::{InvalidationAct as A, InvalidationState as S, Met, RuleField as F, RuleProblem as P};
use crate::signatures::Source;
use crate::typed::TextProblem;

/// CLDR's "many": after whole millions Spanish puts "de" before the noun.
fn signatures(n: i64) -> String {
    let of = if n != 0 && n % 1_000_000 == 0 { "de " } else { "" };
    format!("{} {of}firmas", number(Lang::Es, n))
}

pub fn text(msg: M<'_>) -> Text {
    let n = |n| number(Lang::Es, n);
    let text = match msg {
        M::Lead => {
            "Quita firmas del recuento de una campaña según una regla sobre lo que se guarda de ellas. Primero se ve cuántas coinciden; se \
             puede deshacer; la página de la campaña dice cuántas se quitaron, cuándo y por qué."
        }
        M::NoHour => {
            "El momento en que alguien firmó no se guarda en ningún sitio junto a la firma, así que ninguna regla puede preguntar por la \
             hora. Los recuentos dicen a qué horas llegaron muchas."
        }
        M::Campaign => "Campaña",
        M::ChooseCampaign => "Elige una campaña",
        M::FactsHelp => "Una firma tiene que coincidir en todo lo que indiques abajo. Lo que dejes abierto no importa.",
        M::Field(F::Domain) => "Dominio de correo",
        M::Field(F::Country) => "País",
        M::Field(F::Region) => "Región",
        M::Field(F::Source) => "Cómo llegaron",
        M::Field(F::Locale) => "Idioma",
        M::Field(F::Fast) => "Confirmada en menos de diez segundos",
        M::Field(F::Flagged) => "Marcada",
        M::DomainHelp => {
            "Por ejemplo, correo.example. De los dominios se guardan huellas: podemos buscar uno que conozcas, pero no enumerar ninguno. Una \
             regla con dominio solo se aplica si coinciden diez o más."
        }
        M::RegionHelp => "El comienzo del código postal, como lo muestran los recuentos: hasta tres letras o cifras.",
        M::SourceHelp => "Uno de link, qr, share, mail, embed, none, other, o un código propio de la campaña.",
        M::Any => "Cualquiera",
        M::OnlyFast => "Solo las confirmadas en menos de diez segundos",
        M::FastHelp => "Casi nadie lee un correo y pulsa dos botones tan deprisa.",
        M::OnlyFlagged => "Solo las marcadas",
        M::FlaggedHelp => "Rellenaron un campo que las personas no ven.",
        M::Yes => "sí",
        M::Source(Source::Link) => "Enlace compartido",
        M::Source(Source::Qr) => "Código QR",
        M::Source(Source::Share) => "Botón de compartir",
        M::Source(Source::Mail) => "Correo",
        M::Source(Source::Embed) => "Formulario incrustado",
        M::Source(Source::None) => "Sin indicar",
        M::Source(Source::Other) => "Otra vía",
        M::DomainForgotten => "olvidado con las huellas de la campaña",
        M::Reason => "Motivo, tal como lo lee el público",
        M::ReasonHelp(max) => {
            return format!(
                "Aparece en la página de la campaña. No nombres a nadie ni nada que tengan en común pocas personas firmantes. Como máximo, \
                 {max} caracteres."
            )
            .into();
        }
        M::Count => "Contar las que coinciden",
        M::Problem(P::NoCampaign) => "Elige una campaña.",
        M::Problem(P::NoFact) => {
            "Indica al menos algo en lo que las firmas tengan que coincidir: un dominio, un país, una casilla."
        }
        M::Problem(P::NotADomain) => "Escribe un dominio, como correo.example.",
        M::Problem(P::DomainForgotten) => {
            "Las huellas de esta campaña se destruyeron 30 días después del cierre, así que ya no se pueden buscar dominios. Déjalo vacío."
        }
        M::Problem(P::NotARegion) => "Escribe hasta tres letras o cifras.",
        M::Problem(P::NotASource) => "Escribe uno de los códigos indicados arriba.",
        M::Problem(P::Reason(TextProblem::Missing)) => "Di por qué: la página de la campaña lo muestra.",
        M::Problem(P::Reason(TextProblem::TooLong(max))) => {
            return format!("Acorta el motivo a {max} caracteres.").into();
        }
        M::Problem(P::Reason(TextProblem::ControlCharacter)) => "Quita del motivo los caracteres invisibles.",
        M::Kept => "No se ha cambiado nada.",
        M::Rules => "Reglas hasta ahora",
        M::NoRules => "Todavía ninguna. Lo que se contó y no se aplicó se olvida a los siete días.",
        M::Link { day, state } => return format!("Creada el {day}: {}", text(M::State(state)).to_lowercase()).into(),
        M::RuleTitle => "Regla",
        M::State(S::Counting) => "Contando",
        M::State(S::Counted) => "Contada, sin aplicar",
        M::State(S::Applying) => "Aplicándose",
        M::State(S::Applied) => "Aplicada",
        M::State(S::Undoing) => "Deshaciéndose",
        M::State(S::Undone) => "Deshecha",
        M::Percent(percent) => return format!("{percent} %").into(),
        M::Reload => "Sigue por sí sola. Esta página muestra cómo iba hace un momento:",
        M::ReloadLink => "mirar otra vez",
        M::Met(Met::Few) => "Coinciden menos de diez firmas, quizá ninguna.",
        M::Met(Met::Exactly(met)) => return format!("Coinciden {}.", signatures(met)).into(),
        M::Now(count) => return format!("La campaña tiene ahora {}.", n(count)).into(),
        M::After(count) => return format!("Se quedaría con {}.", n(count)).into(),
        M::ApplyText => {
            "Las que coincidan al aplicarla se quitan del recuento. Mientras tanto no se muestran sus motivos ni reciben novedades. A quien \
             firme después no le afecta."
        }
        M::TooFew => {
            "Una regla con dominio solo se aplica si coinciden diez o más: si no, el recuento revelaría si alguien firmó."
        }
        M::Act(A::Apply) => "Quitarlas del recuento",
        M::Act(A::Undo) => "Devolverlas al recuento",
        M::Act(A::Drop) => "Olvidar esta regla",
        M::Invalidated(Met::Few) => "Se quitaron del recuento menos de diez firmas.",
        M::Invalidated(Met::Exactly(done)) => {
            return format!("Se quitaron del recuento {}.", signatures(done)).into();
        }
        M::UndoText => "Se pueden devolver, salvo las que se hayan retirado entretanto.",
        M::Restored => "Todas las que se quitaron vuelven a contar, salvo las que se retiraron entretanto.",
        M::SaidApply => "La regla se aplica.",
        M::SaidUndo => "La regla se deshace.",
        M::SaidDropped => "La regla está olvidada.",
        M::SaidOvertaken => "Ya no estaba como se mostraba, así que no se ha cambiado nada.",
        M::RemovedTitle => "Quitadas del recuento",
        M::Removed { n: Met::Few, day } => return format!("El {day}, menos de diez firmas:").into(),
        M::Removed { n: Met::Exactly(done), day } => return format!("El {day}, {}:", signatures(done)).into(),
        M::CountAgain { day } => return format!("Desde el {day} vuelven a contar.").into(),
    };
    text.into()
}
