export const trashKinds = ["site", "posting", "opportunity"] as const;

export type TrashKind = (typeof trashKinds)[number];

/** How long what was deleted can be restored. */
export const keepDays = 30;
