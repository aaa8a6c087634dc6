import type { Arg } from "./call.ts";
import type { Victim } from "./victim.ts";

/** A form with these fields. */
export const form = (fields: Record<string, string | number>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
  return data;
};

/** How a server action is called, to see that it works for nobody else. */
export type Call = {
  /** arguments that refer to the victim's rows, and to what `before` returned */
  args: (victim: Victim, prepared?: string) => Arg[];
  /** adds more rows for the victim first, and returns what the arguments need of them */
  before?: (victim: Victim) => Promise<string>;
  /** admins may do this to others, so the stranger is not an admin */
  admins?: true;
  /** the effect of the owner's own call: it changes rows (the default), reads them, or neither */
  own?: "reads" | "nothing";
};

/** A call that needs nothing first. */
export const call = (args: Call["args"], own?: Call["own"]): Call => ({ args, own });
