import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** A limit of memory on all processes that are started `within` it, in words; null where none can be set here. */
export type MemoryLimit = { words: string; within: string[]; remove: () => void };

const root = "/sys/fs/cgroup";
const group = `foothold-${process.pid}`;

/** The files of a group's limit: memory.max of cgroup v2, or those of v1. What is not there is left out. */
const kinds = [
  {
    words: "cgroup v2, memory.max",
    parent: root,
    found: join(root, "cgroup.controllers"),
    files: { "memory.max": "", "memory.swap.max": "0" },
  },
  {
    words: "cgroup v1, memory.limit_in_bytes",
    parent: join(root, "memory"),
    found: join(root, "memory/memory.limit_in_bytes"),
    files: { "memory.limit_in_bytes": "", "memory.memsw.limit_in_bytes": "" },
  },
];

/** Sets a limit as the kernel keeps it for containers: as root, by sudo in CI, or by systemd for an ordinary user. */
export function limitMemory(megabytes: number): MemoryLimit | null {
  const kind = kinds.find(({ found }) => existsSync(found));
  if (!kind) return null;
  const folder = join(kind.parent, group);
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !process.env.CI) return scopeOfUser(megabytes);
  const sudo = isRoot ? "" : "sudo -n ";
  const limits = Object.entries(kind.files).map(
    ([name, value]) =>
      `[ ! -e ${folder}/${name} ] || echo ${value || megabytes * 2 ** 20} > ${folder}/${name}`,
  );
  const [required] = Object.keys(kind.files);
  const script = [`mkdir ${folder}`, ...limits, `[ -e ${folder}/${required} ]`].join(" && ");
  if (!succeeds(`${sudo}sh -c '${script}'`)) return scopeOfUser(megabytes);
  // The shell goes into the group, and what it becomes stays there, with the same id.
  const enter = `echo $$ | ${sudo}tee ${folder}/cgroup.procs > /dev/null && exec "$@"`;
  return {
    words: `${megabytes} MB by ${kind.words}`,
    within: ["sh", "-c", enter, "sh"],
    remove: () => void succeeds(`${sudo}rmdir ${folder}`),
  };
}

function scopeOfUser(megabytes: number): MemoryLimit | null {
  const limits = [`MemoryMax=${megabytes}M`, "MemorySwapMax=0"].flatMap((each) => ["-p", each]);
  const within = ["systemd-run", "--user", "--scope", "--quiet", ...limits];
  if (!succeeds([...within, "true"].join(" "))) return null;
  return { words: `${megabytes} MB by a scope of systemd`, within, remove: () => {} };
}

const succeeds = (line: string) => spawnSync("sh", ["-c", line], { stdio: "ignore" }).status === 0;
