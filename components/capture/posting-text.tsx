"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import type { ReadPosting } from "@/lib/capture/read-answer.ts";
import { Card, CardHeader } from "../ui/card.tsx";
import { pluralize } from "../ui/format.ts";
import { RichContent } from "../ui/rich-content.tsx";
import { markWords } from "./mark-words.ts";

// Fetched when the text is to be changed.
const RichText = dynamic(() =>
  import("../forms/rich-text.tsx").then(({ RichText: component }) => component),
);

/** From so many words on the text is cut, with a button that shows the rest. */
const longWords = 140;

/** The words that the sentences about doubtful fields quote. */
const quoted = ({ fields }: ReadPosting) =>
  Object.values(fields).flatMap(({ why = "" }) =>
    Array.from(why.matchAll(/“([^”]{2,120})”/g), ([, words = ""]) => words),
  );

/** The posting's text as it stands today, which is kept with it; it can be read whole, and changed. */
export function PostingText({ posting }: { posting: ReadPosting }) {
  const { description, words } = posting;
  const text = useRef<HTMLDivElement>(null);
  const doubtful = quoted(posting).join("\n");
  useEffect(() => markWords(text.current, doubtful.split("\n").filter(Boolean)), [doubtful]);
  const [whole, setWhole] = useState(false);
  const [editing, setEditing] = useState(false);
  const isLong = words > longWords;
  const edit = (
    <button type="button" className="link" onClick={() => setEditing(true)}>
      {words > 0 ? "Edit" : "Write it"}
    </button>
  );
  return (
    <Card className="posting-text" labelledBy="posting-text">
      <CardHeader
        id="posting-text"
        title="The posting"
        note={words > 0 && "as it stands today"}
        action={!editing && edit}
      />
      {editing ? (
        <div className="posting-text__edit">
          <RichText name="job_description" label="Description" defaultValue={description} />
        </div>
      ) : (
        <>
          <div
            ref={text}
            className="posting-text__words"
            data-cut={(isLong && !whole) || undefined}
          >
            {words > 0 ? (
              <RichContent html={description} />
            ) : (
              <p className="posting-text__none">No text was read. Pages vanish, so keep a copy.</p>
            )}
          </div>
          {words > 0 && (
            <div className="posting-text__foot">
              {isLong && (
                <button type="button" className="link" onClick={() => setWhole(!whole)}>
                  {whole ? "Show less" : "Read all of it"}
                </button>
              )}
              <span>{pluralize(words, "word")}</span>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
