"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { addListed, takeBackAdded } from "@/lib/capture/actions.ts";
import type { ReadAnswer, ReadPosting } from "@/lib/capture/read-answer.ts";
import { Button } from "../ui/button.tsx";
import { Card, CardHeader } from "../ui/card.tsx";
import { pluralize } from "../ui/format.ts";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { showToast } from "../ui/toasts.ts";
import { FoundRow, type Row } from "./found-row.tsx";
import type { Line } from "./use-read.ts";

type Props = {
  lines: Line[];
  /** what is still being read, in words */
  reading: string | undefined;
  /** shows one of them to be corrected */
  onOpen: (key: string, answer: ReadAnswer) => void;
  onAdded: () => void;
  /** empties the box for what comes next */
  onStart: () => void;
};

/** What became of a row: its posting, or why there is none. */
type Outcome = { id: number } | { error: string };

const nothingFound = "Nothing there looks like a posting.";
const failed = "Foothold did not answer. Try again.";

/** A page's postings, or those of several addresses: each ticked one is saved. */
export default function FoundList({ lines, reading, onOpen, onAdded, onStart }: Props) {
  const router = useRouter();
  const rows = lines.flatMap(rowsOf);
  const [ticks, setTicks] = useState<Record<string, boolean>>({});
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({});
  const [adding, setAdding] = useState<string>();

  const isAdded = ({ key }: Row) => "id" in (outcomes[key] ?? {});
  // Of a page that lists many one wants a few; what there is already is added only where somebody ticks it.
  const isList = lines.length === 1;
  const isTicked = ({ key, posting }: Row) =>
    posting !== undefined && (ticks[key] ?? (!isList && posting.known.candidates.length === 0));
  const tickAll = () => setTicks(Object.fromEntries(rows.map(({ key }) => [key, true])));
  const chosen = rows.filter((row) => row.posting && isTicked(row) && !isAdded(row));
  const added = rows.filter(isAdded);

  async function add() {
    const ids: number[] = [];
    for (const [at, { key, posting }] of chosen.entries()) {
      if (!posting) continue;
      setAdding(`Adding ${at + 1} of ${chosen.length}`);
      const outcome = await addOne(posting);
      if ("id" in outcome) ids.push(outcome.id);
      setOutcomes((before) => ({ ...before, [key]: outcome }));
    }
    setAdding(undefined);
    if (ids.length === 0) return;
    onAdded();
    // Beside the page stands how many there are.
    router.refresh();
    showToast(`Added ${pluralize(ids.length, "posting")}`, async () => {
      const { message, done } = await takeBackAdded(ids);
      if (done) setOutcomes({});
      return message;
    });
  }

  const [first] = lines;
  const note = isList ? first?.answer?.note : undefined;
  const said = adding ?? reading ?? foundWords(rows, added.length);
  return (
    <div className="found-list">
      {note && <Notice tone="warning">{note}</Notice>}
      <Card labelledBy="found">
        <CardHeader
          id="found"
          title={lines.length > 1 ? `${lines.length} addresses` : "Several postings"}
          note={<span role="status">{said}</span>}
        />
        {isList && (
          <p className="found-list__lead">
            This page lists several postings. Choose the ones to keep, or{" "}
            <button type="button" className="link" onClick={tickAll}>
              all of them
            </button>
            .
          </p>
        )}
        <ul className="found-list__rows">
          {rows.map((row) => (
            <FoundRow
              key={row.key}
              row={row}
              ticked={isTicked(row)}
              outcome={outcomes[row.key]}
              onTick={(isOn) => setTicks({ ...ticks, [row.key]: isOn })}
              onOpen={onOpen}
            />
          ))}
        </ul>
        <div className="found-list__foot">
          {added.length > 0 && chosen.length === 0 ? (
            <>
              <Button variant="primary" onClick={onStart}>
                Add another
              </Button>
              <Link className="link" href="/postings?show=saved">
                See what is saved
              </Link>
            </>
          ) : (
            <Button
              variant="primary"
              data-save="saved"
              pending={adding !== undefined}
              disabled={chosen.length === 0 || reading !== undefined}
              onClick={() => !adding && add()}
            >
              {chosen.length === 0 ? "Add" : `Add ${pluralize(chosen.length, "posting")}`}
            </Button>
          )}
        </div>
      </Card>
    </div>
  );
}

function rowsOf({ address, answer, error }: Line): Row[] {
  if (error !== undefined) return [{ key: address, address, error }];
  if (!answer) return [{ key: address, address }];
  const { postings, note } = answer;
  const [only] = postings;
  // Where a page was refused there is its address alone, to be typed by hand.
  const isRefused =
    postings.length === 1 && !(only?.fields.company_name.value && only.fields.posting_title.value);
  if (isRefused) {
    return [{ key: address, address, error: note ?? nothingFound, answer }];
  }
  return postings.map((posting, at) => ({
    key: `${address} ${at}`,
    address: posting.fields.posting_url_full.value || address,
    posting,
    answer: { ...answer, postings: [posting], is_list: false, note: null },
  }));
}

function foundWords(rows: readonly Row[], added: number): string {
  const found = rows.filter(({ posting }) => posting).length;
  const not = rows.filter(({ error }) => error).length;
  const words = [
    `${pluralize(found, "posting")} found`,
    not > 0 && `${not} not read`,
    added > 0 && `${added} added`,
  ];
  return words.filter(Boolean).join(", ");
}

async function addOne({ captured, description, fields }: ReadPosting): Promise<Outcome> {
  try {
    const answer = await addListed({
      captured: JSON.stringify(captured),
      description,
      site_name: fields.site_name.value,
    });
    return answer.done ? { id: answer.done.id } : { error: answer.message };
  } catch {
    return { error: failed };
  }
}
