import type { Capture } from "../posting.ts";

/** How many words into a page its notice stands, at most: behind them are similar jobs and the footer. */
const maxNotice = 20_000;

const things =
  "(?:job|position|posting|role|vacancy|opening|requisition|listing|advert|ad|opportunity)";
const notices = [
  // English
  "no longer accepting (?:applications|applicants|candidates)",
  "(?:applications|application period) (?:are|is|have|has) (?:now )?(?:been )?closed",
  `(?:this|the|that) (?:job |requested )?${things}(?: posting| ad| listing)?(?: you(?:'re| are) (?:looking for|trying to (?:view|reach)))? (?:is|has|was)(?: now| already| been| unfortunately)? (?:no longer (?:available|open|active|listed|online|valid)|filled|been filled|closed|been closed|expired|been removed|been deactivated|inactive)`,
  "(?:job|position|posting|vacancy) (?:was )?not found",
  // German
  "(?:diese|die) (?:stelle|position|vakanz|anzeige|stellenanzeige|stellenausschreibung|ausschreibung)(?: ist| wurde)(?: leider| bereits)? (?:nicht mehr (?:verfügbar|online|aktiv|vakant|offen|ausgeschrieben)|besetzt|geschlossen|deaktiviert|abgelaufen)",
  "(?:dieses|das) (?:stellenangebot|jobangebot|angebot) ist(?: leider)? (?:nicht mehr (?:verfügbar|online|aktiv)|abgelaufen)",
  "(?:werden |nimmt )?keine bewerbungen mehr (?:an|entgegen|angenommen)",
  // French, Spanish, Dutch
  "cette (?:offre|annonce)(?: d'emploi)? (?:n'est plus (?:disponible|en ligne|active|valable)|a expiré|est expirée|est pourvue)",
  "(?:esta|la) (?:oferta|vacante)(?: de empleo)? ya no está (?:disponible|activa|vigente)",
  "deze vacature is (?:niet meer (?:beschikbaar|actief)|gesloten|vervuld|verlopen)",
];
const notice = new RegExp(notices.map((each) => `(?:${each})`).join("|"), "g");

/** "until this position has been filled" says that it is open. */
const condition =
  /\b(?:until|once|when|if|after|unless|bis|sobald|wenn|falls|lorsque|dès que|cuando|zodra|als)\W{1,3}$/;

/** The words of a page that say that its posting is closed; null where none do. */
export function closedNotice(words: string): string | null {
  const text = words.slice(0, maxNotice).replaceAll("’", "'").replace(/\s+/g, " ").toLowerCase();
  for (const found of text.matchAll(notice)) {
    const at = found.index;
    if (!condition.test(text.slice(Math.max(0, at - 20), at))) return found[0];
  }
  return null;
}

/**
 * Why the posting of an address counts as closed, in words that follow "closed: "; null where it does not. A page that
 * asks to sign in or refuses says nothing about its posting.
 */
export function closedBy(asked: string, { page, is_list, postings }: Capture): string | null {
  if (!page) return null;
  if (page.status === 404 || page.status === 410) return "its page is gone";
  if (page.status >= 400) return null;
  const said = closedNotice(page.words);
  if (said) return `its page says “${said}”`;
  return leadsToList(asked, page.address, is_list || postings.length === 0)
    ? "its address leads to the list of openings now"
    : null;
}

/** Whether one was sent from an address to one above it, as from "/jobs/12" to "/jobs", and found no posting there. */
function leadsToList(asked: string, address: string, isNoPosting: boolean): boolean {
  if (!isNoPosting || !URL.canParse(asked) || !URL.canParse(address)) return false;
  const [from, to] = [new URL(asked), new URL(address)];
  const bare = ({ hostname }: URL) => hostname.replace(/^www\./, "");
  const folder = `${to.pathname.replace(/\/$/, "")}/`;
  return (
    bare(from) === bare(to) &&
    folder !== "/" &&
    from.pathname.startsWith(folder) &&
    from.pathname !== folder &&
    from.pathname !== to.pathname
  );
}
