import { plainText } from "../../rich-text-words.ts";
import { boundedHtml } from "./bounded-html.ts";

/** How many characters of a page's words are given. */
const maxWords = 20_000;

/** The first words that a page shows, on one line, by which one sees that its posting is closed. */
export const shownWords = (html: string): string => plainText(boundedHtml(html)).slice(0, maxWords);
