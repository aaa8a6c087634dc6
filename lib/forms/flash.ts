import "server-only";
import { cookies } from "next/headers";
import { type Flash, flashCookie } from "./flash-cookie.ts";

/** Leaves a message for the page that comes after this server action; with `undo`, the toast offers it. */
export async function setFlash(flash: Flash): Promise<void> {
  const jar = await cookies();
  // The page's script reads and clears it, so it is not httpOnly; it says nothing that the page does not.
  jar.set(flashCookie, JSON.stringify(flash), { maxAge: 60, sameSite: "lax", path: "/" });
}
