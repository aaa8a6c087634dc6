import type { Client, InArgs, InStatement, ResultSet } from "@libsql/client";

type Asked = {
  statement: InStatement;
  resolve: (result: ResultSet) => void;
  reject: (error: unknown) => void;
};

/** As many as travel together: a server limits the size of one answer. */
const most = 50;

/**
 * Runs statements one by one, but lets the reads that are asked for in one turn of the event loop travel as
 * one batch: a page that awaits several of them together waits for one way to the server and back.
 */
export function gathered(client: () => Promise<Client>) {
  let asked: Asked[] = [];
  const send = () => {
    const together = asked;
    asked = [];
    void answer(client, together);
  };
  return async (statement: { sql: string; args: InArgs }): Promise<ResultSet> => {
    if (!isRead(statement.sql)) return (await client()).execute(exact(statement));
    return new Promise((resolve, reject) => {
      if (asked.length >= most) send();
      if (asked.length === 0) setImmediate(send);
      asked.push({ statement: exact(statement), resolve, reject });
    });
  };
}

/** The statement with its whole numbers as such: over HTTP every number would be a float, and 1.0 is not '1'. */
export function exact(statement: InStatement): InStatement {
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

async function answer(client: () => Promise<Client>, asked: readonly Asked[]): Promise<void> {
  const alone = ({ statement, resolve, reject }: Asked) =>
    client()
      .then((opened) => opened.execute(statement))
      .then(resolve, reject);
  try {
    const [first] = asked;
    if (first && asked.length === 1) return await alone(first);
    const statements = asked.map(({ statement }) => statement);
    const results = await (await client()).batch(statements, "read");
    for (const [i, { resolve }] of asked.entries()) resolve(results[i] as ResultSet);
  } catch (error) {
    if (asked.length === 1 || isAway(error)) for (const { reject } of asked) reject(error);
    // One that is wrong is no fault of the others.
    else await Promise.all(asked.map(alone));
  }
}
