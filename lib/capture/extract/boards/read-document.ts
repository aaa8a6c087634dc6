import type { SourceResult } from "../../posting.ts";

/** The postings of a job board's public JSON or XML; null where the text is neither. */
export const readBoardDocument = (_text: string, _url: URL | null): SourceResult | null => null;
