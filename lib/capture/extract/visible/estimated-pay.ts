/** What a board says of a pay that it works out itself: "Glassdoor est.", "Indeed's estimate", "salaire estimé". */
const ofBoard = new RegExp(
  `(?<!\\p{L})(?:${[
    "(?:glassdoor|indeed|linkedin|stepstone|monster|ziprecruiter|adzuna|jooble)['’]?s? .{0,20}?est(?:imat\\p{L}{1,4}|\\.)",
    "est(?:imat(?:e|ed|ion)|\\.)(?: pay| salary)? (?:by|from|based on|par|d['’]après) .{0,40}?(?:glassdoor|indeed|linkedin|similar|market|users?|data)",
    "geschätztes? gehalt|gehalts(?:schätzung|prognose)|salaire estimé|estimation du salaire|(?:salario|sueldo) estimado",
    "salário estimado|stipendio stimato|stima salariale|geschat salaris|salary estimate",
  ].join("|")})(?!\\p{L})`,
  "iu",
);
/** Indeed's label; employers write "Estimated salary range: …" and "The estimated pay for this role is …". */
const label = /^\W{0,3}est(?:imated|\.)(?: (?:salary|pay))?\s?(?::|$)/i;
const maxNote = 120;
const hasAmount = /\d{2}/;

/** Whether a line says a pay that a board estimates, and that is nobody's offer. */
export const isEstimate = (line: string): boolean =>
  line.length <= 300 && (ofBoard.test(line) || label.test(line));

const isNote = (line: string | undefined) =>
  line !== undefined && line.length <= maxNote && !hasAmount.test(line) && isEstimate(line);

/** Lines without the pay that a board estimates: beside its note, or above or below it. */
export const withoutEstimates = (lines: readonly string[]): string[] =>
  lines.map((line, at) => {
    const isBeside = isEstimate(line) && hasAmount.test(line);
    const isAround =
      line.length <= maxNote &&
      /^\W{0,3}(?:[A-Z]{3} ?)?[\d.,]{2}/.test(line) &&
      (isNote(lines[at - 1]) || isNote(lines[at + 1]));
    return isBeside || isAround ? "" : line;
  });
