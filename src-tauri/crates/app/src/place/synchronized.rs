//! Programs that copy a folder to other computers, told by names of folders and by the marks they leave.

use std::path::Path;

/// How a program is told.
struct Program {
    name: &'static str,
    /// Names of its folders, in lower case.
    folders: &'static [&'static str],
    /// How the names of its folders begin, in lower case.
    prefixes: &'static [&'static str],
    /// How names that it leaves in its folder begin and end.
    marks: &'static [(&'static str, &'static str)],
}

const PROGRAMS: [Program; 14] = [
    Program { name: "Dropbox", folders: &["dropbox"], prefixes: &["dropbox ("], marks: &[(".dropbox", "")] },
    Program {
        name: "OneDrive",
        folders: &["onedrive", "skydrive"],
        prefixes: &["onedrive - ", "onedrive-"],
        marks: &[],
    },
    Program {
        name: "Google Drive",
        folders: &["google drive", "googledrive", "my drive"],
        prefixes: &["googledrive-"],
        marks: &[(".tmp.drivedownload", ""), (".tmp.driveupload", "")],
    },
    Program {
        name: "iCloud Drive",
        folders: &["iclouddrive", "icloud drive", "mobile documents", "com~apple~clouddocs"],
        prefixes: &[],
        marks: &[],
    },
    Program {
        name: "Nextcloud or ownCloud",
        folders: &["nextcloud", "owncloud"],
        prefixes: &[],
        marks: &[(".sync_", ".db"), ("._sync_", ""), (".owncloudsync.log", ""), (".nextcloudsync.log", "")],
    },
    Program {
        name: "Syncthing",
        folders: &[],
        prefixes: &[],
        marks: &[(".stfolder", ""), (".stversions", "")],
    },
    Program { name: "Box", folders: &["box", "box sync", "box-box"], prefixes: &[], marks: &[] },
    Program {
        name: "pCloud",
        folders: &["pcloud", "pclouddrive", "pcloud drive", "pcloud sync"],
        prefixes: &[],
        marks: &[],
    },
    Program { name: "MEGA", folders: &["mega", "megasync"], prefixes: &[], marks: &[(".megaignore", "")] },
    Program {
        name: "Proton Drive",
        folders: &["proton drive", "protondrive"],
        prefixes: &["protondrive-"],
        marks: &[],
    },
    Program { name: "Seafile", folders: &["seafile"], prefixes: &[], marks: &[(".seafile-data", "")] },
    Program {
        name: "Resilio Sync",
        folders: &["resilio sync", "btsync"],
        prefixes: &[],
        marks: &[(".sync", "")],
    },
    Program {
        name: "Tresorit",
        folders: &["tresorit", "my tresors"],
        prefixes: &[],
        marks: &[(".tresorit", "")],
    },
    Program { name: "a cloud storage program", folders: &["cloudstorage"], prefixes: &[], marks: &[] },
];

/// Every program that seems to synchronize the folder or one above it; `names_in` lists a folder.
#[must_use]
pub fn programs(folder: &Path, names_in: &dyn Fn(&Path) -> Vec<String>) -> Vec<&'static str> {
    let mut above: Vec<(String, Vec<String>)> = Vec::new();
    for folder in folder.ancestors() {
        let name = folder.file_name().map(|name| name.to_string_lossy().to_lowercase());
        above.push((name.unwrap_or_default(), names_in(folder)));
    }
    let seems = |program: &&Program| above.iter().any(|(name, within)| program.owns(name, within));
    PROGRAMS.iter().filter(seems).map(|program| program.name).collect()
}

impl Program {
    fn owns(&self, name: &str, within: &[String]) -> bool {
        self.folders.contains(&name)
            || self.prefixes.iter().any(|prefix| name.starts_with(prefix))
            || within.iter().any(|file| self.marked(file))
    }

    fn marked(&self, file: &str) -> bool {
        self.marks.iter().any(|(begin, end)| match *end {
            // A whole name, or its own names that go on after a point.
            "" => {
                file == *begin
                    || file
                        .strip_prefix(begin)
                        .is_some_and(|rest| rest.starts_with('.') || begin.ends_with('_'))
            }
            end => file.starts_with(begin) && file.ends_with(end),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(folder: &str, marks: &[(&str, &str)]) -> Vec<&'static str> {
        let names_in = |folder: &Path| {
            let here = marks.iter().filter(|(at, _)| Path::new(at) == folder);
            here.map(|(_, name)| (*name).to_owned()).collect()
        };
        programs(Path::new(folder), &names_in)
    }

    #[test]
    fn folders_are_known_by_name_in_any_ancestor() {
        let table = [
            ("/home/dana/Dropbox/Clinic.riskwright", "Dropbox"),
            ("/home/dana/Dropbox (Lakeside)/a/b/Clinic.riskwright", "Dropbox"),
            ("/Users/dana/OneDrive - Lakeside/Clinic.riskwright", "OneDrive"),
            ("/home/dana/onedrive/Clinic.riskwright", "OneDrive"),
            ("/home/dana/Google Drive/Clinic.riskwright", "Google Drive"),
            ("/g/My Drive/Clinic.riskwright", "Google Drive"),
            ("/Users/dana/Library/Mobile Documents/Clinic.riskwright", "iCloud Drive"),
            ("/home/dana/Nextcloud/Clinic.riskwright", "Nextcloud or ownCloud"),
            ("/home/dana/pCloudDrive/Clinic.riskwright", "pCloud"),
            ("/home/dana/Box Sync/Clinic.riskwright", "Box"),
            ("/Users/dana/Library/CloudStorage/Other/Clinic.riskwright", "a cloud storage program"),
        ];
        for (folder, program) in table {
            assert_eq!(found(folder, &[]), [program], "{folder}");
        }
    }

    #[test]
    fn folders_are_known_by_the_marks_left_in_them() {
        let table = [
            ("/data", ".dropbox", "Dropbox"),
            ("/data", ".dropbox.cache", "Dropbox"),
            ("/data/team", ".sync_5f3a.db", "Nextcloud or ownCloud"),
            ("/data/team", "._sync_5f3a.db-wal", "Nextcloud or ownCloud"),
            ("/data/team/Clinic.riskwright", ".stfolder", "Syncthing"),
            ("/data", ".sync", "Resilio Sync"),
        ];
        for (at, mark, program) in table {
            assert_eq!(found("/data/team/Clinic.riskwright", &[(at, mark)]), [program], "{mark}");
        }
    }

    #[test]
    fn what_only_looks_alike_is_no_finding() {
        let marks = [
            ("/data", ".stfolders-of-mine"),
            ("/data", "dropbox"),
            ("/data", ".syncthing"),
            ("/data/other", ".stfolder"),
        ];
        for folder in
            ["/data/Dropboxes/Clinic.riskwright", "/data/Inbox/Clinic.riskwright", "/data/megabytes/c"]
        {
            assert_eq!(found(folder, &marks), Vec::<&str>::new(), "{folder}");
        }
    }
}
