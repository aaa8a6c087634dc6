import { expect, test } from "vitest";
import { columnQuestions } from "../plan/column-questions.ts";
import { brief, planFile, withFile } from "../testing.ts";

// Made-up lists whose headings alone mislead: what the cells hold settles the columns.
const lists: Record<string, { file: string; rows: string[]; columns?: Record<string, string> }> = {
  "a single column of days under a heading that no list knows": {
    file: `Outreach,Firm,Role,Result
14 Jan 2026,Alder Tools,Fitter,Applied
20 Jan 2026,Beech Foods,Baker,Rejected`,
    rows: ["Alder Tools | Fitter | 2026-01-14 | 4", "Beech Foods | Baker | 2026-01-20 | 3"],
  },
  "days of activity beside the weeks that they fall in, and an empty column of addresses": {
    file: `Activity date,Week beginning,Employer,Job title,Advert/Job URL,Address,Status
2026-02-03,2026-02-02,Alder Tools,Fitter,https://alder.example/1,,Applied
2026-02-11,2026-02-09,Beech Foods,Baker,https://beech.example/2,,Rejected`,
    rows: ["Alder Tools | Fitter | 2026-02-03 | 4", "Beech Foods | Baker | 2026-02-11 | 3"],
    columns: { "Advert/Job URL": "posting_url_full" },
  },
  "days of sending in words of one's own, and answers with days": {
    file: `Employer,Town,Day sent,Post,Status,Reply date
Alder Tools,Leeds,09-10-2025,Fitter,Denied,13-10-2025
Beech Foods,York,21-10-2025,Baker,Not responded,`,
    rows: ["Alder Tools | Fitter | 2025-10-09 | 3", "Beech Foods | Baker | 2025-10-21 | 4"],
    columns: { "Reply date": "rejected_at" },
  },
  "days of application among which some say no": {
    file: `Company,Position,Applied on,Outcome
Alder Tools,Fitter,2026-03-02,Rejected
Beech Foods,Baker,No,
Cedar Bank,Teller,not yet,
Dogwood Press,Printer,soon?,Applied
Elder Books,Editor,2026-03-09,`,
    rows: [
      "Alder Tools | Fitter | 2026-03-02 | 3",
      "Beech Foods | Baker | - | 5",
      "Cedar Bank | Teller | - | 5",
      "Dogwood Press | Printer | - | 4 *",
      "Elder Books | Editor | 2026-03-09 | 4",
    ],
  },
  "Chinese headings that contain the known ones": {
    file: `应聘公司名,应聘岗位名,目前状态,工作城市名,投递渠道,网申时间
桤木工具,装配工,已投递,北京,官网投递,2026-06-01
山毛榉食品,面包师,未通过,上海,招聘软件投递,2026-06-02
雪松银行,柜员,Offer,深圳,内推,2026-06-03`,
    rows: [
      "桤木工具 | 装配工 | 2026-06-01 | 4",
      "山毛榉食品 | 面包师 | 2026-06-02 | 3",
      "雪松银行 | 柜员 | 2026-06-03 | 0.5",
    ],
    columns: { 投递渠道: "job_site", 工作城市名: "location_city" },
  },
  "where it was found, not where the work is, and answers as the status": {
    file: `Company Name,Position Name,Where,Applied Date,Location,Response
Alder Tools,Fitter,LinkedIn,2026-01-05,Leeds,Yes - rejected
Beech Foods,Baker,Company website,2026-01-06,York,Yes - interview
Cedar Bank,Teller,Indeed,2026-01-07,Hull,Yes - rejected`,
    rows: [
      "Alder Tools | Fitter | 2026-01-05 | 3",
      "Beech Foods | Baker | 2026-01-06 | 1",
      "Cedar Bank | Teller | 2026-01-07 | 3",
    ],
    columns: { Where: "job_site", Location: "location_city" },
  },
  "a log of a work search": {
    file: `Date of Contact,Business Name,Business Address,How Contacted,Person Contacted,Type of Work,Result
02/17/2026,Alder Tools,"4 Mill Lane, Leeds",Online,R. Vale,Fitter,Applied
02/24/2026,Beech Foods,"9 Oven Street, York",Email,I. Ames,Baker,Not selected`,
    rows: ["Alder Tools | Fitter | 2026-02-17 | 4", "Beech Foods | Baker | 2026-02-24 | 3"],
    columns: {
      "Business Address": "employer_address",
      "How Contacted": "contact_method",
      "Person Contacted": "contact_person",
    },
  },
  "a compound German heading, and the end of the talks": {
    file: `Firma;Jobtitel;Einreichungsdatum;Gesprächsabschluss;Status;Erstgespräch
Erlenwerk GmbH;Schlosser;03.02.2026;09.02.2026;abgesagt;nein
Buchenbrot KG;Bäcker;04.02.2026;26.02.2026;abgesagt;ja`,
    rows: [
      "Erlenwerk GmbH | Schlosser | 2026-02-03 | 3",
      "Buchenbrot KG | Bäcker | 2026-02-04 | 3",
    ],
    columns: { Gesprächsabschluss: "rejected_at" },
  },
  "a person and a company, pay by the hour, and a file that was sent": {
    file: `Name,Company,Role,Amount,Submitted cv path,Added on,Status
Robin Vale,Alder Tools,Fitter,$38/hr,,2026-01-05,Applied
Ira Ames,Beech Foods,Baker,$21/hr,,2026-01-06,Rejected`,
    rows: ["Alder Tools | Fitter | 2026-01-05 | 4", "Beech Foods | Baker | 2026-01-06 | 3"],
    columns: { Amount: "pay_range", Name: "" },
  },
  "a list of adverts with their fit, which names no company": {
    file: `Rank,Position,Location,Match level,Notes,URL
1,Software Engineer,Leeds,TOP PICK,close to home,https://alder.example/1
2,Data Engineer,York,STRETCH,asks for more,https://alder.example/2
3,Test Engineer,Hull,TOP PICK,remote,https://alder.example/3
4,Project Manager,Leeds,STRETCH,new team,https://alder.example/4`,
    rows: [
      "- | Software Engineer | - | 5 *",
      "- | Data Engineer | - | 5 *",
      "- | Test Engineer | - | 5 *",
      "- | Project Manager | - | 5 *",
    ],
  },
  "headings of another export over its cells": {
    file: `Job Type,Job Description,Location,Link,Date Posted
Alder Tools Inc,Software Engineering Intern,"Leeds, UK",https://alder.example/1,2wk ago
Beech Foods,Marketing Intern,"York, UK",https://beech.example/2,1mo ago
Cedar Bank,Data Analyst Intern,Remote,https://cedar.example/3,4d ago`,
    rows: [
      "Alder Tools Inc | Software Engineering Intern | - | 5",
      "Beech Foods | Marketing Intern | - | 5",
      "Cedar Bank | Data Analyst Intern | - | 5",
    ],
  },
  "misspelled headings": {
    file: `Postion,Comapny,Date Applied,Statsu
Glazier,Alder,2026-01-05,Applied
Thatcher,Beech,2026-01-06,Rejected`,
    rows: ["Alder | Glazier | 2026-01-05 | 4", "Beech | Thatcher | 2026-01-06 | 3"],
  },
  "no headings, and a status among remarks": {
    file: `Fitter,Alder Tools,13/01/2026,Answer by the end of March
Baker,Beech Foods,15/01/2026,Rejected
Consultant,Cedar Bank,16/01/2026,They know my number
Teller,Dogwood Bank,30/01/2026,Interview`,
    rows: [
      "Alder Tools | Fitter | 2026-01-13 | 4 *",
      "Beech Foods | Baker | 2026-01-15 | 3",
      "Cedar Bank | Consultant | 2026-01-16 | 4 *",
      "Dogwood Bank | Teller | 2026-01-30 | 1",
    ],
  },
};

for (const [name, { file, rows, columns = {} }] of Object.entries(lists)) {
  test(`assigns the columns of ${name}`, async () => {
    const { analysis, choices, rows: planned } = await withFile(file, planFile);
    const targets = analysis.headings.map((heading, at) => [heading, choices.columns[at]]);
    expect(Object.fromEntries(targets)).toMatchObject(columns);
    expect(brief(planned)).toEqual(rows);
  });
}

const questionsOf = async (file: string) => {
  const { analysis, choices, rows } = await withFile(file, planFile);
  return { rows, questions: columnQuestions(analysis, choices) };
};

test("asks once which of several days is that of the application", async () => {
  const { questions, rows } = await questionsOf(`Company,Role,Alpha,Beta,Status
Alder Tools,Fitter,2026-01-05,2026-02-01,Applied
Beech Foods,Baker,2026-01-07,2026-02-03,Rejected
Cedar Bank,Teller,2026-01-09,2026-02-05,Applied`);
  expect(questions).toMatchObject([
    {
      column: 2,
      heading: "Alpha",
      kind: "applied_day",
      samples: ["2026-01-05", "2026-01-07", "2026-01-09"],
      options: [{ value: "2" }, { value: "3" }, { value: "" }],
      chosen: "2",
    },
  ]);
  expect(brief(rows)[0]).toBe("Alder Tools | Fitter | 2026-01-05 | 4");
});

test("asks about days of something else where there are no others, and takes none unasked", async () => {
  const { questions, rows } = await questionsOf(`Company,Role,Deadline,Status
Alder Tools,Fitter,2026-01-05,Applied
Beech Foods,Baker,2026-01-07,Rejected`);
  expect(questions).toMatchObject([{ heading: "Deadline", kind: "applied_day", chosen: "" }]);
  expect(brief(rows)).toEqual(["Alder Tools | Fitter | - | 4", "Beech Foods | Baker | - | 3"]);
});

test("a column of days that the status contradicts in every row is one question", async () => {
  const { questions, rows } = await questionsOf(`Company,Role,Applied at,Status
Alder Tools,Fitter,2026-01-05,To apply
Beech Foods,Baker,2026-01-07,Bookmarked
Cedar Bank,Teller,2026-01-08,To apply
Dogwood Press,Printer,,To apply`);
  expect(questions).toMatchObject([
    { column: 2, heading: "Applied at", kind: "day_or_status", chosen: "status" },
  ]);
  expect(brief(rows)).toEqual([
    "Alder Tools | Fitter | - | 5",
    "Beech Foods | Baker | - | 5",
    "Cedar Bank | Teller | - | 5",
    "Dogwood Press | Printer | - | 5",
  ]);
});

test("asks nothing where the headings settle it", async () => {
  const { questions } = await questionsOf(`Company,Role,Date saved,Date applied,Last update,Status
Alder Tools,Fitter,2026-01-05,2026-01-06,2026-02-01,Applied
Beech Foods,Baker,2026-01-07,2026-01-08,2026-02-03,Rejected`);
  expect(questions).toEqual([]);
});
