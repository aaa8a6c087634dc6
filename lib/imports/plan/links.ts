/** A cell's text without the addresses that a tracker wrote behind its names, and those addresses. */
export type LinkedText = { text: string; links: string[] };

const maxLinkedLength = 4_000;

/**
 * The ways to write a link: “Name (https://…)” and “Name (../Names/Name%20id.md)” as Notion exports a
 * relation, “[name](address)” of Markdown, “[[name]]” of wikis, “Name <https://…>”.
 */
const linkForms: readonly RegExp[] = [
  /\[(?<text>[^[\]]{1,300})\]\((?<link>[^()\s]{1,2100})\)/g,
  /\[\[(?:[^[\]|]{0,300}\|)?(?<text>[^[\]|]{1,300})\]\]/g,
  / ?\((?<link>(?:https?:\/\/|\.{1,2}\/)[^()\s]{1,2100}(?:\([^()\s]{0,200}\)[^()\s]{0,300})?|[^()\s]{1,300}%20[^()\s]{1,300}\.(?:md|html))\)/g,
  / ?<(?<link>https?:\/\/[^<>\s]{1,2100})>/g,
];

/** Takes the links out of a name: of “Alder Foods (https://…)” it leaves “Alder Foods”. */
export function withoutLinks(cell: string): LinkedText {
  if (cell.length > maxLinkedLength || !/[([<]/.test(cell)) return { text: cell, links: [] };
  const links: string[] = [];
  let text = cell;
  for (const form of linkForms) {
    text = text.replace(form, (...match) => {
      const { text: name = "", link } = match.at(-1) as Record<string, string | undefined>;
      if (link) links.push(link);
      return name;
    });
  }
  text = text.trim();
  return text === "" ? { text: cell, links: [] } : { text, links };
}

// A page of the tracker itself is no posting.
const trackerPage =
  /^https?:\/\/(?:[\w-]{1,63}\.){0,3}(?:notion\.(?:so|site)|airtable\.com|trello\.com|coda\.io)(?:\/|$)/i;

/** The address of a posting that stands behind its title, or "". */
export const postingLink = (title: string): string =>
  withoutLinks(title).links.find((link) => /^https?:/i.test(link) && !trackerPage.test(link)) ?? "";
