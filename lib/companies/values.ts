/** The longest name of a company: that of a posting. */
export const maxCompanyName = 128;

/** The longest reason not to apply again. */
export const maxWhy = 500;

/** How many openings, people and interviews of a company its page shows of each. */
export const shownOfEach = 100;

/** How many applications have a lane in the drawing, the latest. */
export const maxLanes = 12;

/** The most spellings that one company's are merged into. */
export const maxAliases = 50;

/** How many companies a page of the list shows. */
export const companiesPerPage = 50;

/** What happened to openings of a company before. */
export type Past = "rejected" | "silent";

/**
 * Where a company's page is. "%" is escaped twice, since Next decodes an address once more where it looks for its page, and
 * does not find one with a bare "%".
 */
export const companyPath = (name: string): string =>
  `/companies/${encodeURIComponent(name.replaceAll("%", "%25"))}`;

/** The name in such an address; the text itself where it was typed by hand and cannot be decoded. */
export function nameInPath(param: string): string {
  try {
    return decodeURIComponent(param).replaceAll("%25", "%");
  } catch {
    return param;
  }
}
