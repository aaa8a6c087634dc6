import { shared } from "../../db/process-state.ts";
import type { ApiHandler } from "./request.ts";

type Route = { label: string; handler?: ApiHandler; names: [place: number, name: string][] };
type Node = { fixed: Map<string, Node>; named?: Node; route?: Route };

/** A path's handler, its pattern as log and metrics say it (`/api/job_site/[id]`), and the values in the path. */
export type Match = { handler: ApiHandler; label: string; params: Record<string, string> };

/** Finds the handler of a path, by a map of its segments. Fixed segments win over named ones, as in Next's folders. */
export class Router {
  readonly #root: Node = { fixed: new Map() };
  readonly #routes = new Map<string, Route>();

  /** Adds a path like `/api/job_site/{id}`; one without a handler is Next's. Throws where the path is there already. */
  add(path: string, handler?: ApiHandler): void {
    const label = path.replace(/\/$/, "").replaceAll("{", "[").replaceAll("}", "]");
    if (this.#routes.has(label)) throw new Error(`${path} is there twice.`);
    const route: Route = { label, handler, names: [] };
    this.#routes.set(label, route);
    let node = this.#root;
    for (const [place, segment] of segmentsOf(path).entries()) {
      if (segment.startsWith("{")) route.names.push([place, segment.slice(1, -1)]);
      node = childOf(node, segment);
    }
    node.route = route;
  }

  /** The handler of a path as a request says it, with or without a slash at its end. */
  match(path: string): Match | undefined {
    const segments = segmentsOf(path);
    const route = find(this.#root, segments, 0);
    if (!route?.handler) return undefined;
    const { handler, label } = route;
    const values = route.names.map(([place, name]) => [name, decoded(segments[place] ?? "")]);
    return { handler, label, params: Object.fromEntries(values) };
  }

  /** The patterns of all paths that have a handler. */
  get labels(): string[] {
    return [...this.#routes.values()].filter(({ handler }) => handler).map(({ label }) => label);
  }
}

const segmentsOf = (path: string) => path.replace(/^\/|\/$/g, "").split("/");

function childOf(node: Node, segment: string): Node {
  const known = segment.startsWith("{") ? node.named : node.fixed.get(segment);
  if (known) return known;
  const child: Node = { fixed: new Map() };
  if (segment.startsWith("{")) node.named = child;
  else node.fixed.set(segment, child);
  return child;
}

function find(node: Node, segments: string[], at: number): Route | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.route;
  const fixed = node.fixed.get(segment);
  const found = fixed && find(fixed, segments, at + 1);
  return found ?? (node.named && segment ? find(node.named, segments, at + 1) : undefined);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const registration = shared<{ resolve?: (router: Router) => void }>("api router", () => ({}));

/** The API's router, once instrumentation-node.ts has registered it. Our server asks before it starts Next. */
export function registeredRouter(): Promise<Router> {
  const { promise, resolve } = Promise.withResolvers<Router>();
  registration.resolve = resolve;
  return promise;
}

/** Registers the router, if our server asks for it: `next dev`, `next start` and Vercel call route files instead. */
export const routerRegistration = () => registration.resolve;
