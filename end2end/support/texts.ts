/** What the stories look for on the pages, in each language. */
const en = {
  home: 'Sign for what you want changed. What we do not know about you, nobody can take from us.',
  sign: 'Sign',
  name: 'Name',
  email: 'E-mail',
  country: 'Country you live in',
  postcode: /^Postcode area/,
  reason: /^Why do you sign\?/,
  showReason: 'Show my reason on this page',
  showName: 'Show my name beside it',
  updates: 'Send me updates on this campaign',
  contact: 'The campaign’s team may write to me',
  inbox: 'Check your inbox',
  code: 'Code from the mail',
  confirm: 'Confirm your signature',
  confirmButton: 'Confirm my signature',
  publicName: /^The name/,
  publicReason: /^The reason/,
  thanks: 'Thank you',
  counts: 'Your signature counts.',
  mine: 'My signature',
  confirmed: 'Confirmed, and counted',
  withdrawn: 'Withdrawn by you, and not counted',
  hide: 'Hide my name and reason',
  withdrawOpen: 'Withdraw my signature',
  withdraw: 'Yes, withdraw it',
  nothing: 'Nothing',
  linkInvalid: 'This link does not work any more',
  notFound: 'There is nothing here',
  toCampaign: 'To the campaign',
  allCampaigns: 'All campaigns',
  missingName: 'Enter your name.',
  missingEmail: 'Enter your e-mail address.',
  missingCountry: 'Choose the country you live in.',
  wrongCode: 'This code does not fit. Look at it again, or use the link in the mail.',
  missingCode: 'Enter the code from the mail.',
  confirmSubject: 'Undersigned: please confirm your e-mail address',
  againSubject: 'Undersigned: your e-mail address was confirmed before',
};

const es: typeof en = {
  home: 'Firma por lo que quieres cambiar. Lo que no sabemos de ti, nadie nos lo puede quitar.',
  sign: 'Firmar',
  name: 'Nombre',
  email: 'Correo electrónico',
  country: 'País en el que vives',
  postcode: /^Zona postal/,
  reason: /^¿Por qué firmas\?/,
  showReason: 'Mostrar mi motivo en esta página',
  showName: 'Mostrar mi nombre al lado',
  updates: 'Quiero recibir novedades de esta campaña',
  contact: 'El equipo de la campaña puede escribirme',
  inbox: 'Revisa tu correo',
  code: 'Código del correo',
  confirm: 'Confirma tu firma',
  confirmButton: 'Confirmar mi firma',
  publicName: /^El nombre/,
  publicReason: /^El motivo/,
  thanks: 'Gracias',
  counts: 'Tu firma cuenta.',
  mine: 'Mi firma',
  confirmed: 'Confirmada y contada',
  withdrawn: 'Retirada por ti; no cuenta',
  hide: 'Ocultar mi nombre y mi motivo',
  withdrawOpen: 'Retirar mi firma',
  withdraw: 'Sí, retirarla',
  nothing: 'Nada',
  linkInvalid: 'Este enlace ya no funciona',
  notFound: 'Aquí no hay nada',
  toCampaign: 'Ir a la campaña',
  allCampaigns: 'Todas las campañas',
  missingName: 'Escribe tu nombre.',
  missingEmail: 'Escribe tu dirección de correo.',
  missingCountry: 'Elige el país en el que vives.',
  wrongCode: 'Este código no coincide. Míralo otra vez o usa el enlace del correo.',
  missingCode: 'Escribe el código del correo.',
  confirmSubject: 'Undersigned: confirma tu dirección de correo',
  againSubject: 'Undersigned: tu dirección de correo ya estaba confirmada',
};

export type Lang = 'en' | 'es';
export const texts = { en, es };

/** Reasons are shown once a person has read them. */
export const DEPORTATIONS = { slug: 'halt-deportations', en: 'Halt the deportations', es: 'Alto a las deportaciones' };
/** Reasons are shown as soon as the signature is confirmed. */
export const LIBRARY = {
  slug: 'library-sundays',
  en: 'Open the Larkhaven library on Sundays again',
  es: 'Que la biblioteca de Larkhaven vuelva a abrir los domingos',
};
/** Takes no reasons, and asks for no postcode. */
export const CROSSING = {
  slug: 'safe-crossing',
  en: 'A safe crossing at Tres Encinos school',
  es: 'Un cruce seguro frente a la escuela Tres Encinos',
};
export const CAMPAIGNS = [DEPORTATIONS, LIBRARY, CROSSING];
