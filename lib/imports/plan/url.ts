const inText = /\b(?:https?:\/\/|www\.)[^\s<>"'“”]+/i;

/** The first valid URL in a cell, with scheme; "" if there is none. */
export function urlIn(text: string): string {
  const found = inText.exec(text)?.[0] ?? (/^[\w-]+(\.[\w-]+)+\/\S+$/.test(text) ? text : "");
  const plain = found.replace(/[)\].,;]+$/, "");
  if (plain === "") return "";
  const whole = /^https?:/i.test(plain) ? plain : `https://${plain}`;
  return URL.canParse(whole) ? whole : "";
}

/** The host of a URL without `www.`, or "". */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

/** A URL normalised for comparison: no scheme, `www.` or trailing slash, lower case. */
export function urlKey(url: string): string {
  return url
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/[/#?]+$/, "")
    .toLowerCase();
}
