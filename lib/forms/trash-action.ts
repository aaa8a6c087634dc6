import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { rowIdOrZero } from "../fields.ts";
import type { KindName } from "../kinds.ts";
import type { Kind } from "../records/kind.ts";
import { buttonAction } from "./click-action.ts";

type Trashing<Row, Removed> = {
  find: (actor: Actor, id: number) => Promise<Row>;
  remove: (actor: Actor, row: Row) => Promise<Removed>;
  /** what the toast says */
  message: (row: Row, removed: Removed) => string;
};

/** Declares the action that moves a row to the trash and shows the list, with an undo in the toast. */
export const trashAction = <Row extends { id: number }, Removed>(
  { name, path }: Kind & { name: KindName },
  { find, remove, message }: Trashing<Row, Removed>,
) =>
  buttonAction(async ({ actor }, id: number) => {
    const row = await find(actor, rowIdOrZero.parse(id));
    const removed = await remove(actor, row);
    return { flash: message(row, removed), undo: { kind: name, ids: [row.id] }, to: path };
  });
