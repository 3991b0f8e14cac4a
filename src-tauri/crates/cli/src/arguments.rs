//! What can be asked on the command line. Secrets are never arguments.

mod evidence;
mod inventory;
mod person;
mod report;
mod retention;

pub use evidence::{AddEvidence, Evidence};
pub use inventory::{ImportInventory, Inventory};
pub use person::{AddPerson, NewPassphrase, Person, Recover};
pub use report::WriteReport;
pub use retention::{Hold, Retention};

use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;
use jiff::civil::Date;
use riskwright_app::command::retention::RecordName;
use std::path::PathBuf;

/// Written security policies from a risk analysis, and whether documentation supports 45 CFR 171.203.
#[derive(Debug, Parser)]
#[command(name = "riskwright", version, arg_required_else_help = true)]
pub struct Arguments {
    /// Print JSON, one object a line.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(flatten)]
    pub secret: Secret,
    #[command(subcommand)]
    pub command: Command,
}

/// Who opens the workspace, and where the passphrase comes from.
#[derive(Debug, Args)]
pub struct Secret {
    /// Login; may be left out where the workspace has one person.
    #[arg(long, global = true, value_name = "LOGIN", env = "RISKWRIGHT_PERSON")]
    pub person: Option<String>,
    /// File whose first line is the passphrase; else RISKWRIGHT_PASSPHRASE, else a prompt.
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the sample workspace, its signed policies and the check's result; needs no display, network or passphrase.
    Demo {
        /// New or empty folder.
        dir: PathBuf,
    },
    /// Create a workspace with its security official.
    New {
        /// Folder to be made: NAME.riskwright.
        workspace: PathBuf,
        /// Name of the organization.
        #[arg(long)]
        organization: String,
        /// Full name of the security official; the login if left out.
        #[arg(long)]
        name: Option<String>,
    },
    /// Read an exchange file into a new or empty workspace.
    Import {
        /// The workspace.
        workspace: PathBuf,
        /// The YAML file.
        file: PathBuf,
    },
    /// Write the whole content as one readable YAML file.
    Export {
        /// The workspace.
        workspace: PathBuf,
        /// Where to; standard output if left out.
        #[arg(short, long)]
        out: Option<PathBuf>,
        /// The content as recorded by this instant, such as 2027-03-03T17:00:00Z; now if left out.
        #[arg(long, value_name = "TIME")]
        known_at: Option<Timestamp>,
    },
    /// Show how far the work is and what needs somebody.
    Status {
        /// The workspace.
        workspace: PathBuf,
        #[command(flatten)]
        then: Then,
    },
    /// Show what was in force on a day, as recorded by an instant.
    AsOf {
        /// The workspace.
        workspace: PathBuf,
        #[command(flatten)]
        then: Then,
    },
    /// Manage people, their accounts and passphrases.
    #[command(subcommand)]
    Person(Person),
    /// Open a workspace with its recovery key and give a security official a new passphrase.
    Recover(Recover),
    /// Print the recovery key anew.
    RecoverySheet {
        /// The workspace.
        workspace: PathBuf,
    },
    /// Work on the inventory of ePHI and EHI.
    #[command(subcommand)]
    Inventory(Inventory),
    /// Rate risks.
    #[command(subcommand)]
    Risk(Risk),
    /// Work on policy text.
    #[command(subcommand)]
    Policy(Policy),
    /// Check practices against 45 CFR 171.203.
    #[command(subcommand)]
    Practice(Practice),
    /// Write documents.
    #[command(subcommand)]
    Document(Document),
    /// Write a report of an assessment, or the calendar of due dates.
    Report(WriteReport),
    /// Sign a PDF in one of its signature fields.
    Sign(Sign),
    /// Verify the signatures of a PDF.
    Verify {
        /// The PDF.
        file: PathBuf,
        /// Workspace whose authority is trusted.
        #[arg(long)]
        workspace: Option<PathBuf>,
    },
    /// Record and look at evidence.
    #[command(subcommand)]
    Evidence(Evidence),
    /// See what the law keeps, place holds, dispose of what nothing keeps.
    #[command(subcommand)]
    Retention(Retention),
    /// Check the audit trail.
    #[command(subcommand)]
    Audit(Audit),
    /// Write a consistent copy of a workspace into one file.
    Backup {
        /// The workspace.
        workspace: PathBuf,
        /// Where to.
        #[arg(short, long)]
        out: PathBuf,
    },
    /// Make a workspace from a backup.
    Restore {
        /// The backup.
        file: PathBuf,
        /// Folder to be made.
        #[arg(short, long)]
        out: PathBuf,
    },
    /// Work on the backups that the program keeps of a workspace.
    #[command(subcommand)]
    Backups(Backups),
    /// List every command with its access and the JSON Schema of request and response.
    Commands,
    /// Run commands from standard input, one JSON object a line.
    Call {
        /// The workspace; commands that need none run without.
        workspace: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Backups {
    /// List them, newest first.
    List(KeptBackups),
    /// Make one.
    Make(KeptBackups),
    /// Show what restoring one would change.
    Preview {
        #[command(flatten)]
        of: KeptBackups,
        /// Name of the backup.
        name: String,
    },
    /// Put every record back as it is in one; the audit trail goes on.
    Restore {
        #[command(flatten)]
        of: KeptBackups,
        /// Name of the backup.
        name: String,
    },
}

/// The backups of a workspace.
#[derive(Debug, Args)]
pub struct KeptBackups {
    /// The workspace.
    pub workspace: PathBuf,
    /// Folder of the backups; the program's own if left out.
    #[arg(long, value_name = "DIR")]
    pub backups: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Risk {
    /// Rate each line of standard input by NIST SP 800-30 tables G-5 and I-2.
    Rate,
}

#[derive(Debug, Subcommand)]
pub enum Policy {
    /// Judge the times of a text as normative policy text.
    Lint {
        /// The text; standard input for - or if left out.
        file: Option<PathBuf>,
        /// File with the roles that the policy names, a line each.
        #[arg(long)]
        roles: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Practice {
    /// Say for each criterion whether documentation supports it.
    Check {
        /// The workspace.
        workspace: PathBuf,
        /// Number of the practice; all if left out.
        practice: Option<String>,
        #[command(flatten)]
        then: Then,
    },
}

/// A day, and an instant of knowledge.
#[derive(Debug, Clone, Copy, Args)]
pub struct Then {
    /// The day; today if left out.
    #[arg(long, value_name = "DATE")]
    pub on: Option<Date>,
    /// As recorded by this instant, such as 2027-03-03T17:00:00Z; now if left out.
    #[arg(long, value_name = "TIME")]
    pub known_at: Option<Timestamp>,
}

#[derive(Debug, Subcommand)]
pub enum Document {
    /// Write the PDF of a policy.
    Write(WriteDocument),
}

#[derive(Debug, Args)]
pub struct WriteDocument {
    /// The workspace.
    pub workspace: PathBuf,
    /// Number of the policy.
    pub policy: String,
    /// Version; the one in force if left out.
    #[arg(long = "version", value_name = "N")]
    pub policy_version: Option<String>,
    /// The PDF.
    #[arg(short, long)]
    pub out: PathBuf,
    /// Date in the PDF, such as 2026-11-21T10:00:00Z; now if left out.
    #[arg(long)]
    pub at: Option<Timestamp>,
}

#[derive(Debug, Args)]
pub struct Sign {
    /// The PDF.
    pub file: PathBuf,
    /// Workspace whose person signs.
    #[arg(long, conflicts_with = "p12", required_unless_present = "p12")]
    pub workspace: Option<PathBuf>,
    /// PKCS#12 file with key and certificate.
    #[arg(long)]
    pub p12: Option<PathBuf>,
    /// File whose first line is the passphrase of the PKCS#12 file.
    #[arg(long, requires = "p12")]
    pub p12_passphrase_file: Option<PathBuf>,
    /// Signature field: author, approver, …
    #[arg(long)]
    pub field: String,
    /// Where to; the PDF itself is replaced if left out.
    #[arg(short, long)]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Print lines of the trail, newest first.
    List {
        /// The workspace.
        workspace: PathBuf,
        #[command(flatten)]
        filter: Lines,
        /// How many lines at most, up to 500.
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Save lines of the trail for a spreadsheet (.csv) or as a document (.pdf).
    Export {
        /// The workspace.
        workspace: PathBuf,
        #[command(flatten)]
        filter: Lines,
        /// Where to; the name ends in .csv or .pdf.
        #[arg(short, long)]
        out: PathBuf,
    },
    /// Check the chain, every current record, and the heads seen on this machine.
    Verify {
        /// The workspace.
        workspace: PathBuf,
    },
}

/// Which lines of the trail.
#[derive(Debug, Clone, Args)]
pub struct Lines {
    /// By this login.
    #[arg(long, value_name = "LOGIN")]
    pub by: Option<String>,
    /// Of this kind of record: risk, event.
    #[arg(long)]
    pub kind: Option<String>,
    /// Whose command begins with this: risk, document::sign.
    #[arg(long)]
    pub command: Option<String>,
    /// Whose record's number or id holds this text.
    #[arg(long, value_name = "TEXT")]
    pub record: Option<String>,
    /// Recorded on this day or later.
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// Recorded on this day or before.
    #[arg(long, value_name = "DATE")]
    pub until: Option<Date>,
}

/// A record as it is named on the command line: kind, colon, id.
fn record(text: &str) -> Result<RecordName, String> {
    let (kind, id) =
        text.split_once(':').ok_or("a record is named kind:id, such as policy_version:POL-11/1.0")?;
    Ok(RecordName::new(kind, id))
}
