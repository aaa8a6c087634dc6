import { unstable_rethrow } from "next/navigation";
import { showToast } from "./toasts.ts";

/**
 * Runs what a click asks the server for. Where the network or the server fails, a toast says so and undefined comes
 * back; an error that leaves here would replace the whole page. Redirects pass through.
 */
export async function tried<Done>(
  run: () => Done | Promise<Done>,
  failure = "Not saved. Try again.",
): Promise<Done | undefined> {
  try {
    return await run();
  } catch (error) {
    unstable_rethrow(error);
    showToast(failure);
    return undefined;
  }
}
