import type { z } from "zod";
import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { redirectBelow } from "@/lib/redirect-below.ts";
import { firstDay } from "@/lib/reports/insights/queries.ts";

/** The query of a download's address. */
export const queryOf = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);

/** Who asks for a download. */
export const downloadActor = () => requireActor({ redirect: redirectBelow });

/** Who asks for a report, the view that the query names, and the day that it begins at. */
export async function reportRequest<View extends { since?: string }>(
  shape: z.ZodType<View>,
  query: Record<string, string | string[] | undefined>,
  asking: Promise<Actor> = requireActor(),
): Promise<{ actor: Actor; view: View; since: string }> {
  const actor = await asking;
  const view = shape.parse(query);
  return { actor, view, since: view.since ?? (await firstDay(actor)) };
}
