//! How long nobody has done anything, and whether the machine slept: 45 CFR 164.312(a)(2)(iii).
//!
//! Two clocks are read. The steady one stands still while some systems sleep, and the wall clock can be set back; the
//! longer of the two spans counts.

use jiff::{SignedDuration, Timestamp};
use std::time::{Duration, Instant};

/// What the time is, by both clocks.
pub trait Clock: Send + Sync {
    /// The wall clock.
    fn now(&self) -> Timestamp;
    /// Time since some fixed moment, never set.
    fn steady(&self) -> Duration;
}

/// The system's clocks.
#[derive(Debug)]
pub struct SystemClock {
    began: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self { began: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn steady(&self) -> Duration {
        self.began.elapsed()
    }
}

/// A moment by both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    wall: Timestamp,
    steady: Duration,
}

impl Moment {
    /// Now.
    #[must_use]
    pub fn of(clock: &dyn Clock) -> Self {
        Self { wall: clock.now(), steady: clock.steady() }
    }

    /// The longer of the two spans since an earlier moment.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        let wall = self.wall.duration_since(earlier.wall).max(SignedDuration::ZERO);
        wall.unsigned_abs().max(self.steady.saturating_sub(earlier.steady))
    }
}

/// Notices that the machine slept, from moments that are taken every few seconds.
#[derive(Debug)]
pub struct SleepWatch {
    last: Moment,
}

impl SleepWatch {
    /// A gap between two moments, or of the wall clock beyond the steady one, that no work explains.
    const GAP: Duration = Duration::from_secs(30);

    /// A watch that begins now.
    #[must_use]
    pub fn new(now: Moment) -> Self {
        Self { last: now }
    }

    /// Whether the machine slept since the moment before; moments are `interval` apart.
    pub fn slept(&mut self, now: Moment, interval: Duration) -> bool {
        let gone = now.since(self.last);
        self.last = now;
        gone > interval + Self::GAP
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(wall: i64, steady: u64) -> Moment {
        Moment { wall: Timestamp::from_second(wall).unwrap(), steady: Duration::from_secs(steady) }
    }

    #[test]
    fn the_longer_span_counts_and_a_clock_set_back_hides_nothing() {
        let start = moment(1000, 50);
        let spans = [(1600, 650, 600), (4600, 60, 3600), (400, 650, 600), (1000, 50, 0)];
        for (wall, steady, seconds) in spans {
            assert_eq!(moment(wall, steady).since(start), Duration::from_secs(seconds), "{wall} {steady}");
        }
    }

    #[test]
    fn sleep_is_a_gap_by_either_clock() {
        let tick = Duration::from_secs(5);
        let slept = |wall, steady| SleepWatch::new(moment(1000, 50)).slept(moment(wall, steady), tick);
        assert!(!slept(1005, 55));
        assert!(!slept(1035, 55), "a clock that is set a little is no sleep");
        assert!(slept(1036, 55), "the steady clock stood still");
        assert!(slept(1036, 86), "both went on");
        assert!(slept(995, 90), "the wall clock was set back meanwhile");
        let mut watch = SleepWatch::new(moment(1000, 50));
        assert!(watch.slept(moment(9000, 51), tick));
        assert!(!watch.slept(moment(9005, 56), tick), "once");
    }
}
