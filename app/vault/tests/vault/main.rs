//! The sealed format from outside: what it promises, and that its bytes never change by accident.

#[cfg(test)]
mod copies;
#[cfg(test)]
mod epochs;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod helpers;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod rows;
