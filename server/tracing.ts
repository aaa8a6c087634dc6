import type { IncomingMessage, ServerResponse } from "node:http";
import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";

export type Traced = typeof traced;

/**
 * Runs the work of an API request within a span, as Next does for pages and under the same attributes. Only
 * loaded where traces are sent; instrumentation-node.ts has set the exporter up.
 */
export function traced(
  request: IncomingMessage,
  response: ServerResponse,
  route: string,
  work: () => Promise<void>,
): Promise<void> {
  const { method = "", headers } = request;
  const caller = propagation.extract(context.active(), headers);
  const attributes = { "http.method": method, "http.route": route };
  const options = { kind: SpanKind.SERVER, attributes };
  const name = `${method} ${route}`;
  return trace.getTracer("foothold").startActiveSpan(name, options, caller, async (span) => {
    await work();
    span.setAttribute("http.status_code", response.statusCode);
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
}
