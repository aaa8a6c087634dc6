import type { SourceResult } from "../../posting.ts";
import type { Page } from "../page.ts";

/** What a page shows and says of itself: OpenGraph, title patterns, readable text. */
export const readVisible = (_page: Page): SourceResult => ({ postings: [], is_list: false });
