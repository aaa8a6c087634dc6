import "server-only";
import { partOperations } from "../http/part-operations.ts";
import { updatePosting } from "./commands.ts";
import { postingKind } from "./kind.ts";
import { getPosting } from "./queries.ts";
import { postingOpeningInput } from "./schema.ts";

/** Until when a posting is open, and whom an agency hires for. */
export const postingOpening = partOperations(postingKind, {
  part: "opening",
  of: "posting",
  shape: "PostingOpening",
  body: postingOpeningInput,
  find: getPosting,
  update: updatePosting,
  summaries: {
    read: "The day on which a posting closes, and whom an agency hires for",
    replace: "Change a posting's closing day or hiring company; what is not sent is kept",
    patch: "Change a posting's closing day or hiring company alone",
  },
  patched: "deadline",
});
