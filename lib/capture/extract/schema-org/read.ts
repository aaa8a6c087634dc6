import type { SourceResult } from "../../posting.ts";
import type { Page } from "../page.ts";

/** The postings that a page describes by schema.org `JobPosting` (JSON-LD, microdata, RDFa). */
export const readSchemaOrg = (_page: Page): SourceResult => ({ postings: [], is_list: false });
