import type { Capture, CaptureInput } from "../posting.ts";

/** Reads the postings of a page, an address or a text; pure, without network. */
export const extract = (_input: CaptureInput): Capture => ({ postings: [], is_list: false });
