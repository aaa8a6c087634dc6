import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { type Exchange, replay } from "./contract/replay.ts";
import { addPerson, password } from "./fixtures.ts";

// The documented API as its clients know it: each file is one topic, recorded from the system that they used
// until now, with what must answer instead where the documentation or good sense says otherwise.
const folder = new URL("contract/", import.meta.url);

// Two exchanges want opposite things of the same request; the rule that an address registers once decides.
const overruled = {
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
    expect(await replay(exchanges, server, overruled)).toEqual([]);
  });
}
