import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

const byDefault = "file:./data/foothold.db";

/** Where the data is, and which driver reads it: a file on this machine, or a libSQL server. */
export type Place =
  | { driver: "sqlite" | "libsql"; path: string }
  | { driver: "libsql"; server: string };

/**
 * What `DATABASE_URL` names: `file:` a file, for better-sqlite3 unless `DATABASE_DRIVER` is `libsql`;
 * `libsql:`, `https:` or `http:` a libSQL server. Throws on any other kind of address.
 */
export function databasePlace(url: string = process.env.DATABASE_URL || byDefault): Place {
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

/** The place for people to read: a path, or a server's address without what may be secret in it. */
export function placeName(place: Place): string {
  if ("path" in place) return place.path;
  const { protocol, host, pathname } = new URL(place.server);
  return `${protocol}//${host}${pathname === "/" ? "" : pathname}`;
}

/** The file that `DATABASE_URL` names, absolute; makes its folder. Throws where it names a server. */
export function databasePath(): string {
  const place = databasePlace();
  if (!("path" in place))
    throw new Error(
      "DATABASE_URL names a server, and this works on a file. npm run move copies one into the other.",
    );
  mkdirSync(dirname(place.path), { recursive: true });
  return place.path;
}

/** The folder that holds the database and what belongs with it (the secret). */
export function dataFolder(): string {
  return dirname(databasePath());
}
