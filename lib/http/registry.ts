import type { Asked, Sent } from "./request.ts";

type Context = { params: Record<string, string> };
export type Offered = (request: Asked, context: Context) => Promise<Sent>;

// On globalThis, since the server and what Next bundles each have a copy of this module.
const holder = globalThis as { footholdOffers?: Map<string, Offered> };

/** Lets a server of ours answer a path like `/api/job_site/{id}` without the framework around it. */
export function offer(path: string, handler: Offered): void {
  holder.footholdOffers ??= new Map();
  holder.footholdOffers.set(
    path.replace(/\/$/, "").replaceAll("{", "[").replaceAll("}", "]"),
    handler,
  );
}

/** What answers a route of the framework, `/api/job_site/[id]`; undefined until its module is loaded. */
export const offered = (route: string): Offered | undefined => holder.footholdOffers?.get(route);
