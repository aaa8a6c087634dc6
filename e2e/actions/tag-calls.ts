import { deleteTag } from "../../lib/tags/commands.ts";
import { getTag } from "../../lib/tags/queries.ts";
import { actorOf } from "../fixtures.ts";
import { type Call, call, form } from "./shape.ts";

/** The calls of the server actions on tags. */
export const tagCalls: Record<string, Call> = {
  "tags.tagRow": call(({ posting, tag }) => [
    { kind: "job_posting", id: posting },
    { add: ["Another"], remove: [tag] },
  ]),
  "tags.addTag": call(() => [{}, form({ name: "Added" })]),
  "tags.editTag": call(({ tag }) => [tag, {}, form({ name: "Renamed", hue: "red" })]),
  "tags.removeTag": call(({ tag }) => [tag]),
  "tags.bringBackTag": {
    args: ({ tag }) => [tag],
    before: async ({ person, tag }) => {
      const actor = actorOf(person);
      await deleteTag(actor, await getTag(actor, tag));
      return "";
    },
  },
};
