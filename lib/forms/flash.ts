import { cookiePath } from "../base-path.ts";
import "server-only";
import { cookies } from "next/headers";
import { type Flash, flashCookie } from "./flash-cookie.ts";

/** Flash message: shown as a toast on the page after this server action; with `undo`, it has an Undo button. */
export async function setFlash(flash: Flash): Promise<void> {
  const jar = await cookies();
  // Not httpOnly, since the page's script reads and clears it; it holds nothing that the page does not show.
  jar.set(flashCookie, JSON.stringify(flash), { maxAge: 60, sameSite: "lax", path: cookiePath });
}
