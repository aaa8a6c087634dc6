"use client";

import { useEffect, useRef, useState } from "react";
import { addRead } from "@/lib/capture/actions.ts";
import {
  type ReadAnswer,
  type ReadField,
  type ReadName,
  type ReadPosting,
  readFields,
} from "@/lib/capture/read-answer.ts";
import { countWords } from "@/lib/capture/words.ts";
import { ActionForm } from "../forms/action-form.tsx";
import { Button } from "../ui/button.tsx";
import { Card, CardHeader } from "../ui/card.tsx";
import { AlreadyThere } from "./already-there.tsx";
import { OnceSaved } from "./once-saved.tsx";
import { PostingText } from "./posting-text.tsx";
import { pressSave, type Way } from "./press-save.ts";
import { type Limits, labels, ReadRow, type Suggestions } from "./read-row.tsx";
import { RefusalNote } from "./refusal-note.tsx";
import { SaveKeys } from "./save-keys.tsx";

export type PreviewProps = {
  /** names the form: corrections are kept under it */
  formKey: string;
  answer: ReadAnswer;
  /** what is pressed as soon as it is there, where nothing is to be checked first */
  press?: Way;
  onPressed: () => void;
  /** it is saved */
  onDone: () => void;
  /** the person says that they have it already */
  onSame: () => void;
  /** what was read, in words, to be read out */
  onSaid: (words: string) => void;
  /** back to the list that it was opened from */
  onBack?: () => void;
  /** the names of the person's sites */
  sites: string[];
  /** the site that a posting is added from */
  site?: { id: number; site_name: string };
  /** the day that it is for the person */
  today: string;
  limits: Limits;
};

/** Fields that are shown when they are found, or asked for. */
const hidden: readonly ReadName[] = ["hiring_company", "posting_url_full"];

/** What was read of one posting, to correct and to save. */
export default function Preview({ formKey, answer, press, onPressed, ...props }: PreviewProps) {
  const { postings, note } = answer;
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  const [deadline, setDeadline] = useState<string>();
  const [posting] = postings;
  const fields = posting && withSite(posting.fields, props.site);
  const shown = fields ? rowsOf(fields, more) : [];
  const found = shown.filter((row) => row.some((name) => isFound(fields?.[name]))).length;
  const doubtful = shown.filter((row) => row.some((name) => fields?.[name].why)).length;
  const { candidates = [], do_not_apply = [] } = posting?.known ?? {};
  const isKnown = candidates.length + do_not_apply.length > 0;
  const isWhole = Boolean(fields?.company_name.value && fields.posting_title.value);

  useEffect(() => {
    if (!press) return;
    onPressed();
    if (isWhole && doubtful === 0 && !isKnown) pressSave(box.current, press);
  }, [press, onPressed, isWhole, doubtful, isKnown]);

  const said = found > 0 ? readWords(found, doubtful) : "Nothing was read";
  const { onSaid } = props;
  useEffect(() => onSaid(said), [said, onSaid]);

  // Where it must be typed by hand the caret goes to what is missing.
  useEffect(() => {
    if (isWhole) return;
    const missing = ["company_name", "posting_title"].flatMap(
      (name) => box.current?.querySelector<HTMLInputElement>(`input[name=${name}]`) ?? [],
    );
    missing.find(({ value }) => value === "")?.focus();
  }, [isWhole]);

  if (!posting || !fields) return null;
  const suggestions: Suggestions = { site_name: props.sites };
  return (
    <div ref={box} className="read-preview">
      {props.onBack && (
        <p className="read-preview__back">
          <button type="button" className="link" onClick={props.onBack}>
            Back to the list
          </button>
        </p>
      )}
      {note && <RefusalNote note={note} />}
      <ActionForm
        formKey={formKey}
        action={addRead.bind(null, JSON.stringify(posting.captured), posting.description)}
        labels={labels}
        onDone={props.onDone}
        submit={<SaveKeys>Save</SaveKeys>}
        submitProps={{ name: "do", value: "saved", "data-save": "saved" }}
        beside={
          <>
            <Button type="submit" name="do" value="applied" data-save="applied">
              <SaveKeys applied>Save as applied</SaveKeys>
            </Button>
            <small className="read-preview__kept">Today’s text is kept with it.</small>
          </>
        }
      >
        <AlreadyThere
          key={JSON.stringify(posting.known)}
          known={posting.known}
          title={fields.posting_title.value}
          onSame={props.onSame}
        />
        <Card className="read-card" labelledBy="what-was-read">
          <CardHeader
            id="what-was-read"
            title="What was read"
            note={found > 0 ? countWords(found, doubtful) : "nothing, so type it"}
            action={
              !more && (
                <button type="button" className="link" onClick={() => setMore(true)}>
                  More fields
                </button>
              )
            }
          />
          {shown.map((names) => (
            <ReadRow
              key={names[0]}
              names={names}
              fields={fields}
              suggestions={suggestions}
              limits={props.limits}
              onType={names[0] === "deadline" ? setDeadline : undefined}
            />
          ))}
        </Card>
        <div className="stack read-side">
          <PostingText posting={posting} />
          <OnceSaved deadline={deadline ?? fields.deadline.value} today={props.today} />
        </div>
      </ActionForm>
    </div>
  );
}

type Fields = ReadPosting["fields"];

/** "9 fields read, 2 to check". */
const readWords = (found: number, doubtful: number) =>
  countWords(found, doubtful).replace(/^\d+ \w+/, "$& read");

const isFound = (field: ReadField | undefined) => field?.value !== "" && field?.source !== null;

/** The rows that are shown: the city stands with whether one works there or from home. */
function rowsOf(fields: Fields, more: boolean): ReadName[][] {
  const isShown = (name: ReadName) =>
    more || !hidden.includes(name) || (name === "hiring_company" && fields[name].value !== "");
  return readFields
    .filter((name) => name !== "location_city" && isShown(name))
    .map((name) => (name === "location_type" ? [name, "location_city"] : [name]));
}

function withSite(fields: Fields, site: PreviewProps["site"]): Fields {
  if (!site?.site_name) return fields;
  const site_name = { value: site.site_name, source: null, from: "the site you came from" };
  return { ...fields, site_name };
}
