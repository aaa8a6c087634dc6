import { Forbidden, NotFound } from "../../errors.ts";
import { recordUser } from "../../runtime/request.ts";

declare const minted: unique symbol;
declare const owned: unique symbol;

/** The channel of a change; the event log keeps it. */
export type Via = "browser" | "api" | "import" | "agent";

/** Whoever acts. Only this folder makes one, from a session or a token; queries put its id in the where. */
export type Actor = Readonly<{
  user_id: number;
  is_staff: boolean;
  /** IANA name: the person's own zone, else the server's */
  time_zone: string;
  via: Via;
  [minted]: true;
}>;

type Person = { id: number; is_staff: boolean; time_zone: string | null };

/** Makes the actor of a person whose credentials were just checked. For lib/accounts/auth alone. */
export function mintActor(person: Person, via: Via, fallbackZone: string): Actor {
  recordUser(person.id);
  return Object.freeze({
    user_id: person.id,
    is_staff: person.is_staff,
    time_zone: person.time_zone || fallbackZone,
    via,
  }) as Actor;
}

/** A row that was read and belongs to the actor: what row-level commands ask for. */
export type Owned<Row> = Row & { readonly [owned]: true };

/**
 * The row, if it is the actor's. Throws `NotFound` where it is missing or in the trash,
 * `Forbidden` where it is another person's (both documented).
 */
export function asOwned<Row extends { user_id: number; deleted_at?: string | null }>(
  actor: Actor,
  row: Row | undefined,
): Owned<Row> {
  if (!row || row.deleted_at) throw new NotFound();
  if (row.user_id !== actor.user_id) throw new Forbidden();
  return row as Owned<Row>;
}
