import { endpoint } from "@/lib/http/endpoint.ts";
import { patchGoals, readGoals, replaceGoals } from "@/lib/reports/goals/operations.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  readGoals,
  replaceGoals,
  patchGoals,
);
