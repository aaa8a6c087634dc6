import { routeHandlers } from "@/lib/http/route-handlers.ts";
import { Router } from "@/lib/http/router.ts";

/** What is no path of the API is answered by its own 404. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = routeHandlers(new Router());
