/** Field name → what is wrong with it, in plain sentences: the API's documented error body. */
export type FieldErrors = Record<string, string[]>;

/** What kind of error it is. lib/http/error-response.ts has the status of each, lib/forms/click-action.ts the words. */
export type ErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "gone"
  | "too_many";

/** An error that is told to the person or client, as opposed to a fault of ours. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(message: string, code: ErrorCode = "conflict") {
    super(message);
    this.code = code;
  }

  /** The API's answer. */
  get body(): object {
    return { detail: this.message };
  }
}

/** The row does not exist (or lies in the trash). */
export class NotFound extends AppError {
  constructor(message = "Not found.") {
    super(message, "not_found");
  }
}

/** The row exists and is another person's. */
export class Forbidden extends AppError {
  constructor(message = "You do not have permission to access this resource.") {
    super(message, "forbidden");
  }
}

/** The input cannot be taken as it is. */
export class Invalid extends AppError {
  readonly fields: FieldErrors;

  constructor(fields: FieldErrors) {
    super(Object.values(fields).flat().join(" "), "invalid");
    this.fields = fields;
  }

  override get body(): object {
    return this.fields;
  }
}

/** Nobody is signed in, or their session has ended. */
export class Unauthenticated extends AppError {
  constructor(message = "Authentication credentials were not provided.") {
    super(message, "unauthenticated");
  }
}
