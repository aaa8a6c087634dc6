"use client";

import { useState } from "react";
import { useStatuses } from "@/components/records/status-words.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { closedStatuses, statusSetOf } from "@/lib/board/columns.ts";
import type { BoardKind } from "@/lib/board/values.ts";
import { rejectedStatus } from "@/lib/statuses/documented.ts";
import type { MoveChange } from "./use-board.ts";

type Props = {
  kind: BoardKind;
  /** what was dropped, in words */
  what: string;
  /** the status, where that is said already */
  status?: string;
  onChosen: (change: MoveChange) => void;
  onClose: () => void;
};

/** Asks what became of what was dropped on Closed, and of a rejected posting how far it got; that can be left open. */
export function AskClosed({ kind, what, status, onChosen, onClose }: Props) {
  const words = useStatuses();
  const statuses = status ? [status] : closedStatuses(words, kind).toReversed();
  const [chosen, choose] = useState(
    status ?? (statuses.includes(rejectedStatus) ? rejectedStatus : (statuses[0] ?? "")),
  );
  const [stage, setStage] = useState("");
  const asksStage =
    kind === "job_posting" && statusSetOf(words, kind).words(chosen).kind === "rejected";
  const save = () =>
    onChosen({
      action: "status",
      status: chosen,
      ...(asksStage && stage && { rejected_after_stage: stage }),
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={status ? `How far did ${what} get?` : `What became of ${what}?`}
    >
      <form
        className="board-ask"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {!status && (
          <fieldset className="board-ask__choices">
            <legend className="sr-only">Status</legend>
            {statuses.map((each) => {
              const { hue, label } = statusSetOf(words, kind).words(each);
              return (
                <label key={each}>
                  <input
                    type="radio"
                    name="status"
                    checked={each === chosen}
                    onChange={() => choose(each)}
                    data-autofocus={each === chosen || undefined}
                  />
                  <StatusMark kind={hue}>{label}</StatusMark>
                </label>
              );
            })}
          </fieldset>
        )}
        {asksStage && (
          <label className="board-ask__stage">
            The furthest you got
            <select
              className="input select-native"
              value={stage}
              onChange={({ target }) => setStage(target.value)}
              data-autofocus={status ? true : undefined}
            >
              <option value="">Leave it as it is</option>
              {words.stage.offered.map((each) => (
                <option key={each} value={each}>
                  {words.stage.words(each).label}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="board-ask__end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
