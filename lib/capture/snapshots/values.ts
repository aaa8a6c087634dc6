/** What was read when a snapshot was taken: an address that Foothold fetched, a page that was sent, a file or a text. */
export const snapshotSources = ["address", "page", "file", "text", "extension"] as const;

export type SnapshotSource = (typeof snapshotSources)[number];

/** Of one posting: the first and the newest stay. */
export const maxSnapshots = 50;

/** What the log says of a posting whose page says that it is closed, and of one that came back. */
export const closedWords = "closed";
export const openAgainWords = "open again";
