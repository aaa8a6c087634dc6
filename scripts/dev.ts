import { run } from "./command.mjs";
import { settings } from "./listen.ts";

const { host, port } = settings();
const { code } = await run("next", ["dev", "-H", host, "-p", String(port)]);
process.exitCode = code;
