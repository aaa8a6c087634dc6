import "server-only";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { atomically, getDb } from "../../db/client.ts";
import { pushSubscription, serverKey } from "../../db/schema/reminders.ts";
import { decryptField, encryptField } from "../secrets.ts";

const name = "vapid";

const KeyPair = z.object({ publicKey: z.string(), privateKey: z.string() });
type KeyPair = z.infer<typeof KeyPair>;

/** The keys by which push services know this Foothold (VAPID, RFC 8292), made on their first use. */
export async function vapidKeys(): Promise<KeyPair> {
  const kept = await readKeys();
  return kept.keys ?? (await makeKeys(kept.sealed));
}

async function readKeys(): Promise<{ sealed?: string; keys?: KeyPair }> {
  const [row] = await getDb().select().from(serverKey).where(eq(serverKey.name, name));
  return row ? { sealed: row.sealed, keys: unsealed(row.sealed) } : {};
}

// Sealed under another AUTH_SECRET they are lost.
function unsealed(sealed: string): KeyPair | undefined {
  try {
    return KeyPair.parse(JSON.parse(decryptField(sealed)));
  } catch {
    return undefined;
  }
}

async function makeKeys(lost?: string): Promise<KeyPair> {
  const { default: webPush } = await import("web-push");
  const sealed = encryptField(JSON.stringify(webPush.generateVAPIDKeys()));
  if (lost === undefined) {
    // Of several processes the first one's are kept.
    await getDb().insert(serverKey).values({ name, sealed }).onConflictDoNothing();
  } else {
    const isNew = sql`exists (select 1 from ${serverKey} where ${serverKey.sealed} = ${sealed})`;
    await atomically([
      getDb().update(serverKey).set({ sealed }).where(eq(serverKey.sealed, lost)),
      // What was subscribed with the lost keys can be sent nothing.
      getDb().delete(pushSubscription).where(isNew),
    ]);
  }
  const { keys } = await readKeys();
  if (!keys) throw new Error("The keys for push services cannot be read.");
  return keys;
}
