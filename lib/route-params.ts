import "server-only";
import { notFound } from "next/navigation";
import { AppError } from "./errors.ts";

/** The id in a page's address. Shows the not-found page where it is none. */
export function rowId(text: string): number {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : 0;
  if (id === 0 || !Number.isSafeInteger(id)) notFound();
  return id;
}

/** For pages: the row, else the not-found page; whether it is missing or another person's is not told. */
export async function orNotFound<Row>(row: Promise<Row>): Promise<Row> {
  return row.catch((error) => {
    if (error instanceof AppError) notFound();
    throw error;
  });
}
