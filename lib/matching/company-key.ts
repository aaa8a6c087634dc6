/** The longest name of a company that is compared. */
const maxLength = 256;

const legalForms = new Set(
  `ab ag aps as bv bvba co company corp corporation eg ek gbr gmbh inc incorporated kg kgaa limited llc llp lp ltd mbh nv
  oy oyj plc pte pty sa sarl sas se sl spa srl ug`.split(/\s+/),
);

/**
 * A company's name as it is compared: "Larch Foods, Inc." is "larch foods". Without case, accents, punctuation and the
 * legal forms at its end; "" where nothing is left.
 */
export function companyKey(name: string): string {
  const plain = name.slice(0, maxLength).normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain
    .replaceAll(/[.'’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  while (words.length > 1 && legalForms.has(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}
