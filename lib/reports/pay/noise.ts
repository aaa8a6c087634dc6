// What has digits and is no pay. A number behind a currency's mark or a dash belongs to the pay.
const alone = "(?<![¤\\d.,'k–—-]\\s?)";
const noise = [
  "\\b401\\s?\\(?k\\)?(?!\\s?¤)",
  "\\d+(?:[.,]\\d+)?\\s*(?:(?:-|–|—|to|bis)\\s*\\d+(?:[.,]\\d+)?\\s*)?(?:%|percent|prozent)",
  "\\d{1,2}(?:[.,]\\d+)?\\s*(?:[-–]\\s*\\d{1,2}\\s*)?[- ]?(?:h|hrs?|hours?|std\\.?|stunden|wochenstunden)(?![\\p{L}])\\.?(?:\\s*(?:\\/|per|a|pro|in der|die)?\\s*(?:wk|week|woche)(?![\\p{L}]))?",
  "\\d{1,3}\\s?-?\\s?(?:days?|tage?n?|weeks?|wochen|months?|monate?n?|years?|jahren?|jahre|yrs?)(?![\\p{L}])",
  "\\d+\\s*(?:x|×|monatsgehälter|gehälter|salaries)(?![\\p{L}])",
  "[x×]\\s*1[234](?!\\d)",
].map((one) => new RegExp(`${alone}${one}`, "giu"));

/** The text without percentages, hours, holidays, contract lengths and what else has digits. */
export function withoutNoise(text: string): string {
  return noise
    .reduce((rest, one) => rest.replace(one, " "), text)
    .replace(/(?<=\d),\s?[-–—]{1,2}(?!\s*\d)/g, "")
    .replace(/bonus[- ]?(?:eligible|berechtigt)/gi, "");
}

const bonus =
  /bonus|boni\b|equity|stock|rsus?\b|shares|sign[- ]?on|signing|commission|provision|prämie|aktien|variable?\b|per[- ]diem extra|relocation|stipend|budget/i;
const earnings = /\bote\b|on[- ]target/i;
const ends =
  /[,;()|+&/]|(?<![\p{L}])(?:plus|and|und|with|incl|including|inkl|zzgl|mit|excl|exkl|ohne|or|oder)(?![\p{L}])/iu;

/** Whether the amount at a place of the skeleton is a bonus, a target with bonus ("OTE"), or pay itself. */
export function kindOf(skeleton: string, at: number): "bonus" | "target" | "pay" {
  const token = `#${at}#`;
  const from = skeleton.indexOf(token);
  const before = skeleton.slice(0, from).split(/#\d+#/).at(-1)?.split(ends).at(-1) ?? "";
  const after =
    skeleton
      .slice(from + token.length)
      .split(/#\d+#/)[0]
      ?.split(ends)[0] ?? "";
  if (bonus.test(before) || bonus.test(after)) return "bonus";
  return earnings.test(before) || earnings.test(after) ? "target" : "pay";
}
