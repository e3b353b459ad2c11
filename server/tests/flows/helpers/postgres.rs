//! One PostgreSQL for all tests of this process, in a folder of its own, gone with the process.

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, postgres::PgConnectOptions};
use std::{
    env, fs,
    os::unix::{fs::MetadataExt, fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

/// Waits for the end of its input, which comes with the end of this process, and takes the server and its folder along.
const WATCHDOG: &str = r#"
"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c max_connections=400 -c shared_buffers=64MB >"$2/log" 2>&1 &
read -r _
kill -QUIT $!
wait $!
rm -rf "$2"
"#;

struct Cluster {
    folder: PathBuf,
    /// Its standard input is the thread by which the server's life hangs.
    _watchdog: Child,
}

static CLUSTER: OnceLock<Cluster> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A new, empty database: its URL.
pub async fn new_database() -> String {
    let folder = &CLUSTER.get_or_init(start).folder;
    let name = format!("flow{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let options = PgConnectOptions::new_without_pgpass().socket(folder).username("postgres").database("postgres");
    for _ in 0..1_000 {
        if let Ok(mut connection) = options.connect().await {
            // The name is made above, out of a number.
            connection.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
            connection.close().await.unwrap();
            return format!("postgres://postgres@localhost/{name}?host={}", folder.display());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("PostgreSQL does not answer:\n{}", fs::read_to_string(folder.join("log")).unwrap_or_default());
}

fn start() -> Cluster {
    let programs =
        programs().expect("these tests need PostgreSQL's initdb and postgres: run `make test`, which installs them");
    let folder = tempfile::Builder::new().prefix("undersigned-pg-").tempdir().unwrap().keep();
    let owner = owner(&folder);
    let command = |program: &Path| {
        let mut command = Command::new(program);
        command.current_dir(&folder);
        if let Some((user, group)) = owner {
            command.uid(user).gid(group);
        }
        command
    };
    let made = command(&programs.join("initdb"))
        .args(["--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C", "--pgdata"])
        .arg(folder.join("data"))
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "PostgreSQL's initdb failed (run `make test`, which installs it anew): {complaint}");
    let watchdog = command(Path::new("/bin/sh"))
        .args(["-c", WATCHDOG, "watchdog"])
        .arg(&programs)
        .arg(&folder)
        .stdin(Stdio::piped())
        // Ctrl-C at a terminal must reach it through the end of its input only.
        .process_group(0)
        .spawn()
        .unwrap();
    Cluster { folder, _watchdog: watchdog }
}

/// The newest version's folder.
fn programs() -> Option<PathBuf> {
    let debian =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    let mut folders = debian.collect::<Vec<_>>();
    folders.sort_by_key(|folder| folder.parent()?.file_name()?.to_str()?.parse::<u32>().ok());
    folders.reverse();
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    folders.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// PostgreSQL does not run as root; then the folder and its processes belong to the user `postgres`.
fn owner(folder: &Path) -> Option<(u32, u32)> {
    if fs::metadata(folder).unwrap().uid() != 0 {
        return None;
    }
    let id = |flag: &str| {
        let answer = Command::new("id").args([flag, "postgres"]).output().unwrap();
        String::from_utf8(answer.stdout).unwrap().trim().parse().ok()
    };
    let owner = id("-u").zip(id("-g")).expect("there is no user postgres: run `make test`, which installs PostgreSQL");
    chown(folder, Some(owner.0), Some(owner.1)).unwrap();
    Some(owner)
}
