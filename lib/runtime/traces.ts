import { trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import type { QueryListener } from "../../db/query-timing.ts";
import { beforeEnd } from "./shutdown.ts";

/**
 * Sends spans to `OTEL_EXPORTER_OTLP_ENDPOINT`: Next's own of requests and renderings, and one for each
 * statement, which the returned listener makes. Only loaded where that is set. The exporter and the sampler
 * read the other OTEL_ variables themselves.
 */
export function startTraces(): QueryListener {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": "foothold" }).merge(defaultResource()),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  beforeEnd(() => provider.shutdown());
  const tracer = trace.getTracer("foothold");
  return (text, begun, ms, failed) => {
    const startTime = performance.timeOrigin + begun;
    const name = text.split(/\s/, 1)[0]?.toUpperCase() ?? "";
    const attributes = { "db.system.name": "sqlite", "db.query.text": text };
    const span = tracer.startSpan(name, { startTime, kind: 2, attributes });
    if (failed) span.setStatus({ code: 2 });
    span.end(startTime + ms);
  };
}
