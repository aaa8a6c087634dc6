"use client";

import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";

type Props = {
  open: boolean;
  /** for what it is, where it is no snooze */
  title?: string;
  submit?: string;
  /** the first day that can be chosen */
  least?: string;
  onChosen: (day: string) => void;
  onClose: () => void;
};

/** Asks for the day on which something returns. */
export function SnoozeDialog({ open, least, onChosen, onClose, ...words }: Props) {
  const { title = "Snooze until", submit = "Snooze" } = words;
  return (
    <Dialog open={open} onClose={onClose} title={title}>
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
          {submit}
        </Button>
      </form>
    </Dialog>
  );
}
