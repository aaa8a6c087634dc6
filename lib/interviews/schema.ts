import { z } from "zod";
import { pageParameters } from "../lists/table-filter.ts";
import { inputOf } from "../records/derive.ts";
import { interviewFields } from "./fields.ts";
import type { SubjectName } from "./with-subject.ts";

/** The posting or the opportunity that an interview is about. */
export type InterviewSubject = { subject: SubjectName; id: number };

/** Schema of the API's input; `zone` is for date-times without an offset. */
const anyInput = inputOf(interviewFields);

/** Schema of the API's input for a whole interview: it needs a start. */
export const interviewInput = (zone: string) =>
  anyInput(zone).extend({ starts_at: interviewFields.starts_at.api(zone) });

/** The same for some of its fields. */
export const interviewPatch = (zone: string) =>
  anyInput(zone).extend({ starts_at: interviewFields.starts_at.api(zone).optional() });

export type InterviewInput = z.infer<ReturnType<typeof interviewInput>>;

/** Query parameters of the interviews page. */
export const interviewFilter = z.object({
  show: z.enum(["coming", "past"]).default("coming").catch("coming"),
  ...pageParameters,
});

export type InterviewFilter = z.infer<typeof interviewFilter>;
