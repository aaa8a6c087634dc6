import { AppError, Unauthenticated } from "../errors.ts";

/** What a control that stays on its page is told: a sentence, and with luck what it asked for. */
export type Answer<Done> = { message: string; done?: Done };

/** Runs what a control asked for and turns our own errors into a sentence. Faults pass through. */
export async function answer<Done>(run: () => Promise<Answer<Done>>): Promise<Answer<Done>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Unauthenticated) {
      return { message: "You are signed out. Sign in in a new tab, then try again." };
    }
    if (error instanceof AppError) return { message: error.message };
    throw error;
  }
}
