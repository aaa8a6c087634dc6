/** The hues of tags, apart also for the colour-blind by how light they are; styles are in components/tags/tags.css. */
export const hues = ["teal", "blue", "amber", "purple", "green", "red", "orange", "slate"] as const;

export type Hue = (typeof hues)[number];

/** The longest name of a tag, in code points. */
export const maxTagName = 32;

/** How many tags one person has at most, and how many one row. */
export const maxTags = 200;
export const maxTagsOfRow = 30;

/** How many tags a list is narrowed by at most. */
export const maxFilterTags = 20;

/** The kinds of rows that can be tagged: the names of their tables. */
export const taggedKinds = ["job_posting", "email_opportunity", "contact", "company"] as const;

export type TaggedKind = (typeof taggedKinds)[number];

/** A tag as pages show it. */
export type Tag = { id: number; name: string; hue: Hue };
