import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { securityEvent } from "../../../db/schema/accounts.ts";
import { networkOf } from "./client-address.ts";

const maxSignIns = 100;

/** Whether one of the person's last sign-ins came from this network. Asked for unknown names too: time tells nothing. */
export async function isKnownNetwork(
  userId: number | undefined,
  address: string,
): Promise<boolean> {
  const signIns = await getDb()
    .select({ address: securityEvent.address })
    .from(securityEvent)
    .where(and(eq(securityEvent.user_id, userId ?? 0), eq(securityEvent.kind, "signed_in")))
    .orderBy(desc(securityEvent.id))
    .limit(maxSignIns);
  const network = networkOf(address);
  return signIns.some((each) => networkOf(each.address) === network);
}
