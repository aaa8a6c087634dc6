import type { CaptureAnswer } from "./schema.ts";

const response: CaptureAnswer = {
  postings: [
    {
      company_name: "Fern & Field",
      hiring_company: null,
      posting_title: "Backend developer",
      locations: ["Portland, OR", "Seattle, WA"],
      location_city: "Portland, OR",
      location_type: "Hybrid",
      employment_type: "Full-time",
      pay: { min: 120_000, max: 140_000, currency: "USD", period: "year" },
      pay_range: "$120,000–140,000 a year",
      posted_on: "2024-04-01",
      closes_on: "2024-05-31",
      posting_url_full: "https://careers.fernfield.example/42",
      posting_url_domain: "Greenhouse",
      job_id: "42",
      technology_string: "TypeScript, SQLite",
      contact_person: null,
      contact_email: null,
      job_description: "<p>Keep the orders flowing</p>",
      found: {
        company_name: { source: "job_data", confidence: "sure" },
        posting_title: { source: "job_data", confidence: "sure" },
        location_type: {
          source: "page",
          confidence: "doubtful",
          why: "The text says both hybrid and on site.",
          choices: ["Hybrid", "On-Site"],
        },
      },
      known: {
        candidates: [
          {
            kind: "job_posting",
            id: 1,
            company_name: "Fern & Field",
            posting_title: "Backend developer",
            applied_at: "2024-04-02T12:00:00-07:00",
            reason: "You applied here 12 days ago through Greenhouse",
          },
        ],
        do_not_apply: [],
      },
    },
  ],
  is_list: false,
  note: null,
};

/** A request and its answer, for the API's description. */
export const sampleCapture = {
  request: {
    url: "https://careers.fernfield.example/42",
    html: '<script type="application/ld+json">{"@type": "JobPosting", "title": "Backend developer"}</script>',
    corrections: { location_city: "Portland", tags: ["dream"] },
  },
  response,
};
