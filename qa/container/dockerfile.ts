/** One instruction of a Dockerfile: its name and what follows it. */
export type Step = { name: string; rest: string };

/** What stands between one FROM and the next. */
export type Stage = { image: string; name: string; steps: Step[] };

/** Reads a Dockerfile into its stages. Throws where it starts with anything but FROM. */
export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text.replaceAll(/\\\n/g, " ").split("\n");
  for (const line of lines.map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const [, name = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === "FROM") {
      const [image = "", , alias = ""] = rest.split(/\s+/);
      stages.push({ image, name: alias, steps: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`"${line}" comes before FROM.`);
      stage.steps.push({ name, rest });
    }
  }
  return stages;
}

/** The words of a command in its JSON form. Throws on the shell's form, which would swallow signals. */
export function words(rest: string): string[] {
  const json = rest.slice(rest.indexOf("["));
  const read: unknown = JSON.parse(json);
  if (!Array.isArray(read)) throw new Error(`${rest} is no list of words.`);
  return read.map(String);
}
