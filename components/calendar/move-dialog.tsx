"use client";

import type { FormEvent } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";

/** What is to be moved: from which day, and from which time where it has one. */
export type Moving = { key: string; title: string; day: string; clock?: string };

type Props = {
  moving: Moving;
  onChosen: (day: string, clock?: string) => void;
  onClose: () => void;
};

/** Asks for another day and time: for those who do not drag. */
export default function MoveDialog({ moving, onChosen, onClose }: Props) {
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const clock = String(form.get("clock") ?? "");
    onClose();
    // A time that was not touched stays that of its own zone.
    onChosen(String(form.get("day")), clock && clock !== moving.clock ? clock : undefined);
  };
  return (
    <Dialog open onClose={onClose} title={`Move: ${moving.title}`}>
      <form className="move-form" onSubmit={choose}>
        <label className="field">
          <span className="label">Day</span>
          <input
            type="date"
            name="day"
            className="input"
            defaultValue={moving.day}
            min="1970-01-01"
            max="2100-12-31"
            required
            data-autofocus
          />
        </label>
        <label className="field">
          <span className="label">Time</span>
          <input type="time" name="clock" className="input" defaultValue={moving.clock} />
        </label>
        <div className="move-form__buttons">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Move
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
