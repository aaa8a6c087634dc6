import { existsSync } from "node:fs";
import type { Client, InStatement } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql/http";
import { migrate } from "drizzle-orm/libsql/migrator";
import type { DatabaseLocation } from "../location.ts";
import { timedQuery } from "../query-timing.ts";
import { compile } from "./compile.ts";
import type { Db, Driver } from "./driver.ts";
import { fileReplacedCheck } from "./file-replaced.ts";
import { batchReads, withIntegers } from "./read-batching.ts";

/** Long enough for an import of many rows, which takes a server some seconds. */
const timeoutMs = 60_000;

/** Opens a file or a server through libSQL, at the first query. Creates a missing file only if `create` is set. */
export function openLibsql(location: DatabaseLocation, create: boolean): Driver {
  if ("path" in location && !create && !existsSync(location.path))
    throw Object.assign(new Error(`There is no file ${location.path}.`), {
      code: "SQLITE_CANTOPEN",
    });
  let opening: Promise<Client> | undefined;
  const client = () => {
    opening ??= connect(location).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const execute = batchReads(client);
  const timedClient = {
    execute: (statement: Parameters<typeof execute>[0]) =>
      timedQuery(statement.sql, () => execute(statement)),
    batch: async (statements: InStatement[]) =>
      timedQuery("begin … commit", async () =>
        (await client()).batch(statements.map(withIntegers), "write"),
      ),
    migrate: async (statements: InStatement[]) =>
      (await client()).migrate(statements.map(withIntegers)),
  };
  const db = drizzle(timedClient as unknown as Client);
  return {
    db: db as unknown as Db,
    async atomically(statements) {
      const compiled = statements.map((statement) => compile(db, statement));
      const results = await timedClient.batch(
        compiled.map(({ sql, args }) => ({ sql, args }) as InStatement),
      );
      return results.map((result, i) => {
        const mapped = compiled[i]?.mapResult(result);
        return mapped === result ? { changes: result.rowsAffected } : mapped;
      });
    },
    dataVersion: () => null,
    migrate: (folder) => migrate(db, { migrationsFolder: folder }),
    isStale: "path" in location ? fileReplacedCheck(location.path) : () => false,
    close: () => void opening?.then((opened) => opened.close()),
  };
}

// Errors get a code of the database's own, since other servers are called by fetch too.
function fetchWithTimeout(request: Request): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutMs);
  return fetch(request, { cache: "no-store", signal }).catch((cause) => {
    throw Object.assign(new Error("The database's server does not answer.", { cause }), {
      code: "DATABASE_AWAY",
    });
  });
}

async function connect(location: DatabaseLocation): Promise<Client> {
  if ("server" in location) {
    const { createClient } = await import("@libsql/client/http");
    return createClient({
      url: location.server,
      authToken: process.env.DATABASE_AUTH_TOKEN || undefined,
      fetch: fetchWithTimeout,
    });
  }
  const { createClient } = await import("@libsql/client/sqlite3");
  const opened = createClient({ url: `file:${location.path}`, concurrency: 1, timeout: 5_000 });
  await opened.execute("pragma journal_mode = WAL");
  await opened.execute("pragma secure_delete = on");
  return opened;
}
