// A Map on globalThis: the server and Next's bundle each load their own copy of a module, and a reload in
// development makes another. What all copies must share cannot live in a variable of the module.
const holder = globalThis as { footholdState?: Map<string, unknown> };

/** The process-wide value of this name, made at the first call. Each name belongs to one module. */
export function shared<T>(name: string, make: () => T): T {
  holder.footholdState ??= new Map();
  if (!holder.footholdState.has(name)) holder.footholdState.set(name, make());
  return holder.footholdState.get(name) as T;
}
