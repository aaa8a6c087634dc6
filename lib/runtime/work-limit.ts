import { AsyncLocalStorage } from "node:async_hooks";
import { shared } from "../../db/process-state.ts";
import { AppError } from "../errors.ts";

type WorkLimit = {
  /** processor time after which the work ends, in milliseconds: what the machine does besides does not count */
  cpuMs: number;
  /** what is thrown then */
  tooLong: () => AppError;
  /** ends the work too, as where its client has gone */
  signal?: AbortSignal | undefined;
};

const storage = shared("work limit", () => new AsyncLocalStorage<() => void>());

/** Runs work whose loops end once it took too long or is no longer wanted: `yieldEvery` asks at each pause. */
export function limited<Result>(
  { cpuMs, tooLong, signal }: WorkLimit,
  work: () => Promise<Result>,
): Promise<Result> {
  const start = process.threadCpuUsage();
  const check = () => {
    if (signal?.aborted) throw new AppError("Stopped.");
    const { user, system } = process.threadCpuUsage(start);
    if ((user + system) / 1000 > cpuMs) throw tooLong();
  };
  return storage.run(check, async () => {
    check();
    return work();
  });
}

/** Throws where the work that this is part of has come to its limit. */
export const checkWorkLimit = (): void => storage.getStore()?.();
