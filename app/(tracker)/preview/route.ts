import { previewOf } from "@/components/preview/preview-of.ts";
import { actionActor } from "@/lib/accounts/auth/current.ts";
import { AppError } from "@/lib/errors.ts";

const rowAddress = /^\/(postings|opportunities)\/([1-9]\d{0,15})$/;

/** What the panel beside a list shows of a posting or an opportunity, which is named by the path of its page. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actionActor().catch(() => null);
  if (!actor) return new Response(null, { status: 401 });
  const [, list, id] = rowAddress.exec(new URL(request.url).searchParams.get("of") ?? "") ?? [];
  const found = list && (await previewOf(actor, list, Number(id)).catch(orNull));
  if (!found) return new Response(null, { status: 404 });
  return Response.json(found, { headers: { "cache-control": "private, no-store" } });
}

function orNull(error: unknown): null {
  if (error instanceof AppError) return null;
  throw error;
}
