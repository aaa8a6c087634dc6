// The API's documented sentences, and what a person reads in their place.
const words: [sentence: RegExp, words: string][] = [
  [/^This field (is required|may not be blank|may not be null)\.$/, "Please fill this in."],
  [
    /^Ensure this field has no more than (\d+) characters\.$/,
    "There is room for no more than $1 characters.",
  ],
  [/^A valid integer is required\.$/, "Enter a whole number."],
  [
    /^Ensure this value is (less|greater) than or equal to -?\d+\.$/,
    "That number is out of range.",
  ],
  [/^Datetime has wrong format\..*$/, "Enter a whole date and time."],
  [/^Invalid datetime for the timezone .*$/, "The clocks skip this hour on that day."],
  [/^Null characters are not allowed\.$/, "It has a character that cannot be kept."],
  [/^Surrogate characters are not allowed: .*$/, "It has a character that cannot be kept."],
];

/** A field's error as a form says it. */
export function errorWords(sentence: string): string {
  const found = words.find(([pattern]) => pattern.test(sentence));
  return found ? sentence.replace(found[0], found[1]) : sentence;
}
