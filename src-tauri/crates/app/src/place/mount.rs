//! What a path is mounted from, read off the text of `/proc/self/mountinfo` (proc_pid_mountinfo(5)).

use std::path::{Path, PathBuf};

/// File systems whose bytes lie on another computer or outside a virtual one.
const NETWORK: [&str; 37] = [
    "9p",
    "acfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "drvfs",
    "fuse.ceph-fuse",
    "fuse.cifs",
    "fuse.curlftpfs",
    "fuse.davfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.gocryptfs-reverse",
    "fuse.google-drive-ocamlfuse",
    "fuse.goofys",
    "fuse.gvfsd-fuse",
    "fuse.juicefs",
    "fuse.onedriver",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.smbnetfs",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "orangefs",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
];
/// File systems of memory sticks and cards: no journal.
const OF_MEDIA: [&str; 3] = ["exfat", "msdos", "vfat"];
/// Where desktops mount what is plugged in.
const MEDIA: [&str; 2] = ["/media", "/run/media"];

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mount {
    /// Where it is mounted.
    pub point: PathBuf,
    /// The file system: `ext4`, `fuse.sshfs`.
    pub file_system: String,
}

impl Mount {
    /// Whether the bytes lie on another computer.
    #[must_use]
    pub fn is_network(&self) -> bool {
        NETWORK.contains(&self.file_system.as_str())
    }

    /// Whether it is a memory stick or card.
    #[must_use]
    pub fn is_removable(&self) -> bool {
        let plugged = MEDIA.iter().any(|media| self.point.starts_with(media));
        plugged && OF_MEDIA.contains(&self.file_system.as_str())
    }
}

/// The mount that a path lies on: the longest point, and of several at one point the last, which hides the others.
#[must_use]
pub fn of(table: &str, path: &Path) -> Option<Mount> {
    let above = table.lines().filter_map(parse).filter(|mount| path.starts_with(&mount.point));
    above.max_by_key(|mount| mount.point.components().count())
}

/// `36 35 98:0 /root /point options optional… - type source options`.
fn parse(line: &str) -> Option<Mount> {
    let (before, after) = line.split_once(" - ")?;
    let point = before.split(' ').nth(4)?;
    let file_system = after.split(' ').next()?;
    Some(Mount { point: unescaped(point).into(), file_system: unescaped(file_system) })
}

/// Space, tab, line feed and backslash are written as a backslash and three octal digits.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('\\');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let escaped = part.get(..3).and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match (escaped, part.get(3..)) {
            (Some(byte), Some(rest)) if byte.is_ascii() => {
                plain.push(char::from(byte));
                plain.push_str(rest);
            }
            _ => {
                plain.push('\\');
                plain.push_str(part);
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = r"22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:21 / /proc rw,nosuid shared:5 - proc proc rw
60 22 0:45 / /mnt/share rw,relatime shared:40 - cifs //server/share rw,vers=3.1.1
61 60 8:17 / /mnt/share/local rw - xfs /dev/sdb1 rw
62 22 0:46 / /home/dana/My\040Share rw - nfs4 server:/export rw
63 22 0:47 / /home/dana/back\134slash rw - fuse.sshfs dana@server:/ rw
64 22 8:33 / /run/media/dana/STICK rw shared:9 master:2 propagate_from:3 - vfat /dev/sdc1 rw
65 22 8:34 / /media/dana/disk rw - ext4 /dev/sdd1 rw
66 22 8:35 / /boot/efi rw - vfat /dev/sda2 rw
67 22 8:1 /srv/data /bound rw - ext4 /dev/sda1 rw
68 22 0:50 / /over rw - overlay overlay rw,lowerdir=/a,upperdir=/b - odd,workdir=/c
69 22 0:51 / /twice rw - ext4 /dev/sde1 rw
70 69 0:52 / /twice rw - fuse.rclone remote: rw
71 22 8:40 / /home/dana/ntfs rw - fuseblk /dev/sdf1 rw
a line of another kind
";

    #[test]
    fn the_nearest_mount_decides() {
        let table = [
            ("/home/dana/Clinic.riskwright", "ext4", false, false),
            ("/mnt/share/Clinic.riskwright", "cifs", true, false),
            ("/mnt/share", "cifs", true, false),
            ("/mnt/shared/Clinic.riskwright", "ext4", false, false),
            ("/mnt/share/local/Clinic.riskwright", "xfs", false, false),
            ("/home/dana/My Share/Clinic.riskwright", "nfs4", true, false),
            (r"/home/dana/back\slash/Clinic.riskwright", "fuse.sshfs", true, false),
            ("/run/media/dana/STICK/Clinic.riskwright", "vfat", false, true),
            ("/media/dana/disk/Clinic.riskwright", "ext4", false, false),
            ("/boot/efi/Clinic.riskwright", "vfat", false, false),
            ("/bound/Clinic.riskwright", "ext4", false, false),
            ("/over/Clinic.riskwright", "overlay", false, false),
            ("/twice/Clinic.riskwright", "fuse.rclone", true, false),
            ("/home/dana/ntfs/Clinic.riskwright", "fuseblk", false, false),
        ];
        for (path, file_system, network, removable) in table {
            let mount = of(TABLE, Path::new(path)).unwrap();
            assert_eq!(mount.file_system, file_system, "{path}");
            assert_eq!((mount.is_network(), mount.is_removable()), (network, removable), "{path}");
        }
    }

    #[test]
    fn a_table_that_says_nothing_finds_nothing() {
        for table in ["", "22 1 8:1", "22 1 8:1 / /mnt rw -", "no table at all - "] {
            assert_eq!(of(table, Path::new("/home")), None, "{table:?}");
        }
    }

    #[test]
    fn only_whole_escapes_are_undone() {
        let table = [
            (r"a\040b", "a b"),
            (r"a\011b\134", "a\tb\\"),
            (r"a\04", r"a\04"),
            (r"a\999b", r"a\999b"),
            ("ä", "ä"),
        ];
        for (written, plain) in table {
            assert_eq!(unescaped(written), plain);
        }
    }
}
