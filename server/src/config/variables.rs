use super::keys;
use crate::failure::Failure;
use toml::{Table, Value};

const PREFIX: &str = "UNDERSIGNED_";

/// Variables that other parts of the program or its set-up read.
const OTHERS: [&str; 3] = ["UNDERSIGNED_CONFIG", "UNDERSIGNED_CACHE", "UNDERSIGNED_NO_RUSTUP"];

/// Puts each `UNDERSIGNED_*` variable into the table, at the key that it names. An empty one counts as not set.
pub(super) fn apply(table: &mut Table, variables: &[(String, String)]) -> Result<(), Failure> {
    let ours = variables
        .iter()
        .filter(|(name, value)| name.starts_with(PREFIX) && !value.is_empty() && !OTHERS.contains(&name.as_str()));
    for (name, text) in ours {
        let key = keys::KEYS.iter().find(|key| key.variable() == *name).ok_or_else(|| {
            Failure::new(format!("{name} names no setting; `undersigned config keys` lists all of them."))
        })?;
        let value = match key.kind {
            keys::Kind::Number => text
                .parse()
                .map(Value::Integer)
                .map_err(|_| Failure::new(format!("{name} has to be a whole number.")))?,
            keys::Kind::Text => Value::String(text.clone()),
        };
        put(table, key.name, value).ok_or_else(|| {
            Failure::new(format!("{name} contradicts the configuration file: {} is no section there.", key.name))
        })?;
    }
    Ok(())
}

fn put(table: &mut Table, name: &str, value: Value) -> Option<()> {
    match name.split_once('.') {
        Some((section, rest)) => {
            let inner = table.entry(section).or_insert_with(|| Value::Table(Table::new()));
            put(inner.as_table_mut()?, rest, value)
        }
        None => {
            table.insert(name.to_owned(), value);
            Some(())
        }
    }
}
