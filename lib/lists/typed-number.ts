const maxTyped = 24;

/**
 * A whole number as people type one: `90000`, `90,000`, `90 000`, `90k`, `€90k`, `1.5m`; undefined where it is none. A
 * comma or a point before three digits groups thousands.
 */
export function typedNumber(typed: string): number | undefined {
  if (typed.length > maxTyped) return undefined;
  const text = typed.toLowerCase().replaceAll(/[\s_€$£]/g, "");
  const [, digits = "", unit = ""] = /^(\d[\d.,]*)([km]?)$/.exec(text) ?? [];
  const plain = digits.replaceAll(/[.,](?=\d{3}(?!\d))/g, "").replace(",", ".");
  const value = Number(plain) * (unit === "k" ? 1_000 : unit === "m" ? 1_000_000 : 1);
  return digits && Number.isFinite(value) ? Math.round(value) : undefined;
}
