import { movedCards, nextColumnCards } from "@/components/board/more-cards.ts";
import { actionActor } from "@/lib/accounts/auth/current.ts";
import { AppError } from "@/lib/errors.ts";

/** Cards of a board: the next of a column, or those of some rows with the columns that they are in by now. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actionActor().catch(() => null);
  if (!actor) return Response.json({}, { status: 401 });
  const { searchParams } = new URL(request.url);
  try {
    const answer = searchParams.has("column")
      ? await nextColumnCards(actor, searchParams)
      : await movedCards(actor, searchParams);
    return Response.json(answer, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({}, { status: 400 });
  }
}
