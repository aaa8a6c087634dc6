import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "./accounts/auth/actor.ts";
import { requireActor } from "./accounts/auth/current.ts";
import { AppError } from "./errors.ts";

/** The row id of a route parameter. Shows the not-found page where it is invalid. */
function rowId(text: string): number {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  if (id === 0 || !Number.isSafeInteger(id)) notFound();
  return id;
}

/** The row, else the not-found page, which does not tell a missing row from another person's. */
export async function orNotFound<Row>(row: Promise<Row>): Promise<Row> {
  return row.catch((error) => {
    if (error instanceof AppError) notFound();
    throw error;
  });
}

/**
 * Makes the reader of a page's row: who is signed in, and the row that the address names. Cached for the
 * request, since a page's title and its content both ask.
 */
export const rowReader = <Row>(get: (actor: Actor, id: number) => Promise<Row>) =>
  cache(async (id: string): Promise<[Actor, Row]> => {
    const actor = await requireActor();
    return [actor, await orNotFound(get(actor, rowId(id)))];
  });
