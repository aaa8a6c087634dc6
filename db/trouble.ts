const causes: [RegExp, string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, "is on a disk that is full. Make room and start again."],
  [/^SQLITE_BUSY/, "is locked by another program. Close that and start again."],
  [/^EROFS/, "cannot be written: its disk is read-only. Make it writable and start again."],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|EACCES)/, "cannot be written. Check who owns it."],
  [/^(SQLITE_NOTADB|SQLITE_CORRUPT)/, "is no database, or is damaged. Restore it from a backup."],
];

/** What kept the database from being opened, in one line for the person who starts the server. */
export function explainDatabase(error: unknown, path: string): string {
  let message = String(error);
  for (let e = error; e instanceof Error; e = e.cause) {
    message = e.message;
    const code = "code" in e ? String(e.code) : "";
    const known = causes.find(([pattern]) => pattern.test(code));
    if (known) return `${path} ${known[1]}`;
  }
  return message;
}
