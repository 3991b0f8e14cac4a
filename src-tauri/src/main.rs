//! The desktop application: a window around the core.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod native;
mod shell;

fn main() -> std::process::ExitCode {
    shell::run(std::env::args().skip(1))
}
