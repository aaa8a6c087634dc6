// What the parser of a libSQL server refuses though SQLite takes it: libsql-server/src/query_analysis.rs and
// vendored/sqlite3-parser/src/parser/parse.y there.
const readable = [
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

/** Why a server would not take the statement; null where it would. */
export function refusal(sql: string): string | null {
  const text = bare(sql);
  const [, pragma] = /^\s*pragma\s+(\w+)/i.exec(text) ?? [];
  if (pragma && !readable.includes(pragma.toLowerCase())) return `unsupported statement: ${sql}`;
  if (/^\s*(attach|detach|vacuum|reindex|analyze|create\s+temp)/i.test(text))
    return `unsupported statement: ${sql}`;
  if (orderedAggregate.test(text)) return "near ORDER: syntax error";
  return null;
}
