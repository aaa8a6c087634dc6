import autocannon from "autocannon";

/** One of the servers that are compared. */
export type MeasuredServer = {
  address: string;
  /** CPU time used so far; NaN where the system does not say */
  cpuMs: () => number;
  /** changes something through this server, as a person would */
  write: () => Promise<void>;
};

/** A request that is measured. */
export type Target = {
  server: MeasuredServer;
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
};

/** What one round of requests came to. */
export type Round = { answersPerSecond: number; cpuMsPerAnswer: number };

/** Sends so many requests over eight connections. Throws where an answer is no 2xx. */
export async function load({ server, path, ...sent }: Target, answers: number): Promise<Round> {
  const url = server.address + path;
  const cpuBefore = server.cpuMs();
  const began = performance.now();
  // autocannon ends with the next tick of its sampling, which comes later than the last answer.
  let lastAnswer = began;
  const { non2xx, errors, requests } = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = { ...sent, url, amount: answers, connections: 8, timeout: 60, sampleInt: 20 };
    const running = autocannon(options, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    running.on("response", () => {
      lastAnswer = performance.now();
    });
  });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx + errors} answers failed`);
  return {
    answersPerSecond: requests.total / ((lastAnswer - began) / 1000),
    cpuMsPerAnswer: (server.cpuMs() - cpuBefore) / requests.total,
  };
}
