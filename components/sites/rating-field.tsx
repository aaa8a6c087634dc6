"use client";

import { FieldNotes, useField } from "@/components/forms/field.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { starIcon } from "@/components/ui/icons.ts";

const stars = ["1", "2", "3", "4", "5"];
const words = ["Poor", "Fair", "Good", "Very good", "Excellent"];

/** One to five stars as radio buttons; another number that a client stored can be kept. */
export function RatingField({ defaultValue }: { defaultValue: string }) {
  const { field, initial, control } = useField({ name: "rating", label: "Rating", defaultValue });
  return (
    <fieldset className="field rating-field" aria-describedby={control["aria-describedby"]}>
      <legend className="label">{field.label}</legend>
      <div className="rating-field__row">
        <div className="rating-field__stars">
          {stars.map((star, at) => (
            <label key={star} title={words[at]}>
              <input
                type="radio"
                name="rating"
                id={at === 0 ? field.id : undefined}
                value={star}
                defaultChecked={initial === star}
                className="sr-only"
              />
              <Icon of={starIcon} />
              <span className="sr-only">
                {star} of 5, {words[at]}
              </span>
            </label>
          ))}
        </div>
        {!stars.includes(initial) && (
          <label className="rating-field__other">
            <input type="radio" name="rating" value={initial} defaultChecked />
            Keep {initial}
          </label>
        )}
      </div>
      <FieldNotes {...field} />
    </fieldset>
  );
}
