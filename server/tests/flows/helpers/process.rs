//! The real binary, and a client for it.

use super::Letter;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

/// A server process.
pub struct House {
    pub address: SocketAddr,
    child: Child,
    log: PathBuf,
    _stdout: BufReader<ChildStdout>,
}

impl House {
    /// Starts it over a data folder, on a free port of this machine, and waits until it serves. Its log is added to `log` in that folder.
    pub fn start(data: &Path, variables: &[(&str, &str)]) -> Self {
        let log = data.join("log");
        let stderr = std::fs::OpenOptions::new().create(true).append(true).open(&log).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_undersigned"))
            .args(["serve", "--addr", "127.0.0.1:0", "--data"])
            .arg(data)
            .envs(variables.iter().copied())
            .current_dir(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(stderr)
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let address =
            line.strip_prefix("Undersigned listens on http://").and_then(|rest| rest.split(';').next()?.parse().ok());
        let address =
            address.unwrap_or_else(|| panic!("it did not start: {line}{}", std::fs::read_to_string(&log).unwrap()));
        Self { address, child, log, _stdout: stdout }
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    /// A page, without a cookie.
    #[track_caller]
    pub fn get(&self, path: &str) -> String {
        let answer = request(self.address, "GET", path, "", "").unwrap();
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    /// The newest mail that it has sent, read as a person would.
    pub fn newest_mail(&self) -> Letter {
        for _ in 0..500 {
            let list = self.get("/dev/outbox");
            if let Some((_, rest)) = list.split_once("href=\"/dev/outbox/") {
                let mail = self.get(&format!("/dev/outbox/{}", rest.split('"').next().unwrap()));
                let text = mail.split_once("<pre class=\"mail-text\">").unwrap().1.split_once("</pre>").unwrap().0;
                // Links stand in it as links.
                let text = text.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
                return Letter {
                    to: String::new(),
                    sender: None,
                    subject: String::new(),
                    text: text.collect(),
                    html: String::new(),
                    unsubscribe: None,
                };
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("no mail came: {}", self.log());
    }

    /// SIGKILL.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // It may have been killed before.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer of the process.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}

/// Asks in HTTP/1.0, to which an answer ends with the connection.
pub fn request(address: SocketAddr, method: &str, path: &str, cookie: &str, body: &str) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.set_write_timeout(Some(Duration::from_secs(10)))?;
    let head = format!(
        "{method} {path} HTTP/1.0\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let cut = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    let (head, body) = text.split_once("\r\n\r\n").ok_or_else(cut)?;
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(cut)?;
    Ok(Answer { status, head: head.to_owned(), body: body.to_owned() })
}
