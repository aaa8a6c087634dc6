import "server-only";
import { partOperations } from "../http/part-operations.ts";
import { updatePosting } from "./commands.ts";
import { postingKind } from "./kind.ts";
import { getPosting } from "./queries.ts";
import { contactInput } from "./schema.ts";

/** How, where and through whom the employer was reached. */
export const postingContact = partOperations(postingKind, {
  part: "contact",
  of: "posting",
  shape: "PostingContact",
  body: contactInput,
  find: getPosting,
  update: updatePosting,
  summaries: {
    read: "How, where and through whom the employer of a posting was reached",
    replace: "Change a posting's contact; what is not sent is kept",
    patch: "Change some fields of a posting's contact",
  },
  patched: "contact_person",
});
