/** Technologies by the words for them; the first is how it is written. */
const names =
  `Python|JavaScript|TypeScript|Java|Kotlin|Swift|SwiftUI|Rust|Ruby|Ruby on Rails|Rails|PHP|Laravel|Symfony|Scala|Elixir|Erlang
  |Haskell|Clojure|Perl|C++|C#|.NET|ASP.NET|F#|Objective-C|Dart|Flutter|React|React Native|Next.js|Vue|Vue.js|Nuxt|Angular|Svelte
  |Node.js|NodeJS|Express|NestJS|Django|Flask|FastAPI|Spring|Spring Boot|Hibernate|GraphQL|gRPC|REST|HTML|CSS|Sass|Tailwind
  |PostgreSQL|Postgres|MySQL|MariaDB|SQLite|SQL Server|Oracle|MongoDB|Redis|Cassandra|DynamoDB|Elasticsearch|OpenSearch
  |ClickHouse|Snowflake|BigQuery|Redshift|Databricks|Kafka|RabbitMQ|Spark|Flink|Airflow|dbt|Hadoop|SQL|NoSQL|Kubernetes|Docker
  |Helm|Terraform|Ansible|Pulumi|AWS|Azure|GCP|Google Cloud|Linux|Bash|PowerShell|Jenkins|GitHub Actions|GitLab CI|CircleCI
  |ArgoCD|Prometheus|Grafana|OpenTelemetry|Datadog|Splunk|Git|PyTorch|TensorFlow|scikit-learn|Pandas|NumPy|LangChain|OpenCV
  |CUDA|MATLAB|Tableau|Power BI|Looker|Excel|SAP|Salesforce|HubSpot|Jira|Figma|Photoshop|AutoCAD|SolidWorks|Unity|Unreal
  |WordPress|Shopify|Android|iOS|Selenium|Cypress|Playwright|Webpack|Vite|jQuery|n8n|Solidity|VHDL|Verilog|ROS`
    .split("|")
    .map((name) => name.trim());

const same: Record<string, string> = {
  NodeJS: "Node.js",
  "Vue.js": "Vue",
  Postgres: "PostgreSQL",
  Rails: "Ruby on Rails",
  "Google Cloud": "GCP",
};

const escaped = names.map((name) => name.replace(/[.+]/g, "\\$&"));
// The longest first, so that "React Native" is not "React".
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}_.#+-])(?:${escaped.sort((a, b) => b.length - a.length).join("|")})(?![\\p{L}\\p{N}_#+]|\\.\\p{L})`,
  "gu",
);

/** "Go" and "R" are words as well: they count in a list of technologies, or where the context says which is meant. */
const goPattern =
  /\bGolang\b|(?<=[,/(•:|] ?)Go(?= ?[,/)|•])|\b(?:in|with|using|of|and|or|deep|strong) Go(?= (?:or|and) [A-Z]|[,.;]| (?:for production|services|development|programming|developer|engineer|backend|experience|code))|(?<=[,/] )(?:and |or )?Go(?=[.;\n]|$)|(?:Python|Rust|Java|C\+\+) (?:or|and) Go\b/;
const rPattern =
  /(?<=[,/(] ?)R(?= ?[,/)])|\b(?:Python|SQL|SAS) (?:or|and) R\b|\bR (?:or|and) Python\b|\bR programming\b/;

const maxText = 100_000;
const maxTechnologies = 15;

/** The well-known technologies that a text names, in its order, "Go, Kubernetes, PostgreSQL"; null for none. */
export function technologiesIn(text: string): string | null {
  const words = text.slice(0, maxText);
  const found = new Map<string, number>();
  for (const match of words.matchAll(pattern)) {
    const name = same[match[0]] ?? match[0];
    if (!found.has(name)) found.set(name, match.index);
  }
  for (const [name, where] of [
    ["Go", goPattern.exec(words)],
    ["R", rPattern.exec(words)],
  ] as const)
    if (where) found.set(name, where.index);
  const ordered = [...found].sort((a, b) => a[1] - b[1]).map(([name]) => name);
  return ordered.slice(0, maxTechnologies).join(", ") || null;
}
