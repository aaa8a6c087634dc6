import { patchGoals, readGoals, replaceGoals } from "@/lib/goals/operations.ts";
import { endpoint } from "@/lib/http/endpoint.ts";

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  readGoals,
  replaceGoals,
  patchGoals,
);
