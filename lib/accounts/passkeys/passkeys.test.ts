import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { passkey, user } from "../../../db/schema/accounts.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import type { Actor } from "../auth/actor.ts";
import { unusablePassword } from "../auth/passwords.ts";
import { listPasskeys } from "../auth/sign-in-methods.ts";
import { activityPage } from "../security-events/queries.ts";
import * as commands from "./commands.ts";
import { relyingParty } from "./relying-party.ts";
import { TestAuthenticator } from "./testing.ts";

freshDatabase();
const party = { id: "localhost", origin: "http://localhost:3000" };
const elsewhere = { id: "localhost", origin: "http://localhost:4000" };

async function enrolled(actor: Actor, device = new TestAuthenticator()) {
  const { options, key } = await commands.beginEnrolment(actor, party);
  const answer = device.enrol({ party, challenge: options.challenge });
  await commands.finishEnrolment(actor, "Phone", answer, { key, party, from: {} });
  return { device, handle: options.user.id };
}

describe("a passkey", () => {
  let actor: Actor;
  let device: TestAuthenticator;
  let handle: string;
  beforeEach(async () => {
    actor = await newActor();
    ({ device, handle } = await enrolled(actor));
  });

  async function signIn(
    more: Partial<Parameters<TestAuthenticator["signIn"]>[0]> = {},
    by = handle,
  ) {
    const { options, key } = await commands.beginSignIn(party);
    const answer = device.signIn({ party, challenge: options.challenge, ...more }, by);
    return commands.finishSignIn(answer, { key, party });
  }

  test("signs its person in, and nobody else", async () => {
    expect(await signIn()).toEqual({ id: actor.user_id });
    const other = await enrolled(await newActor());
    expect(await signIn({}, other.handle)).toBeNull();
    const unknown = new TestAuthenticator();
    const { options, key } = await commands.beginSignIn(party);
    const answer = unknown.signIn({ party, challenge: options.challenge }, handle);
    expect(await commands.finishSignIn(answer, { key, party })).toBeNull();
  });

  test("requires user verification, this origin and this challenge", async () => {
    expect(await signIn({ verified: false })).toBeNull();
    expect(await signIn({ party: elsewhere })).toBeNull();
    expect(await signIn({ party: { id: "example.org", origin: party.origin } })).toBeNull();
    expect(await signIn({ challenge: "c29tZXRoaW5nIGVsc2U" })).toBeNull();
  });

  test("uses up a challenge, right or wrong", async () => {
    const { options, key } = await commands.beginSignIn(party);
    const ways = { party, challenge: options.challenge };
    const right = device.signIn(ways, handle);
    expect(await commands.finishSignIn(device.signIn(ways, "x"), { key, party })).toBeNull();
    expect(await commands.finishSignIn(right, { key, party })).toBeNull();
    const again = await commands.beginSignIn(party);
    const answer = device.signIn({ party, challenge: again.options.challenge }, handle);
    const both = await Promise.all([
      commands.finishSignIn(answer, { key: again.key, party }),
      commands.finishSignIn(answer, { key: again.key, party }),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test("refuses a counter that does not grow", async () => {
    expect(await signIn({ counter: 7 })).not.toBeNull();
    expect(await signIn({ counter: 7 })).toBeNull();
    expect(await signIn({ counter: 3 })).toBeNull();
    expect(await signIn({ counter: 0 })).toBeNull();
    expect(await signIn({ counter: 8 })).not.toBeNull();
  });

  test("is refused for a deactivated person", async () => {
    await getDb().update(user).set({ is_active: false }).where(eq(user.id, actor.user_id));
    expect(await signIn()).toBeNull();
  });

  test("is listed and removed by its person alone", async () => {
    const [row] = await listPasskeys(actor);
    const stranger = await newActor();
    expect(await listPasskeys(stranger)).toEqual([]);
    await commands.removePasskey(stranger, row?.id ?? "", {});
    expect(await signIn()).not.toBeNull();
    await commands.removePasskey(actor, row?.id ?? "", {});
    expect(await signIn()).toBeNull();
    const { rows } = await activityPage(actor, {});
    expect(rows.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
      "passkey_removed Phone",
      "passkey_added Phone",
    ]);
  });

  test("cannot be removed as the only way to sign in", async () => {
    const lonely = eq(user.id, actor.user_id);
    await getDb().update(user).set({ password: unusablePassword() }).where(lonely);
    const [row] = await listPasskeys(actor);
    await expect(commands.removePasskey(actor, row?.id ?? "", {})).rejects.toThrow("only way in");
    const second = await enrolled(actor);
    expect(second.handle).toBe(handle);
    await commands.removePasskey(actor, row?.id ?? "", {});
    expect(await listPasskeys(actor)).toHaveLength(1);
  });
});

describe("an enrolment", () => {
  test("is refused without user verification, from another origin, late, or by another person", async () => {
    const actor = await newActor();
    const device = new TestAuthenticator();
    const tries = [{ verified: false }, { party: elsewhere }, { challenge: "x" }];
    for (const wrong of tries) {
      const { options, key } = await commands.beginEnrolment(actor, party);
      const ways = { party, challenge: options.challenge };
      const answer = device.enrol({ ...ways, ...wrong });
      const way = { key, party, from: {} };
      await expect(commands.finishEnrolment(actor, "x", answer, way)).rejects.toThrow("checked");
      const right = device.enrol(ways);
      await expect(commands.finishEnrolment(actor, "x", right, way)).rejects.toThrow("too long");
    }
    const { options, key } = await commands.beginEnrolment(actor, party);
    const answer = device.enrol({ party, challenge: options.challenge });
    const stranger = await newActor();
    await expect(
      commands.finishEnrolment(stranger, "x", answer, { key, party, from: {} }),
    ).rejects.toThrow("too long");
    expect(await getDb().select().from(passkey).where(eq(passkey.user_id, actor.user_id))).toEqual(
      [],
    );
  });

  test("does not take over another person's passkey", async () => {
    const device = new TestAuthenticator();
    await enrolled(await newActor(), device);
    await expect(enrolled(await newActor(), device)).rejects.toThrow("added before");
  });
});

test.each([
  ["localhost:3000", { id: "localhost", origin: "http://localhost:3000" }],
  ["127.0.0.1:3000", null],
  ["[::1]:3000", null],
  ["hunt.example.org", null],
  ["localhost.example.org", null],
])("without a public address, %s gives %o", (host, place) => {
  expect(relyingParty(new Headers({ host }))).toEqual(place);
});
