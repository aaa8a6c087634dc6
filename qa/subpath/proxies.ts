import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../scripts/free-port.ts";

export type RunningProxy = {
  origin: string;
  start: (port: string) => Promise<void>;
  stop: () => Promise<void>;
};

/** What stands at the root of the host, beside Foothold. */
export const neighbour = "the neighbour";

/** The lines of docs/deploy.md for a Foothold below a path, with the port that it really has. */
function documented(language: string, port: string): string {
  const [, section = ""] = readFileSync("docs/deploy.md", "utf8").split("\n## Below a path\n");
  const [, lines] = new RegExp(`\n\`\`\`${language}\n([^\`]+)\`\`\``).exec(section) ?? [];
  if (!lines) throw new Error(`docs/deploy.md has no lines for ${language} below a path.`);
  return lines.replaceAll("127.0.0.1:3000", `127.0.0.1:${port}`);
}

/** nginx, by plain HTTP. */
export async function nginx(folder: string): Promise<RunningProxy> {
  const own = await freePort();
  const file = join(folder, "nginx.conf");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const config = (port: string) => `daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
pid ${join(folder, "nginx.pid")};
error_log stderr;
events {}
http {
    access_log off;
    ${temporary.map((name) => `${name}_temp_path ${join(folder, name)};`).join("\n    ")}
    server {
        listen 127.0.0.1:${own};
        location / { return 200 "${neighbour}"; }
        ${documented("nginx", port)}
    }
}
`;
  return running(`http://localhost:${own}`, async (port) => {
    writeFileSync(file, config(port));
    return spawn("nginx", ["-c", file, "-p", folder], { stdio: "inherit" });
  });
}

/** Caddy, with TLS by a certificate of its own. */
export async function caddy(folder: string): Promise<RunningProxy> {
  const origin = `https://localhost:${await freePort()}`;
  const file = join(folder, "Caddyfile");
  const config = (port: string) => `{
	admin off
	skip_install_trust
	auto_https disable_redirects
	storage file_system ${join(folder, "caddy")}
}
${documented("caddy", port).replace("jobs.example.org", origin).replace(/\}\n$/, `\thandle {\n\t\trespond "${neighbour}"\n\t}\n}\n`)}`;
  return running(origin, async (port) => {
    writeFileSync(file, config(port));
    const args = ["run", "--adapter", "caddyfile", "--config", file];
    return spawn("caddy", args, { stdio: "ignore" });
  });
}

function running(origin: string, begin: (port: string) => Promise<ChildProcess>): RunningProxy {
  let child: ChildProcess | undefined;
  const kill = () => child?.kill("SIGTERM");
  process.on("exit", kill);
  return {
    origin,
    start: async (port) => {
      child = await begin(port);
      const ended = once(child, "exit").then(() => {
        throw new Error(`The proxy of ${origin} ended.`);
      });
      await Promise.race([ended, isListening(origin)]);
      ended.catch(() => {});
    },
    stop: async () => {
      if (!child || child.exitCode !== null) return;
      const ended = once(child, "exit");
      kill();
      await ended;
    },
  };
}

async function isListening(origin: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    // Whatever it answers: Node does not know Caddy's certificate.
    const failure = await fetch(origin).then(
      () => undefined,
      (error: Error) => String(error.cause),
    );
    if (!failure?.includes("ECONNREFUSED")) return;
    await setTimeout(100);
  }
  throw new Error(`Nothing listens at ${origin}.`);
}
