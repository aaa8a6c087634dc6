import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";

const lists = [
  ["/api/job_posting/", "Postings", "postings.json"],
  ["/api/job_site/", "Sites", "sites.json"],
  ["/api/email_opportunity/", "Opportunities", "opportunities.json"],
  ["/reports/applied/csv", "Applications", "applications.csv"],
] as const;

/** Everything of one's own, to take along. */
export function TakeOutCard() {
  return (
    <Card labelledBy="take-out">
      <CardHeader id="take-out" title="Take your data with you" />
      <CardBody className="card__body--form">
        <p>Each is a whole list of yours, as a file to keep.</p>
        <ul className="take-out">
          {lists.map(([href, label, file]) => (
            <li key={href}>
              <a className="link" href={href} download={file}>
                {label} ({file.split(".")[1]?.toUpperCase()})
              </a>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
