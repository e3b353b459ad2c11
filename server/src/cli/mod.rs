//! The command line: arguments and what each command calls.

mod admin;
pub mod backup;
pub mod bounce;
pub mod campaign;
mod config;
pub mod export;
mod mail;
pub mod migrate;
pub mod open;
mod output;
pub mod reasons;
mod review;
mod serve;
mod updates;

pub use crate::failure::Failure;

use crate::config::{Config, Sources};
use crate::signatures::ReasonState;
use app::exports::{Column, Dimension};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::{net::SocketAddr, path::PathBuf};

/// Petitions that protect those who sign them.
#[derive(Debug, Parser)]
#[command(name = "undersigned", version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    /// What every command takes.
    #[command(flatten)]
    pub place: Place,
    /// What is to be done.
    #[command(subcommand)]
    pub command: Command,
}

/// Where the data and the configuration are.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Folder of the database and the keys [default: data]
    #[arg(long, global = true, value_name = "DIR", env = "UNDERSIGNED_DATA")]
    pub data: Option<PathBuf>,
    /// Configuration file [default: undersigned.toml in the data folder]
    #[arg(long, global = true, value_name = "FILE", env = "UNDERSIGNED_CONFIG")]
    pub config: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the site until SIGTERM or Ctrl-C
    Serve {
        /// Address to listen on [default: 127.0.0.1:3000]
        #[arg(long, value_name = "HOST:PORT")]
        addr: Option<String>,
    },
    /// Bring the database up to this version
    Migrate,
    /// Make the first admin; help who has lost an authenticator app
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Import or list campaigns
    #[command(subcommand)]
    Campaign(CampaignCommand),
    /// Export counts or sealed signers
    #[command(subcommand)]
    Export(ExportCommand),
    /// Open a sealed export with a campaign's private key; needs no database
    Open(OpenArgs),
    /// Review the campaigns that were submitted in the browser
    #[command(subcommand)]
    Review(ReviewCommand),
    /// Review the updates that teams have submitted in the browser
    #[command(subcommand)]
    Updates(UpdatesCommand),
    /// Review the reasons that signers want to show
    #[command(subcommand)]
    Reasons(ReasonsCommand),
    /// Check or explain the configuration
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Try the mail server; have mails wait or tried again
    #[command(subcommand)]
    Mail(MailCommand),
    /// Take in one report of a mail that came back, from standard input; for the mail server's pipe
    Bounce,
    /// Copy the database while it is served, without what must not be kept
    Backup {
        /// The copy; must not exist yet
        file: PathBuf,
    },
}

/// `admin …`
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Make the owner of an address an admin, and mail where to sign in. Admins invite others in the browser
    Invite {
        /// The e-mail address
        address: String,
    },
    /// Remove authenticator app and passkeys of an account whose owner has lost them, and sign the account out everywhere
    ResetProof {
        /// The account's e-mail address
        address: String,
    },
}

/// `campaign …`
#[derive(Debug, Subcommand)]
pub enum CampaignCommand {
    /// Import a campaign from a TOML file, and make its key pair
    Import(ImportArgs),
    /// List all campaigns with their counts
    List,
}

/// `campaign import`
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The campaign
    pub file: PathBuf,
    /// Where the campaign's private key is written, once; outside the data folder
    #[arg(long, value_name = "PATH")]
    pub key_out: PathBuf,
}

/// `export …`
#[derive(Debug, Subcommand)]
pub enum ExportCommand {
    /// Exact counts, for those who run the house: small groups are told, too
    Counts(CountsArgs),
    /// The signers of a campaign, sealed as they are stored
    Sealed {
        /// The campaign
        #[arg(long, value_name = "SLUG")]
        campaign: String,
        /// Where to write it [default: standard output]
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// The signers of a campaign as CSV, sealed and opened in one go
    Signers {
        /// The campaign
        #[arg(long, value_name = "SLUG")]
        campaign: String,
        /// The campaign's private key
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// Where to write it [default: standard output]
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// `export counts`
#[derive(Debug, Args)]
pub struct CountsArgs {
    /// Break the counts down [possible values: day, hour, country, region, source, locale]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = dimension)]
    pub by: Vec<Dimension>,
    /// What to count [default: signatures] [possible values: signatures, signed, mailed, bounced, confirmed, fast, expired, withdrawn, invalidated, restored]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = column)]
    pub events: Vec<Column>,
    /// The first day, in each campaign's time zone
    #[arg(long, value_name = "DAY")]
    pub from: Option<String>,
    /// The last day
    #[arg(long, value_name = "DAY")]
    pub to: Option<String>,
    /// How to write them
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub format: Format,
    /// One campaign only
    #[arg(long, value_name = "SLUG")]
    pub campaign: Option<String>,
    /// Where to write them [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

fn dimension(name: &str) -> Result<Dimension, String> {
    Dimension::parse(name).ok_or_else(|| "it is none of day, hour, country, region, source, locale".to_owned())
}

fn column(name: &str) -> Result<Column, String> {
    Column::parse(name).ok_or_else(|| {
        "it is none of signatures, signed, mailed, bounced, confirmed, fast, expired, withdrawn, invalidated, restored"
            .to_owned()
    })
}

/// How counts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table.
    Csv,
    /// A workbook.
    Xlsx,
    /// An array of objects.
    Json,
}

/// `open`
#[derive(Debug, Args)]
pub struct OpenArgs {
    /// The campaign's private key
    #[arg(long, value_name = "KEY")]
    pub key: PathBuf,
    /// The sealed export
    pub file: PathBuf,
    /// Where to write the CSV [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `review …`
#[derive(Debug, Subcommand)]
pub enum ReviewCommand {
    /// Campaigns that wait, the oldest first: number, since when (UTC), address and title
    List,
    /// All texts of one that waits
    Show {
        /// Its number, as `review list` gives it
        id: String,
    },
    /// Make it public
    Publish {
        /// Its number, as `review list` gives it
        id: String,
    },
    /// Give it back to its team, who can change it and submit it again
    SendBack {
        /// Its number, as `review list` gives it
        id: String,
        /// What its team should change
        #[arg(long)]
        remark: String,
    },
    /// Refuse it for good
    Reject {
        /// Its number, as `review list` gives it
        id: String,
        /// Why, for its team
        #[arg(long)]
        remark: String,
    },
}

/// `updates …`
#[derive(Debug, Subcommand)]
pub enum UpdatesCommand {
    /// Updates that wait, the oldest first: number, since when (UTC), address of the campaign and title
    List,
    /// The text of one that waits
    Show {
        /// Its number, as `updates list` gives it
        id: String,
    },
    /// Make it public; its team can then mail it to signers
    Approve {
        /// Its number, as `updates list` gives it
        id: String,
    },
    /// Give it back to its team, who can change it and submit it again
    SendBack {
        /// Its number, as `updates list` gives it
        id: String,
        /// What its team should change
        #[arg(long)]
        remark: String,
    },
}

/// `reasons …`
#[derive(Debug, Subcommand)]
pub enum ReasonsCommand {
    /// Reasons that wait for review or are shown: number, campaign, state, name and text, in no order of time
    List {
        /// One campaign only
        #[arg(long, value_name = "SLUG")]
        campaign: Option<String>,
        /// Those in this state only
        #[arg(long, value_enum)]
        state: Option<ReasonState>,
    },
    /// Show a reason on its campaign's page
    Show {
        /// Its number in the list
        id: String,
    },
    /// Take a reason off, or refuse it; the signature stays
    Remove {
        /// Its number in the list
        id: String,
    },
}

/// `config …`
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Say what is wrong with the configuration, and how to put it right
    Check,
    /// List every setting with its variable and default
    Keys,
}

/// `mail …`
#[derive(Debug, Subcommand)]
pub enum MailCommand {
    /// Send a mail that says nothing, to see whether mail works
    Test {
        /// Where it goes
        address: String,
    },
    /// Say whether mails go out, how many wait and how many were given up
    Status,
    /// Have mails wait in the outbox, at all servers of this database, while people go on signing
    Pause,
    /// Have waiting mails sent, after `mail pause` or where the database was restored from a backup
    Resume,
    /// Put mails that were given up back into the outbox
    ///
    /// A mail is given up when it was refused, or not taken for three days. It is kept for seven days, and its address can be read for four:
    /// what can no longer be read is removed. `mail status` says how many there are.
    Retry,
}

/// Does what the command line says.
///
/// # Errors
/// One sentence with its remedy.
pub async fn run(cli: Cli) -> Result<(), Failure> {
    // Needs no configuration, and has to work on a machine that has none.
    let command = match cli.command {
        Command::Open(args) => return open::run(args).await,
        Command::Config(ConfigCommand::Keys) => return config::keys(),
        command => command,
    };
    let listen = match &command {
        Command::Serve { addr: Some(addr) } => Some(serve::address(addr).await?),
        _ => None,
    };
    let config = Config::load(&sources(cli.place, listen))?;
    match command {
        Command::Serve { .. } => serve::run(config).await,
        Command::Config(_) => config::check(&config).await,
        command => {
            quiet_log(&config)?;
            dispatch(config, command).await
        }
    }
}

async fn dispatch(config: Config, command: Command) -> Result<(), Failure> {
    match command {
        Command::Migrate => migrate::run(config).await,
        Command::Admin(command) => admin::run(config, command).await,
        Command::Campaign(CampaignCommand::Import(args)) => campaign::import(config, args).await,
        Command::Campaign(CampaignCommand::List) => campaign::list(config).await,
        Command::Export(ExportCommand::Counts(args)) => export::counts(config, args).await,
        Command::Export(ExportCommand::Sealed { campaign, out }) => export::sealed(config, &campaign, out).await,
        Command::Export(ExportCommand::Signers { campaign, key, out }) => {
            export::signers(config, &campaign, &key, out).await
        }
        Command::Reasons(command) => reasons::run(config, command).await,
        Command::Updates(command) => updates::run(config, command).await,
        Command::Review(command) => review::run(config, command).await,
        Command::Mail(command) => mail::run(config, command).await,
        Command::Bounce => bounce::run(config).await,
        Command::Backup { file } => backup::run(config, &file).await,
        Command::Serve { .. } | Command::Open(_) | Command::Config(_) => Ok(()),
    }
}

fn sources(place: Place, listen: Option<SocketAddr>) -> Sources {
    Sources { data: place.data, config: place.config, listen, ..Sources::from_environment() }
}

/// Commands tell their user what matters themselves; the log adds only what went wrong.
fn quiet_log(config: &Config) -> Result<(), Failure> {
    let log = crate::config::Log { level: "warn".to_owned(), ..config.log.clone() };
    crate::logging::start(&log).map_err(|error| Failure::new(format!("Logging could not be started: {error}.")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_contradict_nothing() {
        Cli::command().debug_assert();
    }

    #[test]
    fn counts_take_a_list_of_dimensions() {
        let cli = Cli::try_parse_from([
            "undersigned",
            "export",
            "counts",
            "--by",
            "day,country",
            "--format",
            "json",
            "--data",
            "x",
        ])
        .unwrap();
        let Command::Export(ExportCommand::Counts(args)) = cli.command else { panic!("another command") };
        assert_eq!(args.by, [Dimension::Day, Dimension::Country]);
        assert_eq!(args.format, Format::Json);
        assert_eq!(cli.place.data, Some(PathBuf::from("x")));
    }
}
