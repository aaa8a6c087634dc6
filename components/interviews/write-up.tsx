"use client";

import { type ReactNode, useState } from "react";
import { askToFollowUp } from "@/components/follow-ups/ask.ts";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { ChipChoice } from "@/components/forms/chip-choice.tsx";
import { RichText } from "@/components/forms/rich-text.tsx";
import { StatusMenu } from "@/components/records/status-menu.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { banIcon, checkIcon, hourglassIcon, xIcon } from "@/components/ui/icons.ts";
import { editInterview } from "@/lib/interviews/actions.ts";
import type { InterviewSubject } from "@/lib/interviews/schema.ts";
import { outcomeWords } from "@/lib/interviews/values.ts";
import { interviewLabels } from "./field-labels.ts";
import { HearField } from "./hear-field.tsx";

const icons = { Waiting: hourglassIcon, Passed: checkIcon, Failed: xIcon, Cancelled: banIcon };

const choices = Object.entries(outcomeWords).map(([value, label]) => ({
  value,
  label,
  icon: icons[value as keyof typeof icons],
}));

type Props = {
  id: number;
  /** "Team interview, today 10:30–11:15 CET" */
  about: string;
  outcome: string;
  notes: string;
  /** hashes of what the form begins with */
  hashes: string;
  /** what the interview is about, with its status */
  subject: InterviewSubject & { status: string; fresh: boolean; name: string };
  /** whether it was written up before */
  again: boolean;
  /** with whom it was, and the address for a mail */
  people: { id: number; name: string; mail?: string }[];
  /** the button that adds the next round, offered once it is saved */
  next: ReactNode;
};

/** The sheet in which one says how an interview went, and what comes next. */
export function WriteUp(props: Props) {
  const { id, about, outcome, notes, hashes, subject, again } = props;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(outcome || "Waiting");
  const [hear, setHear] = useState("");
  const [isSaved, setSaved] = useState(false);
  const close = () => setOpen(false);
  const show = () => {
    setSaved(false);
    setHear("");
    setOpen(true);
  };
  return (
    <>
      <Button size="s" variant={again ? "quiet" : undefined} onClick={show}>
        {again ? "Notes" : "Write it up"}
        <span className="sr-only">: {about}</span>
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={isSaved ? "Saved. What comes next?" : "How did it go?"}
        wide
      >
        <p className="dialog__about">{about}</p>
        {isSaved ? (
          <WhatNext {...props} outcome={chosen} isReminded={hear !== ""} onClose={close} />
        ) : (
          <ActionForm
            formKey={`interview-${id}-write-up`}
            action={editInterview.bind(null, id)}
            submit="Save"
            labels={interviewLabels}
            cancel={close}
            onSaved={() => setSaved(true)}
            hashes={hashes}
            beside={
              <span className="write-up__status">
                Status
                <StatusMenu
                  kind={subject.subject}
                  id={subject.id}
                  status={subject.status}
                  fresh={subject.fresh}
                  of={subject.name}
                />
              </span>
            }
            typing
          >
            <HiddenFields values={{ stays: "on" }} />
            <ChipChoice
              name="outcome"
              label={interviewLabels.outcome}
              choices={choices}
              chosen={chosen}
              onChoose={setChosen}
            />
            <RichText
              name="notes"
              label={interviewLabels.notes}
              defaultValue={notes}
              help="It is here when you prepare for the next round."
            />
            {!isOver(chosen) && <HearField chosen={hear} onChoose={setHear} />}
          </ActionForm>
        )}
      </Dialog>
    </>
  );
}

const isOver = (outcome: string) => outcome === "Failed" || outcome === "Cancelled";

type NextProps = Props & {
  /** whether one is reminded to ask */
  isReminded: boolean;
  onClose: () => void;
};

/** What may come after an interview: the next round, a thank-you, or a question where nobody is heard of. */
function WhatNext({ subject, people, outcome, isReminded, next, onClose }: NextProps) {
  const ask = () => {
    onClose();
    const about = { field: `${subject.subject}_id` as const, id: subject.id };
    askToFollowUp({ about, name: subject.name, what: "Ask how it went", when: "in a week" });
  };
  return (
    <div className="write-up__next">
      {next}
      {!isOver(outcome) && !isReminded && <Button onClick={ask}>Ask in a week</Button>}
      {!isOver(outcome) &&
        people.map(
          ({ id, name, mail }) =>
            mail && (
              <a key={id} href={mail} className="button button--outline button--md">
                Thank {name}
              </a>
            ),
        )}
      <Button onClick={onClose}>Nothing yet</Button>
    </div>
  );
}
