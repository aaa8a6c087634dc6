import { currentRequest } from "../lib/runtime/request.ts";
import type { Middleware } from "./middleware.ts";
import { refuse } from "./request-checks.ts";

const detail = "The form is too long, or could not be read. Reload the page and try again.";

/**
 * Answers 400 where Next's parser of server actions throws on a body (broken multipart, one without end), so
 * that no action was called; Next itself answers 500 then, as where an action fails.
 */
export const unreadActions: Middleware = (request, response, next) => {
  const context = currentRequest();
  const { "next-action": id, "content-type": type = "" } = request.headers;
  const mayBeAction = id !== undefined || /^multipart\//i.test(type);
  const isPost = request.method === "POST" && !request.url?.startsWith("/api/");
  if (!context || !isPost || !mayBeAction) return next();
  context.action = "awaited";
  const { write, end, flushHeaders } = response;
  let isRefused = false;
  /** Whether the answer is ours, which is sent instead of the first part of the one that fails. */
  const refused = () => {
    if (response.headersSent || response.statusCode !== 500 || context.action !== "awaited")
      return isRefused;
    isRefused = true;
    Object.assign(response, { write, end, flushHeaders });
    for (const name of response.getHeaderNames())
      if (name !== "x-request-id") response.removeHeader(name);
    refuse(response, { status: 400, detail });
    // Next sets its 500 once more; what is logged is what was sent.
    Object.defineProperty(response, "statusCode", { get: () => 400, set: () => {} });
    Object.assign(response, guarded);
    return isRefused;
  };
  const guarded = {
    write: (...args: Parameters<typeof write>) => refused() || write.apply(response, args),
    end: (...args: Parameters<typeof end>) => (refused() ? response : end.apply(response, args)),
    flushHeaders: () => void (refused() || flushHeaders.call(response)),
  };
  Object.assign(response, guarded);
  next();
};
