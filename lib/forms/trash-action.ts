import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { rowIdOrZero } from "../fields.ts";
import type { KindName } from "../kinds.ts";
import type { Kind } from "../records/kind.ts";
import { buttonAction } from "./click-action.ts";

type Rows<Row, Removed> = {
  kind: Kind & { name: KindName };
  find: (actor: Actor, id: number) => Promise<Row>;
  remove: (actor: Actor, row: Row) => Promise<Removed>;
  nameOf: (row: Row) => string;
};

/**
 * Declares the action that moves a row to the trash and shows the list, with an undo in the toast. `verb` says
 * what went with it.
 */
export const trashAction = <Row extends { id: number }, Removed>(
  { kind, find, remove, nameOf }: Rows<Row, Removed>,
  verb: (removed: Removed) => string = () => "is",
) =>
  buttonAction(async ({ actor }, id: number) => {
    const row = await find(actor, rowIdOrZero.parse(id));
    const removed = await remove(actor, row);
    const flash = `${nameOf(row)} ${verb(removed)} in the trash.`;
    return { flash, undo: { kind: kind.name, ids: [row.id] }, to: kind.path };
  });
