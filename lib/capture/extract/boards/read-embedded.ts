import type { SourceResult } from "../../posting.ts";
import type { Page } from "../page.ts";

/** The postings in a page's own embedded data (`__NEXT_DATA__`, an applicant tracking system's state). */
export const readEmbedded = (_page: Page): SourceResult => ({ postings: [], is_list: false });
