import { isAbsolute } from "node:path";
import { whyUnwritable } from "./disk.ts";

/** `written`: the fault is of what is written, and not of what is read. */
type Cause = { code?: RegExp; message?: RegExp; advice: string; written?: true };

const causes: readonly Cause[] = [
  {
    code: /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    advice: "is on a disk that is full. Make room and start again.",
    written: true,
  },
  {
    // SQLite rolls back by itself where it cannot write, and then Drizzle's own rollback hides why.
    code: /^SQLITE_IOERR/,
    message: /cannot rollback - no transaction/,
    advice: "is on a disk that is full, or that fails. Make room, check it and start again.",
    written: true,
  },
  { code: /^SQLITE_BUSY/, advice: "is locked by another program. Close that and start again." },
  {
    message: /HTTP status (401|403)/,
    advice: "refuses the token. Set DATABASE_AUTH_TOKEN to one that may read and write it.",
  },
  { message: /HTTP status 404/, advice: "is no database of that server. Check DATABASE_URL." },
  {
    code: /^(DATABASE_AWAY|SERVER_ERROR|HRANA_)/,
    advice: "does not answer as a libSQL server. Check DATABASE_URL, and that the server runs.",
  },
  {
    code: /^(BLOCKED|SQL_WRITES?_BLOCKED|FORBIDDEN)/,
    advice: "may only be read. Set DATABASE_AUTH_TOKEN to one that may write it.",
  },
  {
    code: /^EROFS/,
    advice: "cannot be written: its disk is read-only. Make it writable and start again.",
    written: true,
  },
  {
    code: /^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM|EEXIST|ENOTDIR|EISDIR)/,
    advice: "cannot be written. Check that the path is right, and who owns it.",
    written: true,
  },
  {
    code: /^(SQLITE_NOTADB|SQLITE_CORRUPT)/,
    advice: "is no database, or is damaged. Restore it from a backup.",
  },
];

/**
 * One line for the person who starts the server: why the database cannot be opened, and what to do. `target` is what
 * is written where that is not the database itself.
 */
export function explainDatabase(error: unknown, name: string, target = name): string {
  const chain = causesOf(error);
  for (const { code, message, path } of chain) {
    const known = causes.find(
      (cause) => cause.code?.test(code) || (cause.message?.test(message) ?? false),
    );
    if (!known) continue;
    const subject = path ?? (known.written ? target : name);
    const why = known.written && !isFull(code) && isAbsolute(subject) && whyUnwritable(subject);
    return `${subject} ${why || known.advice}`;
  }
  return chain.at(-1)?.message ?? String(error);
}

const isFull = (code: string) => /FULL|ENOSPC|EDQUOT/.test(code);

/** Whether the database is locked, full, moved away or does not answer, so that a retry may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  const away =
    /^(SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CANTOPEN|PROTOCOL)|DATABASE_AWAY|SERVER_ERROR|HRANA_)/;
  return causesOf(error).some(({ code }) => away.test(code));
}

/** Whether another connection holds the lock. */
export function isDatabaseBusy(error: unknown): boolean {
  return causesOf(error).some(({ code }) => /^SQLITE_(BUSY|LOCKED)/.test(code));
}

/** Whether a unique index refused the write, on either driver. */
export function isUniqueViolation(error: unknown): boolean {
  return causesOf(error).some(
    ({ code, message }) =>
      code.startsWith("SQLITE_CONSTRAINT_UNIQUE") ||
      (code.startsWith("SQLITE_CONSTRAINT") && message.includes("UNIQUE")),
  );
}

/** Whether a column (`table.column`) was given null though it may not be: how a condition inside a write fails. */
export function isNullViolation(error: unknown, column: string): boolean {
  return causesOf(error).some(({ message }) =>
    message.includes(`NOT NULL constraint failed: ${column}`),
  );
}

/** An error and its causes, the outermost first; with the path of a file that the system refused. */
export function causesOf(error: unknown): { code: string; message: string; path?: string }[] {
  const chain = [];
  for (let e = error; e instanceof Error; e = e.cause) {
    // A folder that cannot be made is one of a file's, which says more.
    const isFile = "syscall" in e && e.syscall !== "mkdir";
    const path = isFile && "path" in e ? { path: String(e.path) } : {};
    chain.push({ code: "code" in e ? String(e.code) : "", message: e.message, ...path });
  }
  return chain;
}
