import { workLabel } from "@/components/contacts/contact-labels.ts";
import { actionActor } from "@/lib/accounts/auth/current.ts";
import { matchContacts } from "@/lib/contacts/people.ts";

const maxTypedLength = 200;

/** The contacts that fit what was typed so far, where one is added to a posting, an opportunity or a site. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actionActor().catch(() => null);
  if (!actor) return Response.json({ matches: [] }, { status: 401 });
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const found = await matchContacts(actor, typed.slice(0, maxTypedLength));
  const matches = found.map(({ id, name, email, ...work }) => ({
    id,
    name,
    note: [workLabel(work), email].filter(Boolean).join(" · "),
  }));
  return Response.json({ matches }, { headers: { "cache-control": "private, no-store" } });
}
