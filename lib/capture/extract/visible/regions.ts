/** Elements whose content nobody reads on the page. */
export const unseen = new Set(
  "HEAD SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT SELECT OPTION TEXTAREA DATALIST CANVAS VIDEO AUDIO MATH".split(
    " ",
  ),
);

/** Elements that stand on lines of their own. */
export const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR BUTTON DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2
  H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(
    /\s+/,
  ),
);

const framed = new Set("NAV FOOTER DIALOG".split(" "));
const framedRoles = new Set("navigation contentinfo dialog alertdialog search menu".split(" "));
const framedNames =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|cookiebot|similar|related|recommend(?:ed|ations?)|people-also|modal|popup|newsletter|breadcrumbs?|site-header|global-header|site-footer|navbar|topnav|main-nav|skip-link|share|social|toast|lightbox|recent-searches|contextual-sign-in|alert-signup)(?=$|[\s_-])/i;
const hiddenNames = /(?:^|\s)(?:ng-hide|d-none|is-hidden|hidden)(?=$|\s)/;

/** The class and id of an element in one text, bounded. */
const namesOf = (element: Element): string =>
  `${element.getAttribute("class") ?? ""} ${element.id}`.slice(0, 500);

/** Whether an element frames the page (menus, footers, banners, related postings) rather than being its matter. */
export function isFrame(element: Element): boolean {
  if (framed.has(element.tagName)) return true;
  const role = element.getAttribute("role");
  if (role && framedRoles.has(role)) return true;
  // A name that a whole page bears ("has-cookie-banner") frames nothing.
  if (/^(?:HTML|BODY|MAIN|H1)$/.test(element.tagName)) return false;
  return framedNames.test(namesOf(element));
}

/** Whether an element says of itself that it is not shown. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden")) return true;
  const style = element.getAttribute("style");
  if (style && /display:\s{0,3}none/i.test(style.slice(0, 300))) return true;
  return hiddenNames.test(namesOf(element));
}

/** Whether a form is one to fill in; some servers wrap the whole page in one. */
export const isFilledForm = (element: Element): boolean =>
  element.tagName === "FORM" && !element.querySelector("h1, main, article");
