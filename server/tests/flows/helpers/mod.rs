//! What flows are told with: a site over either database, a browser, pages, mails.

mod authenticator;
mod browser;
mod clock;
mod command;
mod device;
mod form;
mod mail;
mod page;
mod postgres;
mod process;
mod sheet;
mod site;

pub use authenticator::Authenticator;
pub use browser::{Browser, NAMED};
pub use clock::FakeClock;
pub use command::{Ran, bounded, command};
pub use device::Device;
pub use form::Form;
pub use mail::Letter;
pub use page::Page;
pub use postgres::new_database;
pub use process::{Answer, House, request};
pub use sheet::sheet;
pub use site::{On, Site};

/// The campaign that flows sign.
pub const CAMPAIGN: &str = "/en/campaigns/halt-deportations";

/// Runs each flow on SQLite and on PostgreSQL.
macro_rules! flows {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name($crate::helpers::On::Sqlite).await;
            })+
        }

        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name($crate::helpers::On::Postgres).await;
            })+
        }
    };
}
