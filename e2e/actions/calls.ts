import { eq } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import {
  linkedAccount,
  oneTimeLink,
  passkey,
  secondFactor,
  user,
} from "../../db/schema/accounts.ts";
import { connection } from "../../db/schema/people.ts";
import { invite } from "../../lib/accounts/invitations/commands.ts";
import { codeAt } from "../../lib/accounts/second-factor/codes.ts";
import { confirmFactor, startFactor } from "../../lib/accounts/second-factor/commands.ts";
import { getBatch } from "../../lib/imports/queries.ts";
import { undoBatch } from "../../lib/imports/undo.ts";
import { decryptField } from "../../lib/secrets.ts";
import { actorOf, password } from "../fixtures.ts";
import { bulkCalls } from "./bulk-calls.ts";
import { calendarCalls } from "./calendar-calls.ts";
import { captureCalls } from "./capture-calls.ts";
import { followUpCalls } from "./follow-up-calls.ts";
import { listCalls } from "./list-calls.ts";
import { opportunityCalls } from "./opportunity-calls.ts";
import { reminderCalls } from "./reminder-calls.ts";
import { type Call, call, form } from "./shape.ts";
import type { Victim } from "./victim.ts";

const commentsOf = ({ posting }: Victim) => ({ subject: "job_posting", id: posting });
const raw = JSON.stringify({ comment_type: "Note", comment_content: "put back" });

const proof = { current_password: password };

async function beginFactor({ person }: Victim): Promise<string> {
  await startFactor(actorOf(person));
  const [row] = await getDb()
    .select()
    .from(secondFactor)
    .where(eq(secondFactor.user_id, person.id));
  return codeAt(decryptField(row?.secret ?? ""), Date.now());
}

async function turnOnFactor(victim: Victim): Promise<string> {
  const code = await beginFactor(victim);
  await confirmFactor(actorOf(victim.person), code, {});
  return code;
}

async function addPasskey({ person }: Victim): Promise<string> {
  const id = `passkey of ${person.username}`;
  const row = { id, user_id: person.id, user_handle: "x", public_key: "x", counter: 0 };
  await getDb().insert(passkey).values(row);
  return id;
}

async function linkGithub({ person }: Victim): Promise<string> {
  const provider = "github";
  await getDb()
    .insert(linkedAccount)
    .values({ provider, subject: person.username, user_id: person.id });
  return provider;
}

async function addConnection({ person }: Victim): Promise<string> {
  await getDb().insert(connection).values({ user_id: person.id, name: "Robin" });
  return "";
}

async function makeAdmin({ person }: Victim): Promise<string> {
  await getDb().update(user).set({ is_staff: true }).where(eq(user.id, person.id));
  return "";
}

/** The calls of each server action. actions.spec.ts fails if the build has an action that is not listed. */
export const calls: Record<string, Call> = {
  "sign-in.signIn": call(() => [{}, form({ username: "nobody of that name" })], "nothing"),
  "sign-in.enterCode": call(() => [{}, form({ code: "123456" })], "nothing"),
  "sign-in.signInWith": call(() => [form({ provider: "nobody's" })], "nothing"),
  "passkeys.askPasskey": call(() => [], "nothing"),
  "passkeys.signInWithPasskey": call(() => [{}, "/dashboard"], "nothing"),
  "passkeys.beginPasskey": call(() => [{}, form({ name: "Added", ...proof })]),
  "passkeys.finishPasskey": call(() => [{}, {}, form({ name: "Added" })], "nothing"),
  "passkeys.removePasskey": {
    args: (_, id = "") => [{}, form({ id, ...proof })],
    before: addPasskey,
  },
  "linked-accounts.linkAccount": call(() => [{}, form({ provider: "oidc", ...proof })]),
  "linked-accounts.unlinkAccount": {
    args: (_, provider = "") => [{}, form({ provider, ...proof })],
    before: linkGithub,
  },
  "second-factor.startFactor": call(() => [{}, form(proof)]),
  "second-factor.cancelFactor": { args: () => [], before: beginFactor },
  "second-factor.confirmFactor": {
    args: (_, code = "") => [{}, form({ code })],
    before: beginFactor,
  },
  "second-factor.renewCodes": { args: () => [{}, form(proof)], before: turnOnFactor },
  "second-factor.turnOffFactor": { args: () => [{}, form(proof)], before: turnOnFactor },
  "deletion.deleteAccount": call(({ person }) => [
    {},
    form({ username: person.username, ...proof }),
  ]),
  "email-verification.confirmAddress": call(
    () => [{}, form({ key: "a key that is none" })],
    "nothing",
  ),
  // The server of this test sends no e-mail.
  "email-verification.sendProof": call(() => [], "nothing"),
  "auth.signOut": call(() => []),
  "auth.endSession": call(({ session }) => [form({ id: session })]),
  "auth.endOtherSessions": call(() => [form({ tokens: "on" })]),
  "comments.saveComment": call((victim) => [
    commentsOf(victim),
    victim.ref,
    {},
    form({ comment_content: "rewritten" }),
  ]),
  "comments.removeComment": call((victim) => [commentsOf(victim), victim.ref]),
  "comments.putBackComment": call((victim) => [commentsOf(victim), { raw, place: 0 }]),
  "connections.forgetAllConnections": { args: () => [form({})], before: addConnection },
  "contacts.addContact": call(() => [{}, form({ name: "Added" })]),
  "contacts.editContact": call(({ contact }) => [contact, {}, form({ role: "Edited" })]),
  "contacts.removeContact": call(({ contact }) => [contact]),
  "contacts.spokeToday": call(({ contact }) => [contact]),
  "contacts.linkPerson": call(({ posting, contact }) => [
    { column: "job_posting_id", id: posting },
    { id: contact },
  ]),
  "contacts.unlinkPerson": call(({ contact, link }) => [contact, link]),
  "events.moveEvent": call(({ event }) => [event, {}, form({ occurred_at: "2020-02-02T10:00" })]),
  ...bulkCalls,
  ...listCalls,
  ...followUpCalls,
  ...calendarCalls,
  ...captureCalls,
  "goals.saveGoals": call(() => [{}, form({ weekly_goal: 9 })]),
  "imports.readAgain": call(
    ({ draft }) => [draft, {}, form({ "column.0": "posting_title" })],
    "nothing",
  ),
  "imports.readEncoding": call(
    ({ draft }) => [draft, {}, form({ encoding: "windows-1251" })],
    "nothing",
  ),
  "imports.answerQuestion": call(
    ({ draft }) => [draft, form({ kind: "order", answer: "dmy" })],
    "nothing",
  ),
  "imports.setWord": call(({ draft }) => [draft, form({ word: "Seen", status: "3 - Rejected" })]),
  "imports.takeImportRows": call(({ draft }) => [draft, form({ row: 2 })]),
  "imports.writeImport": call(({ draft }) => [draft]),
  "imports.restoreImport": {
    args: ({ done }) => [done],
    before: async ({ person, done }) => {
      await undoBatch(actorOf(person), await getBatch(actorOf(person), done));
      return "";
    },
  },
  "imports.undoImport": call(({ done }) => [done]),
  "imports.discardImport": call(({ draft }) => [draft]),
  "goals.saveRequiredContacts": call(() => [{}, form({ required_contacts: 4 })]),
  "interviews.addInterview": call(({ posting }) => [
    { subject: "job_posting", id: posting },
    {},
    form({ kind: "Screening", day: "2026-12-02", from: "10:00", to: "11:00" }),
  ]),
  "interviews.editInterview": call(({ interview }) => [interview, {}, form({ place: "Edited" })]),
  "interviews.removeInterview": call(({ interview }) => [interview]),
  "invitations.makeInvitation": {
    args: () => [{}, form({ email: "new@example.org" })],
    before: makeAdmin,
  },
  "invitations.takeBack": {
    args: (_, id = "") => [form({ id })],
    before: async (victim) => {
      await makeAdmin(victim);
      await invite({ ...actorOf(victim.person), is_staff: true }, "new@example.org", {});
      const [link] = await getDb()
        .select()
        .from(oneTimeLink)
        .where(eq(oneTimeLink.made_by, victim.person.id));
      return link?.token_hash ?? "";
    },
    admins: true,
  },
  "resets.forgot": call(({ person }) => [{}, form({ who: person.username })], "nothing"),
  "resets.choosePassword": call(
    () => [{}, form({ key: "a key that is none", password: "Another#Harbour43!" })],
    "nothing",
  ),
  "resets.makeResetLink": {
    args: ({ person }) => [{}, form({ id: person.id })],
    before: makeAdmin,
    admins: true,
  },
  ...opportunityCalls,
  "postings.addPosting": call(({ site }) => [
    {},
    form({ company_name: "C", posting_title: "T", job_site_id: site, site_name: "S" }),
  ]),
  "postings.editPosting": call(({ posting }) => [posting, {}, form({ posting_title: "Edited" })]),
  "postings.removePosting": call(({ posting }) => [posting]),
  "postings.setStatus": call(({ posting }) => [posting, "3 - Rejected"]),
  "postings.takeBackStatus": call(({ posting, click }) => [posting, click]),
  "postings.revealPassword": call(({ posting }) => [posting], "reads"),
  "sites.addSite": call(() => [{}, form({ site_name: "Added" })]),
  "sites.editSite": call(({ site }) => [site, {}, form({ headline: "Edited" })]),
  "sites.removeSite": call(({ site }) => [site]),
  "sites.noteVisit": call(({ site }) => [site]),
  "sites.noteLook": call(({ site }) => [site]),
  "sites.revealSitePassword": call(({ site }) => [site], "reads"),
  "personal-tokens.makeToken": call(() => [
    {},
    form({ name: "Made", read: "on", days: 30, current_password: password }),
  ]),
  "personal-tokens.revokeToken": call(({ token }) => [form({ id: token })]),
  ...reminderCalls,
  "trash.undoDelete": call(({ trashed }) => [{ kind: "job_posting", ids: [trashed] }]),
  "trash.restoreItem": call(({ trashed }) => [form({ kind: "job_posting", id: trashed })]),
  "trash.purgeItem": call(({ trashed }) => [form({ kind: "job_posting", id: trashed })]),
  "trash.emptyWholeTrash": call(() => []),
  "users.register": call(({ person }) => [{}, form({ username: person.username })], "nothing"),
  "users.saveProfile": call(() => [{}, form({ first_name: "Edited" })]),
  "users.saveColorMode": call(() => [{}, form({ color_mode: "dark" })]),
  "users.savePassword": call(() => [
    {},
    form({ current_password: password, password: "Another#Harbour43!" }),
  ]),
};
