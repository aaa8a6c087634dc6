import type { Reading } from "../../posting.ts";
import { readDay } from "../values/day.ts";
import { put, readField, type Source } from "./facts.ts";
import { textOf } from "./page-values.ts";
import type { Shown } from "./shown-page.ts";

/** A posting of a list, and the link that leads to it. */
export type Listed = { element: Element; reading: Reading; isHeading: boolean };

/** How many elements around a link belong to its card. */
const maxSteps = 12;
const source: Source = { source: "page", confidence: "likely" };

/** The elements that hold one posting of a list, each with it; null for those that hold several. */
function cardsOf(listed: readonly Listed[]): Map<Element, Listed | null> {
  const cards = new Map<Element, Listed | null>();
  for (const each of listed) {
    let at: Element | null = each.element;
    for (let steps = 0; at && steps < maxSteps; steps++) {
      const owner = cards.get(at);
      if (owner === null) break;
      cards.set(at, owner === undefined ? each : null);
      at = at.parentElement;
    }
  }
  return cards;
}

function cardAround(element: Element, cards: ReadonlyMap<Element, Listed | null>): Listed | null {
  let at: Element | null = element;
  for (let steps = 0; at && steps < maxSteps; steps++) {
    const owner = cards.get(at);
    if (owner !== undefined) return owner;
    at = at.parentElement;
  }
  return null;
}

/**
 * Adds to each posting of a list what its card says beside the title: company, place and day. Where several cards do,
 * links without one (to other searches, to articles) are left out.
 */
export function withCards(shown: Shown, listed: readonly Listed[], today: string): Reading[] {
  const cards = cardsOf(listed);
  const carded = new Set<Listed>();
  for (const { field, element, framed } of shown.marks) {
    if (framed || (field !== "company" && field !== "place")) continue;
    const card = cardAround(element, cards);
    const text = card ? textOf(element) : "";
    if (!card || text === "" || text.length > 100 || text === card.reading.posting_title?.value)
      continue;
    readField(card.reading, field, text, source, today);
    carded.add(card);
  }
  for (const [element, card] of cards) {
    if (!card || !carded.has(card)) continue;
    const time = element.querySelector("time[datetime]")?.getAttribute("datetime");
    put(card.reading, "posted_on", readDay(time), source);
  }
  const isOfCards = carded.size > 2;
  return listed.filter((each) => !isOfCards || carded.has(each)).map(({ reading }) => reading);
}
