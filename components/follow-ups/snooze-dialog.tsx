"use client";

import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";

type Props = {
  open: boolean;
  /** the first day that can be chosen */
  least?: string;
  onChosen: (day: string) => void;
  onClose: () => void;
};

/** Asks for the day on which something returns. */
export function SnoozeDialog({ open, least, onChosen, onClose }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Snooze until">
      <form
        className="answers__date"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onChosen(String(new FormData(event.currentTarget).get("until")));
        }}
      >
        <input
          type="date"
          name="until"
          className="input"
          aria-label="Day"
          min={least}
          defaultValue={least}
          required
          data-autofocus
        />
        <Button type="submit" variant="primary">
          Snooze
        </Button>
      </form>
    </Dialog>
  );
}
