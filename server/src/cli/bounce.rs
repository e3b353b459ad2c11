//! `undersigned bounce`.

use crate::{
    bounces::{LONGEST, Receiver},
    clock::SystemClock,
    config::Config,
    failure::Failure,
    privacy::ServerKeys,
    services::Foundation,
};
use std::{
    io::{self, Read},
    sync::Arc,
};

/// Takes in one report from standard input. What is none is ignored without opening the database: whoever likes can write to that address.
///
/// # Errors
/// One sentence with its remedy; the mail server is to try again then.
pub async fn run(config: Config) -> Result<(), Failure> {
    take(
        config,
        &read(io::stdin().lock()).map_err(|error| {
            Failure::new(format!(
                "The report cannot be read from standard input: {error}. Have the mail server pipe it here."
            ))
        })?,
    )
    .await
}

/// The beginning; all of it is taken, or the mail server would find the pipe broken.
fn read(mut input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.by_ref().take(LONGEST as u64).read_to_end(&mut bytes)?;
    io::copy(&mut input, &mut io::sink())?;
    Ok(bytes)
}

async fn take(config: Config, mail: &[u8]) -> Result<(), Failure> {
    let keys = ServerKeys::find(&config.keys_folder()).map_err(Failure::new)?.ok_or_else(|| {
        let folder = config.keys_folder();
        Failure::new(format!(
            "There is no server key in {}: name the data folder of the server by --data.",
            folder.display()
        ))
    })?;
    let receiver = Receiver::new(&config, keys.return_tags(), Arc::new(SystemClock)).ok_or_else(|| {
        Failure::new("No mail comes back to a mailbox that the server knows: set mail.bounces.address.")
    })?;
    let Some(report) = receiver.read(mail) else {
        tracing::warn!("what came to mail.bounces.address was no report on a mail of the last days, and was ignored");
        return Ok(());
    };
    let base = Foundation::for_command(&config).await?;
    let taken = receiver.take(&base.writer, &base.slot(), &[report]).await;
    base.close().await;
    taken.map(drop).map_err(Failure::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_is_read_to_its_end_and_mostly_dropped() {
        let mut flood = io::repeat(b'x').take(3 * LONGEST as u64);
        assert_eq!(read(&mut flood).unwrap().len(), LONGEST);
        assert_eq!(flood.limit(), 0);
    }
}
