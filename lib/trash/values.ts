/** How many days what was deleted can be restored. */
export const keepDays = 30;
