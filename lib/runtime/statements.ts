import { type QueryListener, setQueryListener } from "../../db/query-timing.ts";
import { log } from "./log.ts";
import { countStatement } from "./metrics.ts";
import { currentRequest } from "./request.ts";

/**
 * Counts every statement, adds its time to its request's, and logs slow ones (`slowMs` or longer) by their
 * text, which has placeholders in place of values. `more` is called for each one too.
 */
export function observeStatements(slowMs: number, more?: QueryListener): void {
  setQueryListener((text, begun, ms, failed) => {
    const slow = ms >= slowMs;
    countStatement(ms, failed, slow);
    const context = currentRequest();
    if (context) context.database_ms += ms;
    if (slow) {
      const statement = text.replaceAll(/\s+/g, " ").slice(0, 2_000);
      log("warn", "slow_query", { id: context?.id, ms: Math.round(ms * 10) / 10, statement });
    }
    more?.(text, begun, ms, failed);
  });
}
