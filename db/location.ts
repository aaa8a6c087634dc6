import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

const defaultUrl = "file:./data/foothold.db";

/** Where the data lies and which driver reads it: a file on this machine or a libSQL server. */
export type DatabaseLocation =
  | { driver: "sqlite" | "libsql"; path: string }
  | { driver: "libsql"; server: string };

/**
 * Parses `DATABASE_URL`: `file:` is a file, for better-sqlite3 unless `DATABASE_DRIVER` is `libsql`; `libsql:`,
 * `https:` and `http:` are a libSQL server. Throws on any other scheme.
 */
export function databaseLocation(
  url: string = process.env.DATABASE_URL || defaultUrl,
): DatabaseLocation {
  const driver = process.env.DATABASE_DRIVER || "";
  if (!isDriver(driver))
    throw new Error(`DATABASE_DRIVER must be "sqlite" or "libsql", and is "${driver}".`);
  if (/^(libsql|https?):\/\/[^/?#]/.test(url)) {
    if (driver === "sqlite")
      throw new Error("DATABASE_URL names a server, which DATABASE_DRIVER=sqlite cannot reach.");
    return { driver: "libsql", server: url };
  }
  if (!url.startsWith("file:") || url === "file:") {
    const scheme = /^[a-z0-9+.-]+:/i.exec(url)?.[0] ?? "";
    throw new Error(
      `DATABASE_URL must be "file:" and a path, or the "libsql://" or "https://" address of a libSQL server, and is "${scheme}…".`,
    );
  }
  if (process.env.VERCEL)
    throw new Error(
      "Vercel keeps no files: set DATABASE_URL to the libsql:// address of a libSQL server, and DATABASE_AUTH_TOKEN.",
    );
  const path = resolve(/* turbopackIgnore: true */ process.cwd(), url.slice("file:".length));
  return { driver: driver || "sqlite", path };
}

const isDriver = (name: string): name is "" | "sqlite" | "libsql" =>
  name === "" || name === "sqlite" || name === "libsql";

/** The location for messages: a path, or a server's address without credentials. */
export function locationLabel(location: DatabaseLocation): string {
  if ("path" in location) return location.path;
  const { protocol, host, pathname } = new URL(location.server);
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}

/** The absolute path of the database file; creates its folder. Throws if `DATABASE_URL` names a server. */
export function databasePath(): string {
  const location = databaseLocation();
  if (!("path" in location))
    throw new Error(
      "DATABASE_URL names a server, and this works on a file. npm run move copies one into the other.",
    );
  mkdirSync(dirname(location.path), { recursive: true, mode: 0o700 });
  return location.path;
}

/** The folder of the database file and of the secret beside it. */
export function dataFolder(): string {
  return dirname(databasePath());
}
