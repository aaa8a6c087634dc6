import "server-only";
import { refresh } from "next/cache";
import type { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError } from "../errors.ts";
import { parseInput, rowIdOrZero } from "../fields.ts";
import type { LoggedName } from "../kinds.ts";
import { undoStatusChange } from "../records/commands.ts";
import type { Kind } from "../records/kind.ts";
import { statusesOf } from "../statuses/queries.ts";
import type { Statuses as Words } from "../statuses/words.ts";
import { clickAction } from "./click-action.ts";

type Change<Column extends string> = { moment: string; to: string; before: Record<Column, string> };

/** What the actions on a kind's status need to know of it. */
type Statuses<Row, Column extends string, Done extends Change<Column>> = {
  kind: Kind & { name: LoggedName; status: Column };
  find: (actor: Actor, id: number) => Promise<Row>;
  form: (zone: string) => z.ZodType<Partial<Record<Column, string>>>;
  changeStatus: (actor: Actor, row: Row, status: string) => Promise<Done>;
  /** schema of the change as its undo sends it back */
  statusChange: z.ZodType<Done>;
  statusWords: (statuses: Words, status: string, row: Row) => { label: string };
  nameOf: (row: Row) => string;
};

/** Declares the action that sets a status by one click; it gives what takes it back. */
export const statusAction = <Row, Column extends string, Done extends Change<Column>>({
  kind,
  find,
  form,
  changeStatus,
  statusWords,
  nameOf,
}: Statuses<Row, Column, Done>) =>
  clickAction(async ({ actor }, id: number, status: string) => {
    const row = await find(actor, rowIdOrZero.parse(id));
    const read = parseInput(form(actor.time_zone), { [kind.status]: status })[kind.status];
    if (!read) throw new AppError("That is no status.", "invalid");
    const done = await changeStatus(actor, row, read);
    const { label } = statusWords(await statusesOf(actor), done.to, row);
    refresh();
    return { message: `${nameOf(row)}: ${label}`, done };
  });

/** Declares the action that takes a click on a status back. */
export const undoStatusAction = <
  Row extends { id: number },
  Column extends string,
  Done extends Change<Column>,
>({
  kind,
  find,
  statusChange,
}: Statuses<Row, Column, Done>) =>
  clickAction(async ({ actor }, id: number, change: Done) => {
    const row = await find(actor, rowIdOrZero.parse(id));
    const read = statusChange.safeParse(change);
    if (!read.success) throw new AppError("This cannot be taken back.", "invalid");
    await undoStatusChange(kind, actor, row.id, read.data);
    refresh();
    return { message: "Undone", done: true as const };
  });
