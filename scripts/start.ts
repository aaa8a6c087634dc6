// Builds what is stale, then serves.
import { fileURLToPath } from "node:url";
import { listen, settings } from "../server/listen.ts";
import { restartWithMemoryFlags } from "../server/memory.ts";
import { build } from "./build.ts";

const { host, port } = settings();
// Before the build: a port that is taken should be said at once.
const probe = await listen(host, port);
probe.close();
await build();
// What builds is left behind, but where a process cannot be replaced.
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const args = ["--import", path("./hooks.mjs"), path("../server/main.ts")];
restartWithMemoryFlags([...process.execArgv, ...args]);
await import("../server/main.ts");
