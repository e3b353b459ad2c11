use super::texts::Texts;

pub(super) const ES: Texts = Texts {
    again_subject: |house| format!("{house}: tu dirección de correo ya estaba confirmada"),
    test_subject: |house| format!("{house}: una prueba"),
    first_line: |house| format!("Este es un mensaje de {house}."),
    confirm_who: "Alguien, probablemente tú, ha escrito esta dirección de correo para firmar esta campaña:",
    confirm_how: "Si has sido tú, confirma tu firma: abre esta página y pulsa el botón que hay en ella.",
    link_works: |n| format!("El enlace funciona durante {}.", hours(n)),
    code_how: "O escribe este código en la página en la que has firmado:",
    code_rule: |house| {
        format!(
            "El código funciona durante 24 horas. Escríbelo solo en la página que hayas abierto tú. {house} nunca te lo pedirá en un mensaje \
             ni por teléfono."
        )
    },
    not_you: |n| {
        format!(
            "Si no has sido tú, no hagas caso de este mensaje. No pasará nada: sin confirmación la firma no cuenta y se borra al cabo de {}.",
            hours(n)
        )
    },
    keep: "Una vez confirmada, el mismo enlace lleva a tu firma, donde puedes ocultar lo que se muestra de ti o retirarla. Quien tenga el \
           enlace puede hacerlo, así que no reenvíes este mensaje.",
    again_who: "Alguien, probablemente tú, ha escrito esta dirección de correo para firmar esta campaña:",
    again_counts: "Ya se había firmado con esta dirección. Esa firma cuenta; no hace falta hacer nada más.",
    again_how: "Para verla, ocultar lo que se muestra de ti o retirarla, abre esta página. Quien tenga el enlace puede hacerlo, así que no \
                reenvíes este mensaje.",
    again_not_you: "Si no has sido tú quien ha intentado firmar otra vez, no hagas caso de este mensaje. No ha cambiado nada.",
    sign_in_who: "Alguien, probablemente tú, ha pedido entrar con esta dirección de correo. Si has sido tú, abre esta página y pulsa el botón \
                  que hay en ella:",
    sign_in_works: "El enlace funciona una sola vez y durante 15 minutos. En un navegador distinto de aquel en el que se pidió muestra un \
                    código para escribirlo allí.",
    sign_in_not_you: "Si no has sido tú, no hagas caso de este mensaje. Sin este enlace no puede entrar nadie; no lo pases nunca a otra \
                      persona, ni tampoco el código que muestra.",
    signed_in_subject: |house| format!("{house}: alguien ha entrado"),
    signed_in_what: "Alguien, probablemente tú, acaba de entrar en tu cuenta con un enlace enviado a esta dirección.",
    signed_in_not_you: "Si no has sido tú, otra persona puede leer tu correo. Cambia la contraseña de tu buzón y después entra y cierra \
                        todas las demás sesiones en la página de tu cuenta:",
    milestone_subject: |house| format!("{house}: novedades sobre lo que llevas"),
    milestone_what: "Esta campaña tuya ha alcanzado una de sus marcas:",
    milestone_how: "Su página dice cuál, y qué puedes hacer ahora:",
    reviewed_subject: |house| format!("{house}: hay una decisión sobre lo que enviaste"),
    reviewed_what: "Alguien del equipo de moderación ha leído lo que enviaste y ha decidido. Esta página dice qué se ha decidido y qué puedes \
                    hacer ahora:",
    hidden_subject: |house| format!("{house}: hay una decisión sobre lo que llevas aquí"),
    hidden_what: "El equipo de moderación ha retirado una campaña de tu equipo. Ya nadie puede firmarla; lo que se confirmó se conserva. Esta página \
                  dice por qué. Si crees que es un error, escribe a quienes llevan el sitio: su dirección está al pie de cada página.",
    shown_again_what: "El equipo de moderación ha devuelto una campaña de tu equipo a su sitio, tal como estaba. Se puede volver a leer y firmar:",
    report_subject: |house| format!("{house}: la respuesta que pediste"),
    report_who: "Alguien, probablemente tú, nos avisó de que algo no está bien y pidió una respuesta a esta dirección. El equipo de moderación lo ha mirado.",
    report_nothing: "Qué se decidió: no había nada que cambiar.",
    report_hidden: "Qué se decidió: aquello de lo que avisaste se ha retirado por completo.",
    report_removed: "Qué se decidió: se han quitado las palabras de una persona de las que avisaste.",
    report_deleted: "Con este mensaje se borra aquí tu dirección. Si no fuiste tú, no hagas caso.",
    proof_set_up_subject: |house| format!("{house}: se ha configurado una aplicación de autenticación"),
    proof_set_up_what: "Alguien, probablemente tú, ha configurado una aplicación de autenticación para tu cuenta. Si no has sido tú, otra persona \
                        puede leer tu correo y usa tu cuenta: cambia la contraseña de tu buzón, pide a quien administra el servidor que quite esa \
                        aplicación y mira tu cuenta:",
    proof_removed_subject: |house| format!("{house}: se ha quitado tu aplicación de autenticación"),
    proof_removed_what: "Se ha quitado la aplicación de autenticación de tu cuenta; lo has hecho tú o quien administra el servidor, que quita también las llaves de acceso. Ahora basta un \
                         enlace enviado a esta dirección para usarla. Si no lo has pedido, inicia sesión y configura de nuevo una aplicación o una llave de acceso:",
    passkey_added_subject: |house| format!("{house}: se ha añadido una llave de acceso"),
    passkey_added_what: "Alguien, probablemente tú, ha añadido una llave de acceso a tu cuenta: quien tenga su dispositivo puede iniciar sesión con ella. \
                         Si no has sido tú, otra persona puede leer tu correo y usa tu cuenta: cambia la contraseña de tu buzón, inicia sesión, quita \
                         esa llave y cierra la sesión de los navegadores que no conozcas:",
    passkey_removed_subject: |house| format!("{house}: se ha quitado una llave de acceso"),
    passkey_removed_what: "Se ha quitado una llave de acceso de tu cuenta. Si no has sido tú, otra persona usa tu cuenta: cambia la contraseña de tu \
                           buzón, inicia sesión y mira lo que queda:",
    staff_invited_subject: |house| format!("{house}: una invitación"),
    staff_invited_what: "Alguien que lleva esta casa te pide que ayudes en ella. Si quieres, inicia sesión con esta dirección de correo en un plazo \
                         de 14 días y ten a mano una aplicación de autenticación o un dispositivo para una llave de acceso. Si no, no hagas caso de este mensaje:",
    campaigner_invited_what: "Alguien que lleva esta casa te invita a iniciar campañas en ella. Si quieres, inicia sesión con esta dirección de correo. \
                              Si no, no hagas caso de este mensaje:",
    update_subject: |house| format!("{house}: las novedades que pediste"),
    update_who: "Pediste novedades de esta campaña, y hay una:",
    update_test: "Esto es una prueba que solo recibes tú. A quienes firmaron esta campaña les llegará así:",
    update_page: "Puedes leer todas las novedades aquí:",
    update_stop: "¿No quieres recibir más? Pulsa el botón de esta página. Quien tenga el enlace puede hacerlo, así que no reenvíes este mensaje.",
    support_what: "Alguien que escribe aquí pregunta si apoyas una idea, y escribiste tu dirección para ello. Si la apoyas, pulsa el botón de esta página:",
    support_how: "El enlace sirve 24 horas. Si no sabes nada de esto, ignora este mensaje: tu dirección no se guarda y no ocurre nada.",
    invited_subject: |house| format!("{house}: una invitación"),
    invited_what: "Alguien que lleva campañas aquí te invita a trabajar con su equipo. Esta página muestra qué equipo es, y allí puedes decidir:",
    invited_how: "El enlace sirve siete días, solo para quien inicie sesión con esta dirección. Si no quieres unirte, ignora este mensaje: la \
                  dirección se olvida después.",
    joined_subject: |house| format!("{house}: alguien ha aceptado una invitación"),
    joined_what: "Alguien ha aceptado una invitación a un equipo tuyo. Esta página muestra quién está en él:",
    joined_how: "Si no sabes nada de esto, mira allí los papeles y quita a quien no corresponda.",
    offered_subject: |house| format!("{house}: te ofrecen algo"),
    offered_what: "Alguien que lleva campañas aquí quiere cederte una. Inicia sesión con esta dirección para verla y decidir:",
    offered_how: "La oferta vale siete días. Si no la quieres, ignora este mensaje: la dirección se olvida después.",
    changed_subject: |house| format!("{house}: ha cambiado lo que puedes hacer"),
    changed_what: "Una persona titular de un equipo en el que estás ha cambiado lo que puedes hacer en él, o te ha quitado. Esta página muestra \
                   tus equipos:",
    role_changed_what: "Alguien que lleva esta casa ha cambiado lo que puedes hacer en ella. La página de tu cuenta muestra qué salas te están \
                        abiertas:",
    taken_subject: |house| format!("{house}: han aceptado lo que ofreciste"),
    taken_what: "Una campaña que tu equipo ofrecía es ahora de otro. Tu equipo no ve de ella más que cualquiera. Esta página muestra tu equipo:",
    test_arrived: "Alguien que administra el servidor lo ha enviado para ver si el correo llega. Ha llegado.",
};

fn hours(n: u32) -> String {
    if n == 1 { "1 hora".to_owned() } else { format!("{n} horas") }
}
