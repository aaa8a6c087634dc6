import "server-only";
import type { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { flaggedAmong } from "../companies/queries.ts";
import { formatInstant } from "../dates.ts";
import { HttpError } from "../http/errors.ts";
import type { Advert } from "../matching/advert.ts";
import { advertOf } from "./advert.ts";
import { type Except, findDuplicates } from "./queries.ts";
import type { Compared, candidatesShape } from "./schema.ts";
import { markedReason } from "./words.ts";

/** What of the actor's own may be the same job, and its companies that are marked "Do not apply again", as the API writes them. */
export async function foundFor(
  actor: Actor,
  kind: Advert["kind"],
  fields: Compared,
  except?: Except,
): Promise<z.infer<typeof candidatesShape>> {
  const zone = actor.time_zone;
  const advert = advertOf(kind, fields);
  const [found, marked] = await Promise.all([
    findDuplicates(actor, advert, except),
    flaggedAmong(actor, advert.companies),
  ]);
  return {
    candidates: found.map(({ applied_at, ...candidate }) => ({
      ...candidate,
      applied_at: applied_at && formatInstant(applied_at, zone),
    })),
    do_not_apply: [...new Map(marked.map((one) => [one.name, one])).values()].map(
      ({ name, at, why }) => ({
        company_name: name,
        do_not_apply_at: formatInstant(at, zone),
        do_not_apply_why: why,
        reason: markedReason(name, at, zone),
      }),
    ),
  };
}

const allTheSame = "Send it without guard=1 to add it all the same.";
const mayBeHere = `You may have this already. ${allTheSame}`;

/** Throws 409 with what was found where these fields may be a duplicate, or their company is marked. */
export async function refuseFound(
  actor: Actor,
  kind: Advert["kind"],
  fields: Compared,
): Promise<void> {
  const found = await foundFor(actor, kind, fields);
  const [marked] = found.do_not_apply;
  const detail =
    found.candidates.length > 0 ? mayBeHere : marked && `${marked.reason}. ${allTheSame}`;
  if (detail) throw new HttpError(409, detail, {}, { detail, ...found });
}
