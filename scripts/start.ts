// Builds what is stale, then serves.
import { fileURLToPath } from "node:url";
import { becomeSmall } from "../server/memory.ts";
import { build } from "./build.ts";
import { listen, settings } from "./listen.ts";

const { host, port } = settings();
// Before the build: a port that is taken should be said at once.
const probe = await listen(host, port);
probe.close();
await build();
// What builds is left behind, but where a process cannot begin anew.
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const begin = ["--import", path("./hooks.mjs"), path("../server/main.ts")];
becomeSmall([...process.execArgv, ...begin]);
await import("../server/main.ts");
