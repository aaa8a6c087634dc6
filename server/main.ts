import { flushCompileCache } from "node:module";
import { CliError } from "../scripts/cli-error.mjs";
import { becomeSmall } from "./memory.ts";

becomeSmall();
try {
  // Only now: what is loaded before would be loaded twice.
  const { serve } = await import("./serve.ts");
  await serve();
  // Else the next start takes the types away again where this one is killed, with 13 MB of compiler.
  flushCompileCache();
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exit(1);
}
