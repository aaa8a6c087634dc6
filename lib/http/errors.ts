import { AppError } from "../errors.ts";

/** An answer that only HTTP knows: a wrong method, type or size, a condition that fails. */
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
