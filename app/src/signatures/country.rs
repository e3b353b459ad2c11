//! The countries that a signer can choose from.

use std::fmt;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::i18n::Lang;

/// Code, English name and Spanish name of each country, sorted by code.
///
/// Codes are the 249 officially assigned alpha-2 codes of ISO 3166-1. Names are those of the Unicode CLDR (release 48, locales `en` and
/// `es-US`); where it offers a more formal name than people use ("Hong Kong SAR China", "Palestinian Territories") the everyday one stands.
pub(crate) static COUNTRIES: &[(&str, &str, &str)] = &[
    ("AD", "Andorra", "Andorra"),
    ("AE", "United Arab Emirates", "Emiratos Árabes Unidos"),
    ("AF", "Afghanistan", "Afganistán"),
    ("AG", "Antigua and Barbuda", "Antigua y Barbuda"),
    ("AI", "Anguilla", "Anguila"),
    ("AL", "Albania", "Albania"),
    ("AM", "Armenia", "Armenia"),
    ("AO", "Angola", "Angola"),
    ("AQ", "Antarctica", "Antártida"),
    ("AR", "Argentina", "Argentina"),
    ("AS", "American Samoa", "Samoa Americana"),
    ("AT", "Austria", "Austria"),
    ("AU", "Australia", "Australia"),
    ("AW", "Aruba", "Aruba"),
    ("AX", "Åland Islands", "Islas Åland"),
    ("AZ", "Azerbaijan", "Azerbaiyán"),
    ("BA", "Bosnia and Herzegovina", "Bosnia y Herzegovina"),
    ("BB", "Barbados", "Barbados"),
    ("BD", "Bangladesh", "Bangladés"),
    ("BE", "Belgium", "Bélgica"),
    ("BF", "Burkina Faso", "Burkina Faso"),
    ("BG", "Bulgaria", "Bulgaria"),
    ("BH", "Bahrain", "Baréin"),
    ("BI", "Burundi", "Burundi"),
    ("BJ", "Benin", "Benín"),
    ("BL", "St. Barthélemy", "San Bartolomé"),
    ("BM", "Bermuda", "Bermudas"),
    ("BN", "Brunei", "Brunéi"),
    ("BO", "Bolivia", "Bolivia"),
    ("BQ", "Caribbean Netherlands", "Caribe Neerlandés"),
    ("BR", "Brazil", "Brasil"),
    ("BS", "Bahamas", "Bahamas"),
    ("BT", "Bhutan", "Bután"),
    ("BV", "Bouvet Island", "Isla Bouvet"),
    ("BW", "Botswana", "Botsuana"),
    ("BY", "Belarus", "Bielorrusia"),
    ("BZ", "Belize", "Belice"),
    ("CA", "Canada", "Canadá"),
    ("CC", "Cocos (Keeling) Islands", "Islas Cocos"),
    ("CD", "Congo (DRC)", "República Democrática del Congo"),
    ("CF", "Central African Republic", "República Centroafricana"),
    ("CG", "Congo (Republic)", "República del Congo"),
    ("CH", "Switzerland", "Suiza"),
    ("CI", "Côte d’Ivoire", "Costa de Marfil"),
    ("CK", "Cook Islands", "Islas Cook"),
    ("CL", "Chile", "Chile"),
    ("CM", "Cameroon", "Camerún"),
    ("CN", "China", "China"),
    ("CO", "Colombia", "Colombia"),
    ("CR", "Costa Rica", "Costa Rica"),
    ("CU", "Cuba", "Cuba"),
    ("CV", "Cape Verde", "Cabo Verde"),
    ("CW", "Curaçao", "Curazao"),
    ("CX", "Christmas Island", "Isla de Navidad"),
    ("CY", "Cyprus", "Chipre"),
    ("CZ", "Czechia", "Chequia"),
    ("DE", "Germany", "Alemania"),
    ("DJ", "Djibouti", "Yibuti"),
    ("DK", "Denmark", "Dinamarca"),
    ("DM", "Dominica", "Dominica"),
    ("DO", "Dominican Republic", "República Dominicana"),
    ("DZ", "Algeria", "Argelia"),
    ("EC", "Ecuador", "Ecuador"),
    ("EE", "Estonia", "Estonia"),
    ("EG", "Egypt", "Egipto"),
    ("EH", "Western Sahara", "Sáhara Occidental"),
    ("ER", "Eritrea", "Eritrea"),
    ("ES", "Spain", "España"),
    ("ET", "Ethiopia", "Etiopía"),
    ("FI", "Finland", "Finlandia"),
    ("FJ", "Fiji", "Fiyi"),
    ("FK", "Falkland Islands", "Islas Malvinas"),
    ("FM", "Micronesia", "Micronesia"),
    ("FO", "Faroe Islands", "Islas Feroe"),
    ("FR", "France", "Francia"),
    ("GA", "Gabon", "Gabón"),
    ("GB", "United Kingdom", "Reino Unido"),
    ("GD", "Grenada", "Granada"),
    ("GE", "Georgia", "Georgia"),
    ("GF", "French Guiana", "Guayana Francesa"),
    ("GG", "Guernsey", "Guernsey"),
    ("GH", "Ghana", "Ghana"),
    ("GI", "Gibraltar", "Gibraltar"),
    ("GL", "Greenland", "Groenlandia"),
    ("GM", "Gambia", "Gambia"),
    ("GN", "Guinea", "Guinea"),
    ("GP", "Guadeloupe", "Guadalupe"),
    ("GQ", "Equatorial Guinea", "Guinea Ecuatorial"),
    ("GR", "Greece", "Grecia"),
    ("GS", "South Georgia and South Sandwich Islands", "Islas Georgia del Sur y Sandwich del Sur"),
    ("GT", "Guatemala", "Guatemala"),
    ("GU", "Guam", "Guam"),
    ("GW", "Guinea-Bissau", "Guinea-Bisáu"),
    ("GY", "Guyana", "Guyana"),
    ("HK", "Hong Kong", "Hong Kong"),
    ("HM", "Heard and McDonald Islands", "Islas Heard y McDonald"),
    ("HN", "Honduras", "Honduras"),
    ("HR", "Croatia", "Croacia"),
    ("HT", "Haiti", "Haití"),
    ("HU", "Hungary", "Hungría"),
    ("ID", "Indonesia", "Indonesia"),
    ("IE", "Ireland", "Irlanda"),
    ("IL", "Israel", "Israel"),
    ("IM", "Isle of Man", "Isla de Man"),
    ("IN", "India", "India"),
    ("IO", "British Indian Ocean Territory", "Territorio Británico del Océano Índico"),
    ("IQ", "Iraq", "Irak"),
    ("IR", "Iran", "Irán"),
    ("IS", "Iceland", "Islandia"),
    ("IT", "Italy", "Italia"),
    ("JE", "Jersey", "Jersey"),
    ("JM", "Jamaica", "Jamaica"),
    ("JO", "Jordan", "Jordania"),
    ("JP", "Japan", "Japón"),
    ("KE", "Kenya", "Kenia"),
    ("KG", "Kyrgyzstan", "Kirguistán"),
    ("KH", "Cambodia", "Camboya"),
    ("KI", "Kiribati", "Kiribati"),
    ("KM", "Comoros", "Comoras"),
    ("KN", "St. Kitts and Nevis", "San Cristóbal y Nieves"),
    ("KP", "North Korea", "Corea del Norte"),
    ("KR", "South Korea", "Corea del Sur"),
    ("KW", "Kuwait", "Kuwait"),
    ("KY", "Cayman Islands", "Islas Caimán"),
    ("KZ", "Kazakhstan", "Kazajistán"),
    ("LA", "Laos", "Laos"),
    ("LB", "Lebanon", "Líbano"),
    ("LC", "St. Lucia", "Santa Lucía"),
    ("LI", "Liechtenstein", "Liechtenstein"),
    ("LK", "Sri Lanka", "Sri Lanka"),
    ("LR", "Liberia", "Liberia"),
    ("LS", "Lesotho", "Lesoto"),
    ("LT", "Lithuania", "Lituania"),
    ("LU", "Luxembourg", "Luxemburgo"),
    ("LV", "Latvia", "Letonia"),
    ("LY", "Libya", "Libia"),
    ("MA", "Morocco", "Marruecos"),
    ("MC", "Monaco", "Mónaco"),
    ("MD", "Moldova", "Moldavia"),
    ("ME", "Montenegro", "Montenegro"),
    ("MF", "St. Martin", "San Martín"),
    ("MG", "Madagascar", "Madagascar"),
    ("MH", "Marshall Islands", "Islas Marshall"),
    ("MK", "North Macedonia", "Macedonia del Norte"),
    ("ML", "Mali", "Mali"),
    ("MM", "Myanmar (Burma)", "Myanmar (Birmania)"),
    ("MN", "Mongolia", "Mongolia"),
    ("MO", "Macao", "Macao"),
    ("MP", "Northern Mariana Islands", "Islas Marianas del Norte"),
    ("MQ", "Martinique", "Martinica"),
    ("MR", "Mauritania", "Mauritania"),
    ("MS", "Montserrat", "Montserrat"),
    ("MT", "Malta", "Malta"),
    ("MU", "Mauritius", "Mauricio"),
    ("MV", "Maldives", "Maldivas"),
    ("MW", "Malawi", "Malaui"),
    ("MX", "Mexico", "México"),
    ("MY", "Malaysia", "Malasia"),
    ("MZ", "Mozambique", "Mozambique"),
    ("NA", "Namibia", "Namibia"),
    ("NC", "New Caledonia", "Nueva Caledonia"),
    ("NE", "Niger", "Níger"),
    ("NF", "Norfolk Island", "Isla Norfolk"),
    ("NG", "Nigeria", "Nigeria"),
    ("NI", "Nicaragua", "Nicaragua"),
    ("NL", "Netherlands", "Países Bajos"),
    ("NO", "Norway", "Noruega"),
    ("NP", "Nepal", "Nepal"),
    ("NR", "Nauru", "Nauru"),
    ("NU", "Niue", "Niue"),
    ("NZ", "New Zealand", "Nueva Zelanda"),
    ("OM", "Oman", "Omán"),
    ("PA", "Panama", "Panamá"),
    ("PE", "Peru", "Perú"),
    ("PF", "French Polynesia", "Polinesia Francesa"),
    ("PG", "Papua New Guinea", "Papúa Nueva Guinea"),
    ("PH", "Philippines", "Filipinas"),
    ("PK", "Pakistan", "Pakistán"),
    ("PL", "Poland", "Polonia"),
    ("PM", "St. Pierre and Miquelon", "San Pedro y Miquelón"),
    ("PN", "Pitcairn Islands", "Islas Pitcairn"),
    ("PR", "Puerto Rico", "Puerto Rico"),
    ("PS", "Palestine", "Palestina"),
    ("PT", "Portugal", "Portugal"),
    ("PW", "Palau", "Palaos"),
    ("PY", "Paraguay", "Paraguay"),
    ("QA", "Qatar", "Catar"),
    ("RE", "Réunion", "Reunión"),
    ("RO", "Romania", "Rumania"),
    ("RS", "Serbia", "Serbia"),
    ("RU", "Russia", "Rusia"),
    ("RW", "Rwanda", "Ruanda"),
    ("SA", "Saudi Arabia", "Arabia Saudita"),
    ("SB", "Solomon Islands", "Islas Salomón"),
    ("SC", "Seychelles", "Seychelles"),
    ("SD", "Sudan", "Sudán"),
    ("SE", "Sweden", "Suecia"),
    ("SG", "Singapore", "Singapur"),
    ("SH", "St. Helena", "Santa Elena"),
    ("SI", "Slovenia", "Eslovenia"),
    ("SJ", "Svalbard and Jan Mayen", "Svalbard y Jan Mayen"),
    ("SK", "Slovakia", "Eslovaquia"),
    ("SL", "Sierra Leone", "Sierra Leona"),
    ("SM", "San Marino", "San Marino"),
    ("SN", "Senegal", "Senegal"),
    ("SO", "Somalia", "Somalia"),
    ("SR", "Suriname", "Surinam"),
    ("SS", "South Sudan", "Sudán del Sur"),
    ("ST", "São Tomé and Príncipe", "Santo Tomé y Príncipe"),
    ("SV", "El Salvador", "El Salvador"),
    ("SX", "Sint Maarten", "Sint Maarten"),
    ("SY", "Syria", "Siria"),
    ("SZ", "Eswatini", "Esuatini"),
    ("TC", "Turks and Caicos Islands", "Islas Turcas y Caicos"),
    ("TD", "Chad", "Chad"),
    ("TF", "French Southern Territories", "Territorios Australes Franceses"),
    ("TG", "Togo", "Togo"),
    ("TH", "Thailand", "Tailandia"),
    ("TJ", "Tajikistan", "Tayikistán"),
    ("TK", "Tokelau", "Tokelau"),
    ("TL", "Timor-Leste", "Timor Oriental"),
    ("TM", "Turkmenistan", "Turkmenistán"),
    ("TN", "Tunisia", "Túnez"),
    ("TO", "Tonga", "Tonga"),
    ("TR", "Türkiye", "Turquía"),
    ("TT", "Trinidad and Tobago", "Trinidad y Tobago"),
    ("TV", "Tuvalu", "Tuvalu"),
    ("TW", "Taiwan", "Taiwán"),
    ("TZ", "Tanzania", "Tanzania"),
    ("UA", "Ukraine", "Ucrania"),
    ("UG", "Uganda", "Uganda"),
    ("UM", "U.S. Outlying Islands", "Islas menores alejadas de EE. UU."),
    ("US", "United States", "Estados Unidos"),
    ("UY", "Uruguay", "Uruguay"),
    ("UZ", "Uzbekistan", "Uzbekistán"),
    ("VA", "Vatican City", "Ciudad del Vaticano"),
    ("VC", "St. Vincent and Grenadines", "San Vicente y las Granadinas"),
    ("VE", "Venezuela", "Venezuela"),
    ("VG", "British Virgin Islands", "Islas Vírgenes Británicas"),
    ("VI", "U.S. Virgin Islands", "Islas Vírgenes de EE. UU."),
    ("VN", "Vietnam", "Vietnam"),
    ("VU", "Vanuatu", "Vanuatu"),
    ("WF", "Wallis and Futuna", "Wallis y Futuna"),
    ("WS", "Samoa", "Samoa"),
    ("YE", "Yemen", "Yemen"),
    ("YT", "Mayotte", "Mayotte"),
    ("ZA", "South Africa", "Sudáfrica"),
    ("ZM", "Zambia", "Zambia"),
    ("ZW", "Zimbabwe", "Zimbabue"),
];

/// A country of ISO 3166-1, by its alpha-2 code in capitals. It can only be made from a code that is in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Reads an alpha-2 code in either case. `None` if no country has it, also for user-assigned codes and for "UK" and "EU", which are
    /// reserved but not countries.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        let country = Self(bytes.map(|byte| byte.to_ascii_uppercase()));
        country.row().map(|_| country)
    }

    /// The alpha-2 code in capitals.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The short everyday name.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        self.row().map_or("", |row| name_in(row, lang))
    }

    fn row(self) -> Option<&'static (&'static str, &'static str, &'static str)> {
        let at = COUNTRIES.binary_search_by(|row| row.0.as_bytes().cmp(&self.0)).ok()?;
        COUNTRIES.get(at)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::parse(&code).ok_or_else(|| serde::de::Error::custom("not a country code of ISO 3166-1"))
    }
}

/// Every country with its name, in the order in which a reader of that language looks for it: accents and case do not count.
#[must_use]
pub fn countries(lang: Lang) -> &'static [(Country, &'static str)] {
    static ENGLISH: OnceLock<Vec<(Country, &str)>> = OnceLock::new();
    static SPANISH: OnceLock<Vec<(Country, &str)>> = OnceLock::new();
    let list = match lang {
        Lang::En => &ENGLISH,
        Lang::Es => &SPANISH,
    };
    list.get_or_init(|| sorted(lang))
}

fn sorted(lang: Lang) -> Vec<(Country, &'static str)> {
    let mut list: Vec<_> =
        COUNTRIES.iter().filter_map(|row| Country::parse(row.0).map(|country| (country, name_in(row, lang)))).collect();
    list.sort_by_cached_key(|(_, name)| folded(name));
    list
}

fn name_in(row: &(&'static str, &'static str, &'static str), lang: Lang) -> &'static str {
    match lang {
        Lang::En => row.1,
        Lang::Es => row.2,
    }
}

/// Lower case without accents: enough for the letters that occur in the table (a test holds it to that).
fn folded(name: &str) -> String {
    name.chars()
        .map(|letter| match letter {
            'Á' | 'Å' | 'á' | 'ã' | 'å' => 'a',
            'ç' => 'c',
            'É' | 'é' => 'e',
            'Í' | 'í' => 'i',
            'ñ' => 'n',
            'Ó' | 'ó' | 'ô' => 'o',
            'ú' | 'ü' => 'u',
            '’' => '\'',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_complete_sorted_and_unique() {
        assert_eq!(COUNTRIES.len(), 249);
        assert!(COUNTRIES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (code, en, es) in COUNTRIES {
            assert!(code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase()), "{code}");
            assert!(!en.is_empty() && !es.is_empty(), "{code}");
        }
    }

    #[test]
    fn names_are_unique_in_each_language() {
        for lang in [Lang::En, Lang::Es] {
            let mut names: Vec<_> = countries(lang).iter().map(|(_, name)| folded(name)).collect();
            assert_eq!(names.len(), 249);
            names.dedup();
            assert_eq!(names.len(), 249);
        }
    }

    #[test]
    fn codes_are_read_in_either_case() {
        assert_eq!(Country::parse("mx").map(|c| c.as_str().to_owned()), Some("MX".to_owned()));
        assert_eq!(Country::parse("Us"), Country::parse("US"));
        for wrong in ["", "U", "USA", "UK", "EU", "XX", "ñ", "U ", "12"] {
            assert_eq!(Country::parse(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn names_are_everyday_names() {
        for (code, en, es) in [
            ("US", "United States", "Estados Unidos"),
            ("TW", "Taiwan", "Taiwán"),
            ("PS", "Palestine", "Palestina"),
            ("HK", "Hong Kong", "Hong Kong"),
            ("CI", "Côte d’Ivoire", "Costa de Marfil"),
        ] {
            let country = Country::parse(code).unwrap();
            assert_eq!((country.name(Lang::En), country.name(Lang::Es)), (en, es));
        }
    }

    #[test]
    fn lists_ignore_accents() {
        let place = |lang, code| {
            let wanted = Country::parse(code).unwrap();
            countries(lang).iter().position(|(country, _)| *country == wanted).unwrap()
        };
        assert_eq!(place(Lang::En, "AF"), 0);
        assert_eq!(place(Lang::En, "AX"), 1, "Åland stands after Afghanistan");
        assert!(place(Lang::Es, "MX") < place(Lang::Es, "FM"), "México before Micronesia");
        assert!(place(Lang::Es, "PA") < place(Lang::Es, "PG"), "Panamá before Papúa");
    }

    #[test]
    fn folding_covers_every_letter_of_the_table() {
        for (code, en, es) in COUNTRIES {
            assert!(folded(en).is_ascii(), "{code} {en}");
            assert!(folded(es).is_ascii(), "{code} {es}");
        }
    }

    #[test]
    fn text_form_is_the_code() {
        use serde::de::{IntoDeserializer, value::Error};
        let read = |code: &'static str| Country::deserialize(IntoDeserializer::<Error>::into_deserializer(code));
        let mexico = Country::parse("MX").unwrap();
        assert_eq!(mexico.to_string(), "MX");
        assert_eq!(read("mx"), Ok(mexico));
        assert!(read("XX").is_err());
    }
}
