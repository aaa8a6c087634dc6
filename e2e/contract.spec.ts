import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { type Exchange, replay } from "./contract/replay.ts";
import { addPerson, password } from "./fixtures.ts";

// A contract test of the documented API: each JSON file holds the exchanges of one topic, recorded from the system
// that clients used before, with corrections where the documentation says otherwise.
const folder = new URL("contract/", import.meta.url);

// Two exchanges expect contradictory responses to one request; an e-mail address registers only once.
const overrides = {
  "pub-register-006": {
    status: 400,
    response_body: { error: "Email address is already registered." },
  },
};

for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  test(`the documented API: ${file.replace(".json", "")}`, async ({ baseURL }) => {
    const { exchanges } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as {
      exchanges: Exchange[];
    };
    const { username } = await addPerson({ is_staff: true });
    const server = {
      url: baseURL ?? "",
      secret: process.env.JWT_SECRET ?? "",
      admin: { username, password },
    };
    expect(await replay(exchanges, server, overrides)).toEqual([]);
  });
}
