// Statements that a libSQL server's parser refuses though SQLite accepts them, as in libsql's
// libsql-server/src/query_analysis.rs and vendored/sqlite3-parser/src/parser/parse.y.
const allowedPragmas = [
  "table_list",
  "index_list",
  "table_info",
  "table_xinfo",
  "index_xinfo",
  "foreign_keys",
  "foreign_key_check",
  "defer_foreign_keys",
  "data_version",
  "integrity_check",
  "quick_check",
  "user_version",
];

const aggregates =
  "count|sum|total|avg|min|max|group_concat|string_agg|json_group_array|json_group_object";
const nested = String.raw`(?:[^()]|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))*`;
const orderedAggregate = new RegExp(
  String.raw`\b(${aggregates})\s*\(${nested}?\border\s+by\b`,
  "i",
);
const bare = (sql: string) => sql.replace(/'(?:[^']|'')*'/g, "''").replace(/--[^\n]*/g, "");

/** The error with which a server refuses the statement; null if it accepts it. */
export function refusal(sql: string): string | null {
  const text = bare(sql);
  const [, pragma] = /^\s*pragma\s+(\w+)/i.exec(text) ?? [];
  if (pragma && !allowedPragmas.includes(pragma.toLowerCase()))
    return `unsupported statement: ${sql}`;
  if (/^\s*(attach|detach|vacuum|reindex|analyze|create\s+temp)/i.test(text))
    return `unsupported statement: ${sql}`;
  if (orderedAggregate.test(text)) return "near ORDER: syntax error";
  return null;
}
