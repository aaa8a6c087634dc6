const inText = /\b(?:https?:\/\/|www\.)[^\s<>"'“”]+/i;

/** The web address that a cell holds, with its `https://`; empty where there is none that fits. */
export function urlIn(text: string): string {
  const found = inText.exec(text)?.[0] ?? (/^[\w-]+(\.[\w-]+)+\/\S+$/.test(text) ? text : "");
  const plain = found.replace(/[)\].,;]+$/, "");
  if (plain === "") return "";
  const whole = /^https?:/i.test(plain) ? plain : `https://${plain}`;
  return URL.canParse(whole) ? whole : "";
}

/** The host of an address without `www.`, or the empty text. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

/** An address for comparing: the same posting under another spelling is still the same. */
export function urlKey(url: string): string {
  return url
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/[/#?]+$/, "")
    .toLowerCase();
}
