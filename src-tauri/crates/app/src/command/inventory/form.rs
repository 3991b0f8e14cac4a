//! Requests and responses of the inventory commands.

pub use super::super::saved::Saved;
use riskwright_domain::assessment::{Asset, AssetKind, DataFlow, Vendor};
use riskwright_domain::number::{AssessmentNumber, AssetNumber, VendorNumber};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The inventory.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Inventory {
    /// Number of the assessment.
    pub assessment: AssessmentNumber,
    /// Whether it may still be changed.
    pub open: bool,
    /// Assets.
    pub assets: Vec<AssetRow>,
    /// Flows.
    pub flows: Vec<DataFlow>,
    /// Vendors.
    pub vendors: Vec<Vendor>,
    /// Revision of the assessment: what a change of flows and vendors is based on.
    pub revision: i64,
}

/// An asset with what is known about it.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct AssetRow {
    /// The asset.
    pub asset: Asset,
    /// Name of the owner.
    pub owner: Option<String>,
    /// Name of the vendor.
    pub vendor: Option<String>,
    /// Risks in the register.
    pub risks: u32,
    /// Revision to name when saving.
    pub revision: i64,
}

/// An asset to be written; without a number it is new.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAsset {
    /// The whole asset; an empty number for a new one.
    pub asset: Asset,
    /// The revision this change was based on; 0 for a new one.
    pub based_on_revision: i64,
}

/// Names an asset.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AssetName {
    /// Its number.
    pub number: AssetNumber,
}

/// A flow to be written.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveFlow {
    /// Its place in the list, from 0; none for a new one.
    #[serde(default)]
    pub place: Option<u32>,
    /// The flow.
    pub flow: DataFlow,
    /// The revision of the assessment this change was based on.
    pub based_on_revision: i64,
}

/// Names a flow.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct FlowPlace {
    /// Its place in the list, from 0.
    pub place: u32,
    /// The revision of the assessment this change was based on.
    pub based_on_revision: i64,
}

/// A vendor to be written; without a number it is new.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveVendor {
    /// The vendor; an empty number for a new one.
    pub vendor: Vendor,
    /// The revision of the assessment this change was based on.
    pub based_on_revision: i64,
}

/// Names a vendor.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct VendorName {
    /// Its number.
    pub number: VendorNumber,
}

/// Systems that an organization like this usually has, to tick.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct StarterList {
    /// In the order in which people think of them.
    pub starters: Vec<Starter>,
}

/// A system of the starter list.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Starter {
    /// Id: `ehr`.
    pub id: String,
    /// Name: `Electronic health record`.
    pub name: String,
    /// What kind of thing.
    pub kind: AssetKind,
    /// Kinds of information it usually holds.
    pub information: Vec<String>,
    /// What to think of.
    pub hint: String,
    /// Whether an asset of that name is in the inventory already.
    pub present: bool,
}

/// Systems ticked in the starter list.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct AddStarters {
    /// Their ids.
    pub starters: Vec<String>,
}

/// What was added.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct Added {
    /// Numbers of the new records.
    pub numbers: Vec<String>,
}

/// A spreadsheet to look at before its rows are taken.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PreviewImport {
    /// Name of the file: `.csv` or `.xlsx`.
    pub file_name: String,
    /// The file, base64.
    pub content: String,
    /// The sheet; the first if left out.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Which column fills which field, by place of the column; guessed from the headings if left out.
    #[serde(default)]
    pub mapping: Option<Vec<Mapped>>,
}

/// A column and the field it fills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Mapped {
    /// Place of the column, from 0.
    pub column: u32,
    /// The field.
    pub field: AssetField,
}

/// Fields of an asset that a column can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum AssetField {
    /// Number of an asset that is there already.
    Number,
    /// Name.
    Name,
    /// Kind, by its name.
    Kind,
    /// Owner, by name, login or number.
    Owner,
    /// Sites, by name or number.
    Sites,
    /// Vendor, by name or number.
    Vendor,
    /// Kinds of information, parted by `;`.
    Information,
    /// Individuals whose records it holds.
    Records,
    /// Level of harm to confidentiality.
    Confidentiality,
    /// Level of harm to integrity.
    Integrity,
    /// Level of harm to availability.
    Availability,
    /// Order of recovery.
    Recovery,
    /// Hours until it must work again.
    RecoveryTime,
    /// Hours of data that may be lost.
    RecoveryPoint,
}

/// What an import would do; nothing is written.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ImportPreview {
    /// Sheets of the file.
    pub sheets: Vec<String>,
    /// The sheet looked at.
    pub sheet: String,
    /// Its headings.
    pub headings: Vec<String>,
    /// The mapping that was used.
    pub mapping: Vec<Mapped>,
    /// Every row of the sheet after the headings; none is left out.
    pub rows: Vec<ImportRow>,
    /// Rows that would be added.
    pub added: u32,
    /// Rows that would change an asset that is there.
    pub changed: u32,
    /// Rows that say what the inventory says already.
    pub unchanged: u32,
    /// Rows that cannot be taken as they are.
    pub refused: u32,
    /// What is not taken of the sheet as a whole: columns that fill no field, and what else concerns no single row.
    pub problems: Vec<ImportProblem>,
}

/// A row and what would become of it.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ImportRow {
    /// Row of the sheet as a person sees it, from 1.
    pub row: u32,
    /// What would become of it.
    pub fate: ImportFate,
    /// Name of the asset as read.
    pub name: String,
    /// The asset it would change.
    pub number: Option<AssetNumber>,
    /// Everything that is wrong with it, or worth a look.
    pub problems: Vec<ImportProblem>,
}

/// What would become of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportFate {
    /// A new asset.
    Add,
    /// A change of one that is there.
    Change,
    /// Nothing: it says what is there already.
    Same,
    /// It has an error.
    Refused,
    /// It is empty.
    Empty,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ImportProblem {
    /// Place of the column, from 0; none for the row as a whole.
    pub column: Option<u32>,
    /// The field.
    pub field: Option<AssetField>,
    /// What is wrong and how to mend it.
    pub message: String,
    /// Whether the row cannot be taken with it.
    pub blocking: bool,
}

/// Takes the rows of a spreadsheet.
#[derive(Debug, Clone, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportAssets {
    /// Name of the file: `.csv` or `.xlsx`.
    pub file_name: String,
    /// The file, base64.
    pub content: String,
    /// The sheet.
    pub sheet: String,
    /// Which column fills which field.
    pub mapping: Vec<Mapped>,
    /// Rows with errors are left out, because the person saw them and said so; else they refuse the whole.
    pub leave_out_refused: bool,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, JsonSchema, TS)]
pub struct ImportedAssets {
    /// Assets added.
    pub added: u32,
    /// Assets changed.
    pub changed: u32,
    /// Rows that said what was there already.
    pub unchanged: u32,
    /// Rows left out, with what was wrong.
    pub left_out: Vec<ImportRow>,
}
