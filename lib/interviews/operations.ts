import "server-only";
import { interview } from "../../db/schema/people.ts";
import { resource } from "../http/resource.ts";
import { liveCollection } from "../lists/collection.ts";
import { representationOf, sampleOf } from "../records/derive.ts";
import { createInterview, deleteInterview, updateInterview } from "./commands.ts";
import { interviewFields } from "./fields.ts";
import { interviewKind } from "./kind.ts";
import { getInterview } from "./queries.ts";
import { interviewInput, interviewPatch } from "./schema.ts";

const wholeInterview = representationOf("Interview", interviewFields);

export const interviews = resource(interviewKind, {
  representation: wholeInterview,
  sample: sampleOf(interviewFields),
  list: liveCollection(interview, wholeInterview),
  body: interviewInput,
  partialBody: interviewPatch,
  find: getInterview,
  create: createInterview,
  update: updateInterview,
  remove: deleteInterview,
});
