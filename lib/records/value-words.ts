/** The documented values that are written in another way than people would. */
const words = new Map(
  Object.entries({
    "Application Submission": "Application",
    "HR Interview": "HR interview",
    "Code Test": "Code test",
    "Hiring Manager Interview": "Hiring manager interview",
    "Team Interview": "Team interview",
    "On-Site": "On site",
    "In Office": "In office",
    "In Person": "In person",
    "Custom / In House": "Their own form",
    "PDF Only": "PDF only",
    "Builder Only": "Builder only",
    "Recruiter emailed Me": "Recruiter emailed me",
    "I e-mailed recruiter": "I emailed the recruiter",
    "Phone Call Notes": "Phone call notes",
    "Interview Notes": "Interview notes",
  }),
);

/** A stored value as people read it; what they typed themselves stays as it is. */
export const valueWords = (value: string): string => words.get(value) ?? value;
