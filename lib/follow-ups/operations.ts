import "server-only";
import { followUp } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { FieldErrors } from "../errors.ts";
import { rowReference } from "../fields.ts";
import { resource } from "../http/resource.ts";
import { liveCollection } from "../lists/collection.ts";
import { representationOf, sampleOf } from "../records/derive.ts";
import { createFollowUp, deleteFollowUp, updateFollowUp } from "./commands.ts";
import { followUpFields } from "./fields.ts";
import { followUpKind } from "./kind.ts";
import { getFollowUp } from "./queries.ts";
import { followUpInput } from "./schema.ts";
import { subjectErrors } from "./subject.ts";
import { subjectFields } from "./values.ts";

const wholeFollowUp = representationOf("FollowUp", followUpFields);

/** Checks what a body with other errors is about, so that all are reported at once. */
async function checkSubject(actor: Actor, body: Record<string, unknown>): Promise<FieldErrors> {
  const ids = subjectFields.map((field) => {
    const id = rowReference().safeParse(body[field]);
    return [field, id.success ? id.data : undefined] as const;
  });
  return subjectErrors(actor, Object.fromEntries(ids));
}

export const followUps = resource(followUpKind, {
  representation: wholeFollowUp,
  sample: sampleOf(followUpFields),
  list: liveCollection(followUp, wholeFollowUp),
  body: followUpInput,
  check: checkSubject,
  partialBody: (zone) => followUpInput(zone).partial(),
  find: getFollowUp,
  create: createFollowUp,
  update: updateFollowUp,
  remove: deleteFollowUp,
});
