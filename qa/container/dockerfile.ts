/** One instruction of a Dockerfile: its name and its arguments as they are written. */
export type Instruction = { name: string; args: string };

/** A build stage: the base image, its name after AS, and the instructions up to the next FROM. */
export type Stage = { image: string; name: string; instructions: Instruction[] };

/** Parses a Dockerfile into its build stages. Throws if an instruction comes before the first FROM. */
export function parseDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text.replaceAll(/\\\n/g, " ").split("\n");
  for (const line of lines.map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const [, name = "", args = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === "FROM") {
      const [image = "", , alias = ""] = args.split(/\s+/);
      stages.push({ image, name: alias, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`"${line}" comes before FROM.`);
      stage.instructions.push({ name, args });
    }
  }
  return stages;
}

/** Parses a command in exec form (a JSON array). Throws on the shell form, which would swallow signals. */
export function parseExecForm(args: string): string[] {
  const command: unknown = JSON.parse(args.slice(args.indexOf("[")));
  if (!Array.isArray(command)) throw new Error(`${args} is not a JSON array.`);
  return command.map(String);
}
