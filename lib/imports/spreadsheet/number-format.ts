/** A number format that shows more than the number: a currency or a percent sign. */
export type NumberFormat = {
  prefix: string;
  suffix: string;
  decimals: number;
  grouped: boolean;
  percent: boolean;
};

/** How a cell shows its number: as a date or time, as a plain number, or in a format of its own. */
export type CellFormat = "date" | "plain" | NumberFormat;

// Built-in formats (ECMA-376, 18.8.30): dates and times, percents, and dollars.
const builtInDates: readonly [from: number, to: number][] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const builtInCodes: Readonly<Record<number, string>> = {
  5: '"$"#,##0',
  6: '"$"#,##0',
  7: '"$"#,##0.00',
  8: '"$"#,##0.00',
  9: "0%",
  10: "0.00%",
  42: '"$"#,##0',
  44: '"$"#,##0.00',
};

/** The format of a style: by the code that the workbook gives its id, else by the built-in one. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  const known = code ?? builtInCodes[id];
  if (known !== undefined) return parseFormat(known.slice(0, 255));
  return builtInDates.some(([from, to]) => id >= from && id <= to) ? "date" : "plain";
}

const currency =
  /\p{Sc}|(?<!\p{L})(USD|EUR|GBP|CHF|CAD|AUD|NZD|INR|JPY|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|BRL|MXN|ZAR|SGD|HKD|AED|zł|kr|Kč|Ft|lei|Rs|TL)(?!\p{L})/u;

/** Parses the section of a format code for positive numbers. */
function parseFormat(code: string): CellFormat {
  const pieces = positiveSection(code);
  const shown = pieces.map(({ text, literal }) => (literal ? "" : text)).join("");
  if (/general/i.test(shown)) return "plain";
  if (/[ymdhs]/i.test(shown)) return "date";
  const digits = /[0#?][0#?,]*(\.[0#?]*)?/.exec(shown);
  const percent = shown.includes("%");
  if (!digits || /[eE]|\//.test(shown)) return "plain";
  let [prefix, suffix, passed] = ["", "", false];
  for (const { text, literal } of pieces) {
    if (!literal && /[0#?]/.test(text)) passed = true;
    const kept = literal ? text : text.replace(/[0#?.,@]/g, "");
    if (passed) suffix += kept;
    else prefix += kept;
  }
  if (!percent && !currency.test(prefix + suffix)) return "plain";
  const decimals = Math.min(digits[1] ? digits[1].length - 1 : 0, 10);
  return {
    prefix: prefix.trimStart(),
    suffix: suffix.trimEnd(),
    decimals,
    grouped: digits[0].includes(","),
    percent,
  };
}

/** The pieces of a code up to its first semicolon: literals, and what formats the number. */
function positiveSection(code: string): { text: string; literal: boolean }[] {
  const pieces: { text: string; literal: boolean }[] = [];
  const tokens = code.matchAll(
    /"([^"]*)"|\\(.)|[_*].|\[\$([^\]-]*)[^\]]*\]|\[(?:h+|m+|s+)\]|\[[^\]]*\]|;|[^"\\[;]/gi,
  );
  for (const [token, quoted, escaped, symbol] of tokens) {
    if (token === ";") break;
    const text = quoted ?? escaped ?? symbol;
    if (text !== undefined) pieces.push({ text, literal: true });
    else if (/^[_*]/.test(token)) pieces.push({ text: "", literal: true });
    else if (/^\[(h+|m+|s+)\]$/i.test(token)) pieces.push({ text: token, literal: false });
    else if (/^[$€£¥+\-() ]$/.test(token)) pieces.push({ text: token, literal: true });
    else if (!token.startsWith("["))
      pieces.push({ text: token, literal: /[^\x20-\x7e]/.test(token) });
  }
  return pieces;
}

/** What writes numbers with so many decimals (11 at most): each takes long to make, so it is kept. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(decimals: number, useGrouping: boolean): Intl.NumberFormat {
  const key = `${decimals} ${useGrouping}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const made = new Intl.NumberFormat("en-US", { ...digits, useGrouping });
  formatters.set(key, made);
  return made;
}

/** A number as its cell shows it: 85000 as $85,000, 0.65 as 65%. */
export function formatNumber(value: number, format: NumberFormat): string {
  const { prefix, suffix, decimals, grouped, percent } = format;
  const size = Math.abs(percent ? value * 100 : value);
  const text = formatter(decimals, grouped).format(size);
  return `${value < 0 ? "-" : ""}${prefix}${text}${suffix}`.trim();
}
