//! The window: what the program starts with and what it does when it ends.

use crate::{commands, native};
use riskwright_app::command::workspace;
use riskwright_app::idle::{Moment, SleepWatch, SystemClock};
use riskwright_app::{App, Effect, Needs};
use std::process::ExitCode;
use std::time::Duration;
use tauri::{AppHandle, Emitter, Manager, RunEvent};

/// What the page is told when the workspace was locked without its asking.
const LOCKED: &str = "locked";
/// How often it is looked whether somebody is there.
const TICK: Duration = Duration::from_secs(5);

/// Runs the application until its window is closed; `--sample` opens the sample clinic at once.
pub fn run(arguments: impl Iterator<Item = String>) -> ExitCode {
    let sample = arguments.into_iter().any(|argument| argument == "--sample");
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            let memory = app.path().app_local_data_dir().ok();
            let core = App::new(memory);
            if sample {
                // Without the sample the window still opens, on the start page that offers it.
                let _ = core.run("workspace::open", Effect::Write, Needs::Nothing, workspace::open_sample);
            }
            app.manage(core);
            app.manage(native::Copies::default());
            let handle = app.handle().clone();
            std::thread::spawn(move || watch(&handle));
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|handle, event| {
                if matches!(event, RunEvent::Exit) {
                    native::wipe(handle);
                }
            });
            ExitCode::SUCCESS
        }
        Err(_) => ExitCode::from(3),
    }
}

/// Locks when nobody does anything, and at once when the machine slept.
fn watch(handle: &AppHandle) {
    let clock = SystemClock::default();
    let mut sleep = SleepWatch::new(Moment::of(&clock));
    loop {
        std::thread::sleep(TICK);
        let slept = sleep.slept(Moment::of(&clock), TICK);
        let core = handle.state::<App>();
        let locked = if slept { core.lock_after_sleep() } else { core.lock_if_idle() };
        if locked {
            native::wipe(handle);
            // A window that is closing just now needs no telling.
            let _ = handle.emit(LOCKED, ());
        }
    }
}
