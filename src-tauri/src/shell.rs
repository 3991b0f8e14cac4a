//! The window: what the program starts with and what it does when it ends.

use crate::{commands, native};
use riskwright_app::command::workspace;
use riskwright_app::{App, Effect, Needs};
use std::process::ExitCode;
use tauri::{Manager, RunEvent};

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
