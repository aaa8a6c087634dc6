import { AppError } from "../errors.ts";

/** An error of HTTP itself: a wrong method, type or size, a failed precondition. */
export class HttpError extends AppError {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly #body: object;

  constructor(
    status: number,
    detail: string,
    headers: Record<string, string> = {},
    body: object = { detail },
  ) {
    super(detail);
    this.status = status;
    this.headers = headers;
    this.#body = body;
  }

  override get body(): object {
    return this.#body;
  }
}
