"use client";

import { Choices } from "@/components/forms/choices.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { StatusWord } from "@/lib/statuses/words.ts";
import { useStatuses } from "../records/status-words.tsx";
import { usesWords } from "./uses-words.ts";

type Props = {
  word: StatusWord;
  uses: number;
  open: boolean;
  onClose: () => void;
  onChosen: (to: string) => void;
};

/** Asks what the rows become that have a word which is to go. */
export function MoveUses({ word, uses, open, onClose, onChosen }: Props) {
  const { known, words } = useStatuses()[word.subject];
  const its = usesWords(word.subject, uses);
  return (
    <Dialog open={open} onClose={onClose} title={`Delete “${word.label}”`}>
      <form
        className="word-move"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          onChosen(String(new FormData(event.currentTarget).get("to")));
        }}
      >
        <p>
          {its} {uses === 1 ? "has" : "have"} it. Choose what{" "}
          {uses === 1 ? "it becomes" : "they become"} instead. You can undo this.
        </p>
        <Choices>
          <select
            name="to"
            className="input select-native"
            aria-label={`Move ${its} to`}
            data-autofocus
          >
            {known
              .filter((text) => text !== word.text)
              .map((text) => (
                <option key={text} value={text}>
                  {words(text).label}
                </option>
              ))}
          </select>
        </Choices>
        <div className="action-form__end">
          <Button type="submit" variant="danger">
            Move and delete
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
