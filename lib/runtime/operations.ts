import "server-only";
import { z } from "zod";
import { operation } from "../http/operation.ts";
import { prometheusText } from "./metrics.ts";

export const readMetrics = operation({
  id: "read_metrics",
  method: "GET",
  path: "/api/metrics",
  tag: "About",
  access: "admin-first",
  summary: "Figures of this process for Prometheus: requests, database, memory",
  produces: "text/plain",
  responses: { 200: { description: "Prometheus' text format", schema: z.string() } },
  example: {
    response:
      'foothold_requests_total{method="GET",route="/api/job_posting/[id]",status="200"} 42\n',
  },
  run: async () => ({
    status: 200,
    headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    text: prometheusText(),
  }),
});
