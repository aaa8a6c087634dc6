import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";

export type Arg =
  | string
  | number
  | boolean
  | null
  | FormData
  | readonly number[]
  | { [name: string]: unknown };
export type Action = { id: string; name: string; page: string };

type Manifest = {
  node: Record<
    string,
    { filename: string; exportedName: string; workers: Record<string, unknown> }
  >;
};

/** Lists every server action of the build, with a page that may call it. */
export function builtActions(): Action[] {
  const manifest: Manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${basename(dirname(filename))}.${exportedName}`,
    page: pathOf(Object.keys(workers)[0] ?? ""),
  }));
}

const pathOf = (worker: string) =>
  worker
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replaceAll(/\/\([a-z]+\)/g, "") || "/";

/** Calls an action as React does; `headers` override the defaults, an empty value removes one. */
export async function callAction(
  url: string,
  id: string,
  args: readonly Arg[],
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const all = { origin: new URL(url).origin, accept: "text/x-component", ...headers };
  const nonEmpty = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  const response = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { ...nonEmpty, "next-action": id },
    body: bodyOf(args),
  });
  return { status: response.status, text: await response.text() };
}

// React's encoding of arguments: JSON in which `$K1` refers to the FormData whose names begin with `_1_`.
function bodyOf(args: readonly Arg[]): FormData | string {
  const multipart = new FormData();
  const plain = args.map((arg, at) => {
    if (!(arg instanceof FormData)) return arg;
    for (const [name, value] of arg) multipart.set(`_${at + 1}_${name}`, value);
    return `$K${at + 1}`;
  });
  const root = JSON.stringify(plain);
  if (!args.some((arg) => arg instanceof FormData)) return root;
  multipart.set("0", root);
  return multipart;
}
