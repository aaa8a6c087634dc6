import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { PlainLink } from "@/components/ui/plain-link.tsx";

type Counts = Record<(typeof lists)[number][0], number>;

/** A day before every application. */
export const wholeHunt = "0001-01-01";

const lists = [
  ["postings", "Postings", "Every field and note", "/api/job_posting/", "json"],
  [
    "applications",
    "Applications",
    "For a spreadsheet: company, title, status, day, site",
    `/reports/applied/csv?since=${wholeHunt}`,
    "csv",
  ],
  ["sites", "Sites", "Every field", "/api/job_site/", "json"],
  ["opportunities", "Opportunities", "Every field and note", "/api/email_opportunity/", "json"],
  ["contacts", "Contacts", "Every field and note", "/api/contact/", "json"],
  ["contacts", "Contacts, for an address book", "Cards (vCard)", "/api/contact/vcard/", "vcf"],
  ["interviews", "Interviews", "Every field and note", "/api/interview/", "json"],
  ["follow_ups", "Follow-ups", "Every field", "/api/follow_up/", "json"],
  ["tags", "Tags", "Names and colours", "/api/tag/", "json"],
  ["tag_links", "Tags, what they are on", "The ids of both", "/api/tag/links/", "json"],
] as const;

/** Data export: a person's lists as files. */
export function ExportCard({ counts }: { counts: Counts }) {
  return (
    <Card labelledBy="export">
      <CardHeader id="export" title="Take your data with you" />
      <CardBody className="card__body--form">
        <p>
          Your hunt is yours. Download each list as a file, whole: CSV opens in a spreadsheet, JSON
          keeps every field for other programs. What is in the trash is left out. Passwords that you
          saved with a site or a posting can be read in the file, so keep it safe.
        </p>
        <table className="export-table">
          <thead>
            <tr>
              <th scope="col">List</th>
              <th scope="col">What is in it</th>
              <th scope="col">Rows</th>
              <th scope="col">File</th>
            </tr>
          </thead>
          <tbody>
            {lists.map(([name, label, holds, href, format]) => (
              <tr key={href}>
                <th scope="row">{label}</th>
                <td>{holds}</td>
                <td>{formatNumber(counts[name])}</td>
                <td>
                  {counts[name] > 0 ? (
                    <PlainLink className="link" href={href} download={`${name}.${format}`}>
                      <span className="sr-only">{label} as </span>
                      {format.toUpperCase()}
                    </PlainLink>
                  ) : (
                    "–"
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </CardBody>
    </Card>
  );
}
