import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";

const answerTimeoutMs = 30_000;

type RawAnswer = { status: number; headers: Headers; body: string };

/** Sends bytes as they are, and gives the first answer; its status is 0 where the connection was closed without one. */
export async function sendRaw(address: string, bytes: string): Promise<RawAnswer> {
  const socket = await openSocket(address);
  let text = "";
  socket.setEncoding("latin1").on("data", (chunk: string) => {
    text += chunk;
  });
  socket.write(bytes, "latin1");
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  await Promise.race([closed, setTimeout(answerTimeoutMs, undefined, { ref: false })]);
  socket.destroy();
  return parseAnswer(text);
}

/** A request's head, with `Connection: close`. */
export const head = (start: string, ...headers: string[]): string =>
  `${start} HTTP/1.1\r\n${["connection: close", ...headers].join("\r\n")}\r\n\r\n`;

function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf("\r\n\r\n");
  const [start = "", ...lines] = text.slice(0, end).split("\r\n");
  const headers = new Headers();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return { status: Number(start.split(" ")[1] ?? 0), headers, body: text.slice(end + 4) };
}

/** A connection that is open, and whose errors are nobody's. */
export async function openSocket(address: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  return socket.on("error", () => {});
}

/** Opens connections that send `bytes` and read nothing. */
export async function openUnread(address: string, count: number, bytes: string): Promise<Socket[]> {
  const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(address)));
  for (const socket of sockets) socket.pause().write(bytes);
  return sockets;
}
