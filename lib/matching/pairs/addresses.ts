import type { Pair } from "./pair.ts";

const uuid = "3f0c2d1e-5b6a-4c7d-8e9f-0a1b2c3d4e5f";
const otherUuid = "3f0c2d1e-5b6a-4c7d-8e9f-0a1b2c3d4e60";
const workday = "https://larch.wd3.myworkdayjobs.com";

/** Pairs of one address, however it was copied. */
export const sameAddresses: readonly Pair[] = [
  [
    "tracking",
    { url: "https://larch.example/jobs/12?utm_source=x&gclid=1" },
    { url: "http://www.larch.example/jobs/12/" },
  ],
  [
    "order of parameters",
    { url: "https://j.example/view?id=7&team=a" },
    { url: "https://j.example/view?team=a&id=7&ref=mail" },
  ],
  [
    "LinkedIn search",
    { url: "https://www.linkedin.com/jobs/view/4123456789/?trk=x&refId=y" },
    { url: "https://www.linkedin.com/jobs/search/?currentJobId=4123456789&keywords=baker" },
  ],
  [
    "LinkedIn in words",
    { url: "https://de.linkedin.com/jobs/view/backend-developer-at-larch-foods-4123456789" },
    { url: "linkedin.com/comm/jobs/view/4123456789" },
  ],
  [
    "LinkedIn collection",
    { url: "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=4123456789" },
    { url: "https://m.linkedin.com/jobs/view/4123456789" },
  ],
  [
    "Indeed",
    { url: "https://www.indeed.com/viewjob?jk=0a1b2c3d4e5f6071&from=serp" },
    { url: "https://de.indeed.com/jobs?q=baker&l=Bonn&vjk=0a1b2c3d4e5f6071" },
  ],
  [
    "Greenhouse",
    { url: "https://boards.greenhouse.io/larch/jobs/5012345?gh_src=abc" },
    { url: "https://job-boards.greenhouse.io/larch/jobs/5012345" },
  ],
  [
    "Greenhouse embedded",
    { url: "https://larch.example/careers?gh_jid=5012345" },
    { url: "https://boards.greenhouse.io/embed/job_app?for=larch&token=5012345" },
  ],
  [
    "Lever",
    { url: `https://jobs.lever.co/larch/${uuid}/apply` },
    { url: `https://jobs.lever.co/larch/${uuid}?lever-source=LinkedIn` },
  ],
  [
    "Ashby",
    { url: `https://jobs.ashbyhq.com/larch/${uuid}/application` },
    { url: `https://larch.example/jobs?ashby_jid=${uuid}` },
  ],
  [
    "Workday",
    { url: `${workday}/en-US/Careers/job/Bonn/Baker_R-12345` },
    { url: `${workday}/de-DE/Careers/job/Bonn/Bcker_R-12345-1/apply?source=LinkedIn` },
  ],
  [
    "SmartRecruiters",
    { url: "https://jobs.smartrecruiters.com/Larch/743999912345678-backend-developer?trid=x" },
    { url: "https://jobs.smartrecruiters.com/Larch/743999912345678" },
  ],
  [
    "StepStone",
    {
      url: "https://www.stepstone.de/stellenangebote--Backend-Developer-Bonn-Larch-Foods--10234567-inline.html?rltr=1",
    },
    {
      url: "https://www.stepstone.de/jobs--Backend-Developer-Bonn-Larch-Foods--10234567-inline.html",
    },
  ],
  [
    "a page put together in the browser",
    { url: "https://larch.example/#/jobs/77" },
    { url: "https://www.larch.example/#/jobs/77?lang=de" },
  ],
];

/** Pairs of two addresses, or of such as name no posting. */
export const otherAddresses: readonly Pair[] = [
  [
    "another number",
    { url: "https://larch.example/jobs/12" },
    { url: "https://larch.example/jobs/13" },
  ],
  [
    "another parameter",
    { url: "https://j.example/view?id=7" },
    { url: "https://j.example/view?id=8" },
  ],
  [
    "a page of many",
    { url: "https://larch.example/careers", title: "Baker" },
    { url: "https://larch.example/careers/", title: "Nurse" },
  ],
  [
    "a start page",
    { url: "https://larch.example", title: "Baker" },
    { url: "https://www.larch.example/", title: "Nurse" },
  ],
  [
    "searches",
    { url: "https://www.linkedin.com/jobs/search/?keywords=baker" },
    { url: "https://www.linkedin.com/jobs/search/?keywords=baker" },
  ],
  [
    "LinkedIn",
    { url: "https://www.linkedin.com/jobs/view/4123456789" },
    { url: "https://www.linkedin.com/jobs/view/4123456780" },
  ],
  [
    "Lever",
    { url: `https://jobs.lever.co/larch/${uuid}` },
    { url: `https://jobs.lever.co/larch/${otherUuid}` },
  ],
  [
    "Workday",
    { url: "https://larch.wd3.myworkdayjobs.com/C/job/Bonn/Baker_R-12345" },
    { url: "https://larch.wd3.myworkdayjobs.com/C/job/Bonn/Baker_R-12346" },
  ],
  [
    "one number on two boards",
    { url: "https://a.jobs.personio.de/job/4711" },
    { url: "https://b.jobs.personio.de/job/4711" },
  ],
  ["nothing known", {}, {}],
  ["no addresses", { url: "see mail" }, { url: "see mail" }],
];
