// npm run admin -- [--reset | --no-factor] USERNAME: makes an admin, makes a password reset link, or turns the
// second factor off.
import { closeDb } from "../db/client.ts";
import { actorByUsername } from "../lib/accounts/auth/accounts.ts";
import { createResetLinkByUsername } from "../lib/accounts/resets/commands.ts";
import { turnOffFactor } from "../lib/accounts/second-factor/commands.ts";
import { promote } from "../lib/accounts/users/commands.ts";
import { withBase } from "../lib/base-path.ts";
import { settings } from "../server/listen.ts";
import { migrate } from "./migrate.ts";

const actions: Record<string, (name: string) => Promise<string | null>> = {
  "--reset": reset,
  "--no-factor": withoutFactor,
};
const args = process.argv.slice(2);
const [username] = args.filter((arg) => !actions[arg]);

if (!username) {
  console.error(
    "Whom? Give a user name: npm run admin -- USERNAME, or with --reset or --no-factor before it",
  );
  process.exitCode = 1;
} else {
  await migrate();
  const act = actions[args.find((arg) => actions[arg]) ?? ""] ?? makeAdmin;
  const message = await act(username);
  closeDb();
  console.log(message ?? `Nobody here is called ${username}.`);
  process.exitCode = message ? 0 : 1;
}

async function makeAdmin(name: string): Promise<string | null> {
  return (await promote(name)) ? `${name} is an admin now.` : null;
}

async function reset(name: string): Promise<string | null> {
  const key = await createResetLinkByUsername(name);
  if (!key) return null;
  const link = new URL(withBase(`/reset/${key}`), settings().address);
  return `${link}\n\nThis link lets ${name} choose a new password, once and within a day.`;
}

async function withoutFactor(name: string): Promise<string | null> {
  const actor = await actorByUsername(name, "browser");
  if (!actor) return null;
  await turnOffFactor(actor, { user_agent: "console" });
  return `${name} signs in without a second factor now.`;
}
