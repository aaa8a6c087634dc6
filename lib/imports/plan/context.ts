import type { Choices } from "./choices.ts";
import type { DuplicateFinder } from "./duplicates.ts";
import type { Layout } from "./layout.ts";

/** What planning a row knows of its file and its owner. */
export type PlanContext = {
  layout: Layout;
  choices: Choices;
  /** the owner's zone, IANA name */
  zone: string;
  file_name: string;
  /** the moment of the import as the API writes it */
  moment: string;
  duplicates: DuplicateFinder;
  /** the documented status that a status of the person counts as */
  standing: (status: string) => string;
};
