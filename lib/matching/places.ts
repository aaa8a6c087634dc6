import { foldWords, wordSet } from "./fold.ts";

/** Words of a title or a company's name that say where a job is. */
export const placeWords: ReadonlySet<string> = wordSet(
  `remote hybrid onsite homeoffice wfh anywhere worldwide emea apac dach eu europe europa emeia latam
  germany deutschland austria osterreich switzerland schweiz suisse france italy italia spain espana portugal poland
  polska netherlands nederland belgium luxembourg ireland uk england scotland wales sweden norway denmark finland
  suomi estonia latvia lithuania czechia hungary romania bulgaria greece turkey ukraine usa us canada mexico brazil
  brasil argentina india pakistan china japan singapore australia israel uae dubai
  berlin munich munchen muenchen hamburg cologne koln koeln frankfurt stuttgart dusseldorf leipzig dresden hannover
  nuremberg nurnberg bremen essen dortmund bonn karlsruhe mannheim vienna wien graz linz zurich geneva geneve basel
  bern paris lyon london manchester edinburgh dublin amsterdam rotterdam utrecht brussels antwerp madrid barcelona
  valencia lisbon lisboa porto milan milano rome roma warsaw warszawa krakow wroclaw gdansk prague praha budapest
  bucharest sofia athens stockholm gothenburg malmo oslo copenhagen helsinki espoo vantaa tampere turku oulu tallinn
  riga vilnius kyiv lviv istanbul toronto montreal vancouver boston chicago seattle austin denver atlanta dallas
  houston portland nyc sf bangalore bengaluru hyderabad mumbai pune delhi chennai lahore karachi islamabad tokyo sydney
  melbourne`,
);

const otherNames = new Map(
  Object.entries({
    munchen: "munich",
    koln: "cologne",
    wien: "vienna",
    geneve: "geneva",
    nurnberg: "nuremberg",
    nyc: "new york",
    "new york city": "new york",
    sf: "san francisco",
    bengaluru: "bangalore",
    praha: "prague",
    warszawa: "warsaw",
    lisboa: "lisbon",
    milano: "milan",
    roma: "rome",
  }),
);

const noCity = /^(remote|hybrid|on ?site|anywhere|worldwide|home ?office|various|multiple)\b/;

/** Places that a field names, each with what it lies in behind it: "Köln / Bonn, Germany" names two. */
const placesIn = (text: string): string[][] =>
  text
    .split(/[/;|&()]| or | and | oder | und /i, 12)
    .map((place) =>
      place
        .split(",", 12)
        .map((part) => foldWords(part).join(" "))
        .filter((part) => part !== "" && !noCity.test(part))
        .map((part) => otherNames.get(part) ?? part),
    )
    .filter((parts) => parts.length > 0);

/** The words of the places that a field names. None where it only says "Remote". */
export const wordsOfPlaces = (text: string): string[] =>
  placesIn(text).flat().join(" ").split(" ").filter(Boolean);

/** Whether two fields name places apart: both name some, and none of either lies in the other. */
export function areApart(a: string, b: string): boolean {
  const [one, other] = [placesIn(a), placesIn(b)];
  const isNamed = ([head = ""]: string[], places: string[][]) => places.flat().includes(head);
  return (
    one.length > 0 &&
    other.length > 0 &&
    !one.some((place) => isNamed(place, other)) &&
    !other.some((place) => isNamed(place, one))
  );
}
