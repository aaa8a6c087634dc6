/** Field name → what is wrong with it, in plain sentences: the API's documented error body. */
export type FieldErrors = Record<string, string[]>;

/** An answer to the person or client, as opposed to a fault of ours. */
export class AppError extends Error {}

/** The row does not exist (or lies in the trash). */
export class NotFound extends AppError {
  constructor(message = "Not found.") {
    super(message);
  }
}

/** The row exists and is another person's. */
export class Forbidden extends AppError {
  constructor(message = "You do not have permission to access this resource.") {
    super(message);
  }
}

/** The input cannot be taken as it is. */
export class Invalid extends AppError {
  readonly fields: FieldErrors;

  constructor(fields: FieldErrors) {
    super(Object.values(fields).flat().join(" "));
    this.fields = fields;
  }
}

/** Nobody is signed in, or their session has ended. */
export class Unauthenticated extends AppError {
  constructor(message = "Authentication credentials were not provided.") {
    super(message);
  }
}

/** One field that both this form and another save changed. */
export type Clash = {
  name: string;
  theirs: string;
  mine: string;
  /** how the two are shown: as they stand, as made-safe markup, or not at all */
  kind: "text" | "rich" | "secret";
  /** whether the two can stand together */
  both: boolean;
};

/** Another save came between; the person chooses, field by field, and nothing is written until then. */
export class Conflict extends AppError {
  readonly fields: Clash[];
  /** fields that only the other save changed: they stay as it left them */
  readonly others: string[];
  /** goes back with the choice, so that a third save in between is seen too */
  readonly seen: string;

  constructor(fields: Clash[], others: string[], seen: string) {
    super("This was changed elsewhere while you edited it.");
    this.fields = fields;
    this.others = others;
    this.seen = seen;
  }
}
