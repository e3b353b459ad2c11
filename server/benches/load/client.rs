//! The load: 64 connections that each send the next request as soon as the last is answered.
//!
//! Server and client share this machine's processors, so the client has to be cheap: one thread, requests written by hand, and of an
//! answer no more read than where it ends.

use std::cell::{Cell, RefCell};
use std::error::Error;
use std::net::SocketAddr;
use std::ops::Range;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Connections that are kept open, as browsers and proxies keep them.
pub const CONNECTIONS: usize = 64;

/// An answer, whole.
pub struct Answer<'a> {
    /// Its status.
    pub status: u16,
    /// Status line and headers.
    pub head: &'a str,
    chunks: Vec<&'a [u8]>,
}

impl<'a> Answer<'a> {
    /// The answer that these bytes hold; `None` while some of it is missing.
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
        let (head, body) = bytes.split_at(end);
        let head = std::str::from_utf8(head).ok()?;
        let status = head.get(9..12)?.parse().ok()?;
        let answer = Self { status, head, chunks: Vec::new() };
        let chunks = match answer.header("content-length") {
            Some(length) => vec![body.get(..length.parse().ok()?)?],
            None => chunks(body)?,
        };
        Some(Self { chunks, ..answer })
    }

    /// The value of a header, whose name is given in small letters.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        let lines = self.head.split("\r\n").filter_map(|line| line.split_once(':'));
        lines.into_iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    /// Bytes of the body.
    pub fn length(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.len()).sum()
    }

    /// The body.
    pub fn body(&self) -> Vec<u8> {
        self.chunks.concat()
    }
}

/// A body in chunks (RFC 9112, section 7.1); `None` while some of it is missing.
fn chunks(mut rest: &[u8]) -> Option<Vec<&[u8]>> {
    let mut chunks = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let (size, after) = rest.split_at(line);
        let size = usize::from_str_radix(std::str::from_utf8(size).ok()?, 16).ok()?;
        let chunk = after.get(2..size + 2)?;
        rest = after.get(size + 4..)?;
        if size == 0 {
            return Some(chunks);
        }
        chunks.push(chunk);
    }
}

/// What a run of requests gave.
pub struct Run {
    /// Right answers in a second.
    pub rate: f64,
    /// Half of the answers came within this time.
    pub median: Duration,
    /// All but one in a hundred came within this time.
    pub p99: Duration,
}

/// Sends the requests that `request` makes for these numbers. `right` tells whether an answer is what it should be.
///
/// # Errors
/// When an answer is wrong or missing: a figure of a server that fails would say nothing.
pub fn load(
    address: SocketAddr,
    numbers: Range<u32>,
    request: impl Fn(u32) -> Vec<u8>,
    right: impl Fn(&Answer) -> bool,
) -> Result<Run, Box<dyn Error>> {
    paced(address, numbers, Duration::ZERO, request, right)
}

/// The same, one request each `pace`. An answer's time counts from when its request was due, so that one which had to wait for a
/// connection counts as late.
///
/// # Errors
/// As [`load`].
pub fn paced(
    address: SocketAddr,
    numbers: Range<u32>,
    pace: Duration,
    request: impl Fn(u32) -> Vec<u8>,
    right: impl Fn(&Answer) -> bool,
) -> Result<Run, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (next, count, start) = (Cell::new(numbers.start), numbers.len(), Instant::now());
    let times = RefCell::new(Vec::with_capacity(count));
    let wrong = RefCell::new(Vec::new());
    let connection = || async {
        let mut stream = connect(address).await?;
        let mut buffer = Vec::with_capacity(65_536);
        while next.get() < numbers.end {
            let n = next.replace(next.get() + 1);
            let request = request(n);
            let due = start + pace * (n - numbers.start);
            tokio::time::sleep_until(due.into()).await;
            let sent = if pace.is_zero() { Instant::now() } else { due };
            stream.write_all(&request).await?;
            let answer = answer(&mut stream, &mut buffer).await?;
            times.borrow_mut().push(sent.elapsed());
            if !right(&answer) {
                wrong.borrow_mut().push(answer.head.to_owned());
            }
        }
        Ok::<_, std::io::Error>(())
    };
    runtime.block_on(futures::future::try_join_all((0..CONNECTIONS).map(|_| connection())))?;
    let seconds = start.elapsed().as_secs_f64();
    let wrong = wrong.into_inner();
    if let Some(first) = wrong.first() {
        return Err(format!("{} of {count} answers were wrong. The first:\n{first}", wrong.len()).into());
    }
    let mut times = times.into_inner();
    times.sort_unstable();
    let at = |part: usize| times.get(times.len() * part / 100).copied().ok_or("nothing was asked");
    Ok(Run { rate: count as f64 / seconds, median: at(50)?, p99: at(99)? })
}

/// Asks once.
///
/// # Errors
/// When there is no answer.
pub fn ask<T>(address: SocketAddr, request: &[u8], look: impl FnOnce(&Answer) -> T) -> Result<T, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    Ok(runtime.block_on(async {
        let mut stream = connect(address).await?;
        stream.write_all(request).await?;
        let mut buffer = Vec::new();
        let answer = answer(&mut stream, &mut buffer).await?;
        Ok::<_, std::io::Error>(look(&answer))
    })?)
}

async fn connect(address: SocketAddr) -> std::io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

async fn answer<'a>(stream: &mut TcpStream, buffer: &'a mut Vec<u8>) -> std::io::Result<Answer<'a>> {
    buffer.clear();
    while Answer::read(buffer).is_none() {
        if stream.read_buf(buffer).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    // Read again, for the borrow of an answer found within the loop would last longer than the loop.
    Answer::read(buffer).ok_or_else(|| std::io::ErrorKind::InvalidData.into())
}
