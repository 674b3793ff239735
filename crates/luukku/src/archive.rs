//! The file of a backup: a tar archive that other programs can open too.
//!
//! `luukku-backup.json` comes first and says what made it; `tables/00001-organisations.jsonl` and on are the rows, a JSON
//! object in each line; `files/…` are the files as they lie in the data folder; `checksums.json` comes last and names
//! every entry before it, so that half an archive is known for what it is.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use server::{Random, SystemRandom, private};
use sha2::{Digest, Sha256};
use store::backup::{self, Giver, Part, Taker};

use crate::stop::Stop;

/// The shape of the archive itself, apart from the schema of the tables.
const FORMAT: i64 = 1;
const HEAD: &str = "luukku-backup.json";
const CHECKSUMS: &str = "checksums.json";

/// An archive that is being written, under a name of its own until it is whole.
pub struct Writing {
    tar: tar::Builder<BufWriter<File>>,
    half: Half,
    whole: PathBuf,
    entries: Vec<Value>,
    tables: u32,
    now_s: u64,
    /// Names of the files that the rows speak of, under `files/`.
    pub files: Vec<NamedFile>,
    /// How many rows of files could not be read, so that nobody knows which files they speak of.
    pub unreadable: u32,
}

/// What is left of a backup that did not become one; removed when dropped.
struct Half(PathBuf);

impl Drop for Half {
    fn drop(&mut self) {
        // It is named .part, so nobody takes it for a backup if this fails; when it became whole, it is gone already.
        let _ = fs::remove_file(&self.0);
    }
}

/// A file that a row speaks of.
#[derive(Clone, Debug)]
pub struct NamedFile {
    /// `files/…`, in the archive and in the data folder.
    pub name: String,
    /// Whether it went with a message. One that did not may be thrown away at any moment.
    pub is_sent: bool,
}

impl Writing {
    /// Begins an archive at `whole`.
    pub fn begin(whole: &Path, version: &str, now_ms: i64) -> io::Result<Self> {
        let mut half = whole.as_os_str().to_owned();
        // Nobody can put a link under a name that they do not know, and what is there already is never written to:
        // everything that customers have said will be in this file.
        half.push(format!(".{}.part", unguessable()?));
        let half = PathBuf::from(half);
        let file = OpenOptions::new().create_new(true).write(true).mode(0o600).open(&half)?;
        let half = Half(half);
        let mut writing = Self {
            tar: tar::Builder::new(BufWriter::new(file)),
            half,
            whole: whole.to_owned(),
            entries: Vec::new(),
            tables: 0,
            now_s: u64::try_from(now_ms / 1000).unwrap_or_default(),
            files: Vec::new(),
            unreadable: 0,
        };
        let head = json!({ "format": FORMAT, "version": version, "migration": backup::newest(), "made_at_ms": now_ms });
        writing.add(HEAD, head.to_string().as_bytes(), 0)?;
        Ok(writing)
    }

    /// Adds one entry.
    pub fn add(&mut self, name: &str, bytes: &[u8], rows: u64) -> io::Result<()> {
        self.append(name, bytes)?;
        self.entries.push(json!({ "name": name, "bytes": bytes.len(), "rows": rows, "sha256": hash(bytes) }));
        Ok(())
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_size(u64::try_from(bytes.len()).map_err(io::Error::other)?);
        header.set_mode(0o600);
        header.set_mtime(self.now_s);
        self.tar.append_data(&mut header, name, bytes)
    }

    /// Makes the archive whole and durable, and gives it its name. Answers its size in bytes.
    pub fn finish(mut self) -> io::Result<u64> {
        let checksums = Value::from(std::mem::take(&mut self.entries)).to_string();
        self.append(CHECKSUMS, checksums.as_bytes())?;
        let file = self.tar.into_inner()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        fs::rename(&self.half.0, &self.whole)?;
        let folder = self.whole.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(file.metadata()?.len())
    }
}

impl Taker for Writing {
    fn take(&mut self, part: Part) -> io::Result<()> {
        if part.table == "attachments" {
            let rows = part.lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
            for row in rows {
                match named_file(row) {
                    Some(file) => self.files.push(file),
                    None => self.unreadable += 1,
                }
            }
        }
        self.tables += 1;
        self.add(&format!("tables/{:05}-{}.jsonl", self.tables, part.table), &part.lines, part.rows)
    }
}

/// Where the file of a row of `attachments` lies; the server's shelf has the same order.
fn named_file(line: &[u8]) -> Option<NamedFile> {
    let row: Value = serde_json::from_slice(line).ok()?;
    let id = |name: &str| Some(row.get(name)?.as_str()?.replace('-', ""));
    let (organisation, file) = (id("organisation_id")?, id("attachment_id")?);
    let name = format!("files/{organisation}/{}/{file}", file.get(30..)?);
    Some(NamedFile { name, is_sent: row.get("message_id").is_some_and(|id| !id.is_null()) })
}

/// An archive that was found whole.
pub struct Checked {
    path: PathBuf,
    entries: Vec<Entry>,
    /// Which Luukku made it.
    pub version: String,
}

#[derive(Clone)]
struct Entry {
    name: String,
    position: u64,
    bytes: u64,
    rows: u64,
    sha256: String,
}

impl Checked {
    /// Reads all of the archive at `path` and compares every checksum.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn read(path: &Path) -> Result<Self, Stop> {
        let name = path.display();
        let cannot = |error: io::Error| Stop::new(format!("{name} cannot be read: {error}"));
        let found = entries_of(path).map_err(cannot)?;
        let bytes_of = |entry: &Entry| read_at(path, entry.position, entry.bytes).map_err(cannot);
        let (Some(head), Some(last)) = (found.first().filter(|entry| entry.name == HEAD), found.last()) else {
            return Err(Stop::new(format!("{name} is not a backup of Luukku")));
        };
        let head: Value = serde_json::from_slice(&bytes_of(head)?).unwrap_or_default();
        let version = head.get("version").and_then(Value::as_str).unwrap_or("unknown").to_owned();
        known(&head, &version).map_err(|why| Stop::new(format!("{name} {why}")))?;
        let told: Vec<Value> =
            if last.name == CHECKSUMS { serde_json::from_slice(&bytes_of(last)?).unwrap_or_default() } else { Vec::new() };
        if told.is_empty() || told.len() + 1 != found.len() {
            return Err(Stop::new(format!("{name} is not whole: it breaks off after {} entries", found.len())));
        }
        let mut entries = Vec::with_capacity(told.len());
        for (mut entry, told) in found.into_iter().zip(&told) {
            let text = |key: &str| told.get(key).and_then(Value::as_str);
            if text("name") != Some(entry.name.as_str()) || text("sha256") != Some(entry.sha256.as_str()) {
                return Err(Stop::new(format!("{name} is damaged: {} is not what was written", entry.name)));
            }
            entry.rows = told.get("rows").and_then(Value::as_u64).unwrap_or_default();
            entries.push(entry);
        }
        Ok(Self { path: path.to_owned(), entries, version })
    }

    /// The rows, for the database.
    pub fn rows(&self) -> Rows {
        let tables: Vec<Entry> = self.entries.iter().filter(|entry| entry.name.starts_with("tables/")).cloned().collect();
        Rows { path: self.path.clone(), tables: tables.into_iter() }
    }

    /// The files: name and bytes, one after the other. Names that no desk gives are left out.
    pub fn files(&self) -> impl Iterator<Item = (&str, io::Result<Vec<u8>>)> {
        let files = self.entries.iter().filter(|entry| is_file_name(&entry.name));
        files.map(|entry| (entry.name.as_str(), read_at(&self.path, entry.position, entry.bytes)))
    }
}

/// Whether this program understands an archive with this head.
fn known(head: &Value, version: &str) -> Result<(), String> {
    let number = |key: &str| head.get(key).and_then(Value::as_i64).unwrap_or_default();
    let (format, migration, ours) = (number("format"), number("migration"), backup::newest());
    if format > FORMAT || migration > ours {
        return Err(format!(
            "was made by a newer Luukku ({version}, migration {migration}; this one knows {ours}). Install that version to restore it"
        ));
    }
    if format != FORMAT || migration != ours {
        return Err(format!(
            "was made by an older Luukku ({version}, migration {migration}; this one has {ours}). Restore it with that version, then start this one"
        ));
    }
    Ok(())
}

fn entries_of(path: &Path) -> io::Result<Vec<Entry>> {
    let mut archive = tar::Archive::new(File::open(path)?);
    let mut entries = Vec::new();
    for entry in archive.entries()? {
        // An archive that was cut off ends in the middle of an entry; what was whole before it tells the rest.
        let Ok(mut entry) = entry else { break };
        let (position, bytes) = (entry.raw_file_position(), entry.size());
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let mut hasher = Hasher(Sha256::new());
        if io::copy(&mut entry, &mut hasher).ok() != Some(bytes) {
            break;
        }
        entries.push(Entry { name, position, bytes, rows: 0, sha256: hex(&hasher.0.finalize()) });
    }
    Ok(entries)
}

/// Takes bytes in as a file does.
struct Hasher(Sha256);

impl io::Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn read_at(path: &Path, position: u64, bytes: u64) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(position))?;
    let mut read = Vec::new();
    file.take(bytes).read_to_end(&mut read)?;
    Ok(read)
}

/// `files/<organisation>/<two digits>/<id>` and nothing else: an archive that somebody made must not write elsewhere.
fn is_file_name(name: &str) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    let is_hex = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    matches!(parts.as_slice(), ["files", organisation, folder, id] if is_hex(organisation, 32) && is_hex(folder, 2) && is_hex(id, 32))
}

/// The rows of an archive.
pub struct Rows {
    path: PathBuf,
    tables: std::vec::IntoIter<Entry>,
}

impl Giver for Rows {
    fn give(&mut self) -> io::Result<Option<Part>> {
        let Some(entry) = self.tables.next() else { return Ok(None) };
        let lines = read_at(&self.path, entry.position, entry.bytes)?;
        // The file was whole a moment ago; somebody may have changed it since.
        if hash(&lines) != entry.sha256 {
            return Err(io::Error::other("the backup was changed while it was read"));
        }
        let table = entry.name.split_once('-').map_or("", |(_, table)| table).trim_end_matches(".jsonl").to_owned();
        Ok(Some(Part { table, lines, rows: entry.rows }))
    }
}

/// Writes `bytes` durably to `path`, whole or not at all.
pub fn keep(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    private::make_folder(folder)?;
    let half = Half(path.with_extension("part"));
    let mut file = private::make_file(&half.0)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&half.0, path)?;
    File::open(folder)?.sync_all()
}

fn unguessable() -> io::Result<String> {
    let mut bytes = [0; 16];
    if SystemRandom.fill(&mut bytes) { Ok(hex(&bytes)) } else { Err(io::Error::other("the operating system gave no random bytes")) }
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = std::fmt::Write::write_fmt(&mut text, format_args!("{byte:02x}"));
        text
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use store::backup::{Part, Taker};

    use super::{Writing, is_file_name};

    #[test]
    fn a_row_that_names_no_file_is_counted_and_not_passed_over() {
        let folder = std::env::temp_dir().join(format!("luukku-archive-{}", uuid::Uuid::now_v7()));
        std::fs::create_dir(&folder).unwrap();
        let mut writing = Writing::begin(&folder.join("backup.tar"), "0", 0).unwrap();
        let id = "0123456789abcdef0123456789abcdef";
        let good = format!("{{\"organisation_id\":\"{id}\",\"attachment_id\":\"{id}\",\"message_id\":null}}");
        let lines = format!("{good}\n{{\"organisation_id\":5}}\nnot a row\n").into_bytes();
        writing.take(Part { table: "attachments".into(), lines, rows: 3 }).unwrap();
        assert_eq!((writing.files.len(), writing.unreadable), (1, 2));
        drop(writing);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "half a backup is no backup");
        std::fs::remove_dir(&folder).unwrap();
    }

    #[test]
    fn a_file_from_an_archive_lands_in_the_folder_of_files_and_nowhere_else() {
        let id = "0123456789abcdef0123456789abcdef";
        assert!(is_file_name(&format!("files/{id}/ef/{id}")));
        for wrong in ["files/../desk.db", "/etc/passwd", &format!("files/{id}/../{id}"), &format!("files/{id}/ef/{id}/x"), "desk.db"] {
            assert!(!is_file_name(wrong), "{wrong}");
        }
    }
}
