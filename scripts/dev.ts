import { settings } from "../server/listen.ts";
import { run } from "./command.mjs";

const { host, port } = settings();
const { code } = await run("next", ["dev", "-H", host, "-p", String(port)]);
process.exitCode = code;
