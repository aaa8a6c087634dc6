// Builds what is stale, then serves.
import { build } from "./build.ts";
import { listen, settings } from "./listen.ts";
import { serve } from "./server/serve.ts";

const { host, port } = settings();
// Before the build: a port that is taken should be said at once.
const probe = await listen(host, port);
probe.close();
await build();
await serve();
