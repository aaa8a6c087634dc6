import "server-only";
import { notFound } from "next/navigation";
import { AppError } from "./errors.ts";

/** The row id of a route parameter. Shows the not-found page where it is invalid. */
export function rowId(text: string): number {
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
