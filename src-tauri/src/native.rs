//! What only the system can do: dialogs, the viewer, printing. Files reach the core only through here.

use riskwright_app::command::audit::{self, AuditFilter, AuditFormat};
use riskwright_app::command::practice::{self, CheckRequest};
use riskwright_app::command::report::{self, Report, ReportFormat, WriteReport};
use riskwright_app::command::{document, evidence, workspace};
use riskwright_app::{App, CommandError, Effect, ErrorCode, Needs};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use tauri::{AppHandle, Manager, State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;
use tauri_plugin_opener::OpenerExt;

/// Private copies that a viewer was given; wiped when the workspace is closed or locked and when the program ends.
#[derive(Default)]
pub struct Copies(Mutex<Vec<tempfile::TempDir>>);

impl Copies {
    /// Writes a copy that nobody else may read into a folder that nobody else may enter.
    fn add(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let folder = private_folder()?;
        let path = folder.path().join(name);
        private(&path)?.write_all(bytes)?;
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(folder);
        Ok(path)
    }

    /// Overwrites and removes all of them, as far as the system and the viewer let it.
    fn wipe(&self) {
        let folders = std::mem::take(&mut *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        for folder in folders {
            for entry in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
                let _ = overwrite(&entry.path());
            }
            // What the viewer still holds open goes when the system is restarted.
            let _ = folder.close();
        }
    }
}

/// Asks for a workspace folder; `None` if the person changes their mind.
#[tauri::command(async)]
pub fn native_choose_workspace(app: AppHandle) -> Option<String> {
    let chosen = app.dialog().file().set_title("Open a workspace").blocking_pick_folder()?;
    Some(chosen.into_path().ok()?.display().to_string())
}

/// Asks where a new workspace goes, with a name for its folder; `None` if the person changes their mind.
#[tauri::command(async)]
pub fn native_choose_new_workspace(app: AppHandle, name: String) -> Option<String> {
    let chosen =
        app.dialog().file().set_title("Create a workspace").set_file_name(name).blocking_save_file()?;
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
    show(&app, &copies, &name, &pdf)
}

/// Opens the file of an item of evidence in the system's viewer, from a private copy.
///
/// # Errors
/// `not_found`, `damaged`, `invalid` for a file that a program might run, `io`.
#[tauri::command(async)]
pub fn native_view_evidence(
    app: AppHandle,
    core: State<'_, App>,
    copies: State<'_, Copies>,
    number: String,
) -> Result<(), CommandError> {
    let (name, bytes) = core.run("evidence::view", Effect::Write, Needs::Account, |state| {
        evidence::to_view(state, &number.into())
    })?;
    show(&app, &copies, &name, &bytes)
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
    save(&app, "Save the document", &name, ("PDF", "pdf"), &pdf)
}

/// Saves a copy of the trail where the person chooses; `None` if they change their mind.
///
/// # Errors
/// `invalid`, `io`.
#[tauri::command(async)]
pub fn native_save_audit(
    app: AppHandle,
    core: State<'_, App>,
    filter: AuditFilter,
    format: AuditFormat,
) -> Result<Option<String>, CommandError> {
    let (name, bytes) = core
        .run("audit::export", Effect::Write, Needs::Account, |state| audit::export(state, &filter, format))?;
    let (kind, ending) = match format {
        AuditFormat::Csv => ("CSV", "csv"),
        AuditFormat::Pdf => ("PDF", "pdf"),
    };
    save(&app, "Save the audit trail", &name, (kind, ending), &bytes)
}

/// Saves a report of an assessment where the person chooses; `None` if they change their mind.
///
/// # Errors
/// `not_found`, `invalid`, `document`, `io`.
#[tauri::command(async)]
pub fn native_save_report(
    app: AppHandle,
    core: State<'_, App>,
    report: Report,
    format: ReportFormat,
    assessment: Option<String>,
) -> Result<Option<String>, CommandError> {
    let request = WriteReport { report, format, assessment: assessment.map(Into::into) };
    let written =
        core.run("report::write", Effect::Write, Needs::Account, |state| report::file(state, &request))?;
    let ending = format.ending();
    save(&app, "Save the report", &written.name, (&ending.to_uppercase(), ending), &written.bytes)
}

/// Saves the evidence sheet of a practice where the person chooses; `None` if they change their mind.
///
/// # Errors
/// `not_found`, `invalid`, `document`, `io`.
#[tauri::command(async)]
pub fn native_save_practice_sheet(
    app: AppHandle,
    core: State<'_, App>,
    number: String,
    on: Option<jiff::civil::Date>,
) -> Result<Option<String>, CommandError> {
    let request = CheckRequest { number: number.into(), on, known_at: None };
    let (name, bytes) = core.run("practice::write_sheet", Effect::Write, Needs::Account, |state| {
        practice::sheet_file(state, &request)
    })?;
    save(&app, "Save the evidence sheet", &name, ("PDF", "pdf"), &bytes)
}

/// Opens the system's print dialog for the page; where a workspace is open, a line of its trail.
///
/// # Errors
/// `io` where there is none.
#[tauri::command(async)]
pub fn native_print(window: WebviewWindow, core: State<'_, App>) -> Result<(), CommandError> {
    let url = window.url().ok();
    let page: String = url.iter().filter_map(|url| url.fragment()).flat_map(str::chars).take(200).collect();
    core.run("workspace::print", Effect::Write, Needs::Nothing, |state| workspace::printed(state, &page))?;
    window.print().map_err(|_| CommandError::new(ErrorCode::Io, "The system offers no print dialog."))
}

/// Asks where to save a file, and writes it; `None` if the person changes their mind.
fn save(
    app: &AppHandle,
    title: &str,
    name: &str,
    (kind, ending): (&str, &str),
    bytes: &[u8],
) -> Result<Option<String>, CommandError> {
    let dialog = app.dialog().file().set_title(title).set_file_name(name).add_filter(kind, &[ending]);
    let Some(path) = dialog.blocking_save_file().and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    riskwright_app::file::replace(&path, bytes).map_err(|_| unwritable())?;
    Ok(Some(path.display().to_string()))
}

/// Wipes the private copies.
pub fn wipe(app: &AppHandle) {
    if let Some(copies) = app.try_state::<Copies>() {
        copies.wipe();
    }
}

/// Wipes the private copies where no workspace is open any more: it was closed or locked.
pub fn wipe_unless_open(app: &AppHandle, core: &App) {
    let open =
        core.run("workspace::current", Effect::Read, Needs::Nothing, |state| Ok(state.session.is_some()));
    if open != Ok(true) {
        wipe(app);
    }
}

fn private_folder() -> io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("riskwright-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

fn show(app: &AppHandle, copies: &Copies, name: &str, bytes: &[u8]) -> Result<(), CommandError> {
    let path = copies.add(name, bytes).map_err(|_| unwritable())?;
    app.opener().open_path(path.display().to_string(), None::<&str>).map_err(|_| {
        CommandError::new(ErrorCode::Io, "The system has no viewer for files of this kind.")
            .hint("Save the file instead, and open it with a program of your choice.")
    })
}

/// A new file for its owner alone.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn overwrite(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let length = file.metadata()?.len();
    io::copy(&mut io::Read::take(io::repeat(0), length), &mut file)?;
    file.sync_all()
}

fn bytes(core: &App, number: &str) -> Result<(String, Vec<u8>), CommandError> {
    core.run("document::open", Effect::Write, Needs::Account, |state| document::bytes(state, number))
}

fn unwritable() -> CommandError {
    CommandError::new(ErrorCode::Io, "The file could not be written.")
        .hint("Check that there is room and that you may write there.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_its_owners_alone_and_gone_once_wiped() {
        let copies = Copies::default();
        let path = copies.add("report.pdf", b"what the file says").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"what the file says");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&path), 0o600);
            assert_eq!(mode(path.parent().unwrap()), 0o700);
        }
        let kept = path.with_extension("link");
        fs::hard_link(&path, &kept).unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let still = elsewhere.path().join("still");
        fs::rename(&kept, &still).unwrap();
        copies.wipe();
        assert!(!path.parent().unwrap().exists());
        assert_eq!(fs::read(&still).unwrap(), [0; 18], "overwritten before it was removed");
    }
}
