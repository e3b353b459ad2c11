use jiff::{Span, Timestamp};
use server::clock::Clock;
use std::sync::Mutex;

/// A clock that stands until it is moved.
pub struct FakeClock(Mutex<Timestamp>);

impl FakeClock {
    pub fn at(time: &str) -> Self {
        Self(Mutex::new(time.parse().unwrap()))
    }

    pub fn set(&self, time: &str) {
        *self.0.lock().unwrap() = time.parse().unwrap();
    }

    pub fn forward(&self, span: Span) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(span).unwrap();
    }

    pub fn minutes(&self, minutes: i64) {
        self.forward(Span::new().minutes(minutes));
    }

    pub fn hours(&self, hours: i64) {
        self.forward(Span::new().hours(hours));
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}
