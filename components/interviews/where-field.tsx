"use client";

import { useState } from "react";
import { ChipChoice } from "@/components/forms/chip-choice.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { mapPinIcon, phoneIcon, videoIcon } from "@/components/ui/icons.ts";
import { interviewLengths } from "@/lib/interviews/values.ts";

const ways = [
  { value: "video", label: "Video", icon: videoIcon },
  { value: "phone", label: "Phone", icon: phoneIcon },
  { value: "person", label: "In person", icon: mapPinIcon },
];

/** How people meet, and the link, number or address that goes with it. */
export function WhereField({ url, place }: { url: string; place: string }) {
  const [way, setWay] = useState(
    place && !url ? (/^[+\d][\d ()/-]+$/.test(place) ? "phone" : "person") : "video",
  );
  const isBoth = Boolean(url && place);
  return (
    <div className="where-field">
      {!isBoth && <ChipChoice label="Where" choices={ways} chosen={way} onChoose={setWay} />}
      {(isBoth || way === "video") && (
        <TextField
          name="url"
          label="Link"
          type="url"
          inputMode="url"
          autoCapitalize="none"
          defaultValue={url}
          limit={interviewLengths.url}
        />
      )}
      {(isBoth || way !== "video") && (
        <TextField
          key={way}
          name="place"
          label={way === "phone" ? "Number" : "Place"}
          defaultValue={place}
          limit={interviewLengths.place}
        />
      )}
    </div>
  );
}
