/** Sentences of advertisements, as companies and agencies write them. */
export const about = {
  larch: `Larch Foods bakes bread and cakes for nine hundred supermarkets between the coast and the hills. We have been a
    family business since 1951 and employ eleven hundred people at four sites. Whoever works with us gets thirty days of
    leave, a pension that we pay half of, and a loaf to take home on Fridays. We welcome applications from everyone,
    whatever their age, origin, faith or gender, and we make adjustments wherever somebody needs them. Send us your CV
    and two sentences on why bread.`,
  harbour: `Harbour Talent has placed specialists with companies of the region for twenty years. For our candidates our service
    is free of charge, from the first call until the contract is signed. As your personal adviser I know the people who
    decide, prepare you for the interviews and negotiate the package that you deserve. We keep your documents strictly
    confidential and pass them on only once you have agreed. Send your CV in Word format, your notice period and your
    salary expectation, and I will call you back within two working days.`,
  fern: `Fern & Field builds software that farms plan their seasons with. Two hundred people in six countries work on it, most of
    them from home. We ship every day, we write things down, and we meet in person twice a year somewhere with good
    food. You choose your laptop, your hours and your holidays, of which we want you to take at least twenty five.
    Our hiring has three steps: a call, a paid task of half a day, and a conversation with the team.`,
  sound: `Puget Sound Health runs twelve clinics and two hospitals. We are a teaching institution and care for half a million
    people a year, with or without insurance. Employees get medical, dental and vision cover from the first day, tuition
    assistance up to five thousand dollars a year, and a transit pass. Vaccination against influenza is required of
    everybody who works on our campus. We are an equal opportunity employer.`,
} as const;

export const jobs = {
  backend: `You own the services that turn orders of nine hundred shops into baking plans before four in the morning. They are
    written in Kotlin and Postgres and run on our own machines in two rooms. You design interfaces with the colleagues
    in logistics, write the tests first where that helps, and are on call one week in eight. We expect five years with
    a typed language, a clear way of writing, and patience with old tables. Experience with message queues is welcome
    and not needed. You will be mentored by Ines, who wrote the first version in 2009.`,
  frontend: `You build the pages on which farmers see their fields, rain and machines, on a telephone in the sun with gloves on.
    We use TypeScript, React and maps drawn by ourselves on canvas. You sit in on calls with customers every other week
    and turn what they curse about into something calm. You know the accessibility tree by heart, measure before you
    optimise, and can say no to a fourth colour. A portfolio beats a degree here.`,
  data: `You turn the readings of forty thousand soil probes into tables that can be trusted. Airflow, dbt and BigQuery are what
    we have; better ideas are welcome. You define what a missing value means, write it down, and chase the firmware team
    until it is so. You review models of three analysts and run our reading group on statistics. We look for somebody
    who has been responsible for a warehouse before and was not afraid to delete half of it.`,
  nurse: `Provide direct patient care on a thirty two bed medical surgical unit during the night shift. Assess, plan, implement
    and evaluate care of up to five patients together with physicians and therapists. Administer medication, start
    intravenous lines and document in Epic at the bedside. Precept newly graduated nurses and take charge of the unit in
    rotation. Requires a current licence of the state, basic life support certification and one year of acute care.`,
  accountant: `You keep the ledgers of three of our subsidiaries and close them on the fourth working day of each month. You
    prepare the returns for value added tax, talk to auditors in spring and to tax advisers all year round. You know
    the commercial code, work in DATEV without looking at the keys, and enjoy explaining a posting to the people who
    caused it. Training as a certified accountant is needed, English is helpful.`,
  sales: `You look after sixty retailers between the river and the border and win a new one every month. You plan your tours
    yourself, present seasonal ranges, negotiate shelf space and listen to what customers say about our competitors.
    Two days a week are for the office: offers, forecasts, complaints. A company car, a telephone and a bonus of up to
    fifteen percent come with it. You have sold something perishable before and sleep well nevertheless.`,
  embedded: `For a maker of medical pumps in the region we look for somebody who writes firmware for a new generation of
    infusion devices. You program in C on ARM Cortex controllers, bring up boards with an oscilloscope, and write unit
    tests that an auditor can read. The norm IEC 62304 does not frighten you. You work with twelve engineers in a
    laboratory next to production, with flexible hours and two days a week from home. German at level B2 is needed.`,
  warehouse: `You pick, pack and load orders for the early tours between ten at night and six in the morning. You drive a
    forklift with a licence that we pay for, scan each crate and keep the cold chain. The team is twenty people strong
    and speaks nine languages. Work on Sundays is paid with a surcharge of half the hourly wage. We need you to lift
    twenty five kilos and to be on time.`,
} as const;

/** A text without some of its sentences, and with others; as it is when an advertisement is published again. */
export const edited = (text: string, drop: number, add = ""): string => {
  const sentences = text.split(/(?<=\.)\s+/);
  return [...sentences.slice(0, drop), ...sentences.slice(drop + 1), add].filter(Boolean).join(" ");
};
