import type { Client, InArgs, InStatement, ResultSet } from "@libsql/client";

type PendingRead = {
  statement: InStatement;
  resolve: (result: ResultSet) => void;
  reject: (error: unknown) => void;
};

/** A server limits the size of one response. */
const maxReads = 50;

/**
 * Read batching: the reads of one turn of the event loop are sent as one batch, so that a page which awaits
 * several of them together waits for one round trip. Writes are sent one by one.
 */
export function batchReads(client: () => Promise<Client>) {
  let pending: PendingRead[] = [];
  const flush = () => {
    const reads = pending;
    pending = [];
    void sendReads(client, reads);
  };
  return async (statement: { sql: string; args: InArgs }): Promise<ResultSet> => {
    if (!isRead(statement.sql)) return (await client()).execute(withIntegers(statement));
    return new Promise((resolve, reject) => {
      if (pending.length >= maxReads) flush();
      if (pending.length === 0) setImmediate(flush);
      pending.push({ statement: withIntegers(statement), resolve, reject });
    });
  };
}

/** The statement with whole numbers as integers: over HTTP every number would be a float, and 1.0 is not '1'. */
export function withIntegers(statement: InStatement): InStatement {
  if (typeof statement === "string" || !Array.isArray(statement.args)) return statement;
  const args = statement.args.map((arg) =>
    typeof arg === "number" && Number.isSafeInteger(arg) ? BigInt(arg) : arg,
  );
  return { ...statement, args };
}

function isRead(sql: string): boolean {
  return /^\s*(select\b|with\b(?!.*\b(insert|update|delete)\b))/is.test(sql);
}

const isAway = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "DATABASE_AWAY";

async function sendReads(
  client: () => Promise<Client>,
  reads: readonly PendingRead[],
): Promise<void> {
  const sendOne = ({ statement, resolve, reject }: PendingRead) =>
    client()
      .then((opened) => opened.execute(statement))
      .then(resolve, reject);
  try {
    const [first] = reads;
    if (first && reads.length === 1) return await sendOne(first);
    const statements = reads.map(({ statement }) => statement);
    const results = await (await client()).batch(statements, "read");
    for (const [i, { resolve }] of reads.entries()) resolve(results[i] as ResultSet);
  } catch (error) {
    if (reads.length === 1 || isAway(error)) for (const { reject } of reads) reject(error);
    // A batch fails as a whole: sent one by one, only the wrong statement fails.
    else await Promise.all(reads.map(sendOne));
  }
}
