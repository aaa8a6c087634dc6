import { type Hue, hues } from "@/lib/tags/values.ts";
import { TagDot } from "./tag-chips.tsx";

const words = (hue: Hue) => hue.slice(0, 1).toUpperCase() + hue.slice(1);

/** The colours of a tag, one of which is chosen. */
export function HueField({ label, current }: { label: string; current: Hue }) {
  return (
    <fieldset className="hue-field">
      <legend className="label">{label}</legend>
      {hues.map((hue) => (
        <label key={hue}>
          <input type="radio" name="hue" value={hue} defaultChecked={hue === current} />
          <TagDot hue={hue} />
          {words(hue)}
        </label>
      ))}
    </fieldset>
  );
}
