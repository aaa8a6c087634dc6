import "server-only";
import { z } from "zod";
import { ok, operation } from "../../http/operation.ts";
import { dashboardDates, dashboardStatistics, documentedDates } from "./queries.ts";

const row = z
  .strictObject({
    total_count: z.int(),
    response_count: z.int(),
    raw_date: z.iso.date(),
    formatted_date: z.string(),
  })
  .meta({ id: "DashboardRow" });

export const readDashboard = operation({
  id: "read_dashboard",
  method: "GET",
  path: "/api/dashboard/",
  tag: "Reports",
  summary: "Applications and answers since your first date, between the two, and since the second",
  access: "user",
  responses: { 200: { description: "Three rows", schema: z.array(row) } },
  example: {
    response: [
      {
        total_count: 5,
        response_count: 2,
        raw_date: "2024-03-01",
        formatted_date: "March 01, 2024",
      },
      {
        total_count: 3,
        response_count: 1,
        raw_date: "2024-03-01",
        formatted_date: "March 01, 2024 to July 01, 2024",
      },
      {
        total_count: 2,
        response_count: 1,
        raw_date: "2024-07-01",
        formatted_date: "July 01, 2024",
      },
    ],
  },
  run: async ({ actor }) =>
    ok(await dashboardStatistics(actor, await dashboardDates(actor, documentedDates))),
});
