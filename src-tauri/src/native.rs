//! What only the system can do: dialogs, the viewer, printing. Files reach the core only through here.

use riskwright_app::command::document;
use riskwright_app::{App, CommandError, Effect, ErrorCode, Needs};
use std::sync::Mutex;
use tauri::{AppHandle, Manager, State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

/// Private copies that the viewer was given; wiped when the program ends.
#[derive(Default)]
pub struct Copies(Mutex<Vec<tempfile::TempDir>>);

/// Asks for a workspace folder; `None` if the person changes their mind.
#[tauri::command(async)]
pub fn native_choose_workspace(app: AppHandle) -> Option<String> {
    let chosen = app.dialog().file().set_title("Open a workspace").blocking_pick_folder()?;
    Some(chosen.into_path().ok()?.display().to_string())
}

/// Opens a document of the workspace in the system's viewer, from a private copy.
///
/// # Errors
/// `not_found`, `io`.
#[tauri::command(async)]
pub fn native_open_document(
    app: AppHandle,
    core: State<'_, App>,
    copies: State<'_, Copies>,
    number: String,
) -> Result<(), CommandError> {
    let (name, pdf) = bytes(&core, &number)?;
    let folder = tempfile::Builder::new().prefix("riskwright-").tempdir().map_err(|_| unwritable())?;
    let path = folder.path().join(name);
    std::fs::write(&path, pdf).map_err(|_| unwritable())?;
    app.opener().open_path(path.display().to_string(), None::<&str>).map_err(|_| {
        CommandError::new(ErrorCode::Io, "The system has no viewer for PDF files.")
            .hint("Save the document instead, and open it with a program of your choice.")
    })?;
    copies.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(folder);
    Ok(())
}

/// Saves a document of the workspace where the person chooses; `None` if they change their mind.
///
/// # Errors
/// `not_found`, `io`.
#[tauri::command(async)]
pub fn native_save_document(
    app: AppHandle,
    core: State<'_, App>,
    number: String,
) -> Result<Option<String>, CommandError> {
    let (name, pdf) = bytes(&core, &number)?;
    let dialog =
        app.dialog().file().set_title("Save the document").set_file_name(name).add_filter("PDF", &["pdf"]);
    let Some(path) = dialog.blocking_save_file().and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    riskwright_app::file::replace(&path, &pdf).map_err(|_| unwritable())?;
    Ok(Some(path.display().to_string()))
}

/// Opens the system's print dialog for the page.
///
/// # Errors
/// `io` where there is none.
#[tauri::command(async)]
pub fn native_print(window: WebviewWindow) -> Result<(), CommandError> {
    window.print().map_err(|_| CommandError::new(ErrorCode::Io, "The system offers no print dialog."))
}

/// Wipes the private copies.
pub fn wipe(app: &AppHandle) {
    if let Some(copies) = app.try_state::<Copies>() {
        copies.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
    }
}

fn bytes(core: &App, number: &str) -> Result<(String, Vec<u8>), CommandError> {
    core.run("document::open", Effect::Write, Needs::Account, |state| document::bytes(state, number))
}

fn unwritable() -> CommandError {
    CommandError::new(ErrorCode::Io, "The file could not be written.")
        .hint("Check that there is room and that you may write there.")
}
