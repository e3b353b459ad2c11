/// Runs a body on whichever database a [`super::Link`] leads to. The body is compiled once for each.
macro_rules! each_db {
    ($link:expr, $conn:ident => $body:expr) => {
        match $link {
            $crate::store::Link::Sqlite($conn) => $body,
            $crate::store::Link::Postgres($conn) => $body,
        }
    };
}

/// Names SQL texts that both databases understand, and lists them as `STATEMENTS` so that a test prepares each on both.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* const $name: &str = $sql;)*

        /// Every SQL text of this module, by name.
        pub const STATEMENTS: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

pub(crate) use {each_db, statements};
