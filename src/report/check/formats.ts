import type { Style } from "../formats.ts";
import type { CheckView } from "./view.ts";

export const CHECK_FORMATS = [
  "table",
  "json",
  "markdown",
  "csv",
  "html",
  "junit",
  "sarif",
  "github",
  "gitlab",
] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];

type Render = (view: CheckView, style: Style) => string;

const RENDERERS: Readonly<Record<CheckFormat, () => Promise<Render>>> = {
  table: async () => (await import("./terminal.ts")).writeCheckTerminal,
  json: async () => {
    const { writeJson } = await import("../json.ts");
    return ({ result }) => writeJson(result);
  },
  markdown: async () => (await import("./markdown.ts")).writeCheckMarkdown,
  csv: async () => {
    const [{ writeCsv }, { entriesTable }] = await Promise.all([
      import("../csv.ts"),
      import("./checks-table.ts"),
    ]);
    return ({ result }) => writeCsv(entriesTable(result));
  },
  html: async () => {
    const [{ writeHtml }, { checkDocument }] = await Promise.all([
      import("../html/page.ts"),
      import("./document.ts"),
    ]);
    return (view) => writeHtml(checkDocument(view), view.result);
  },
  junit: async () => (await import("./junit.ts")).writeJunit,
  sarif: async () => {
    const [{ writeJson }, { sarifLog }] = await Promise.all([
      import("../json.ts"),
      import("./sarif.ts"),
    ]);
    return (view) => writeJson(sarifLog(view));
  },
  github: async () => (await import("./github.ts")).writeGithub,
  gitlab: async () => {
    const [{ writeJson }, { gitlabReport }] = await Promise.all([
      import("../json.ts"),
      import("./gitlab.ts"),
    ]);
    return (view) => writeJson(gitlabReport(view));
  },
};

export async function renderCheck(
  view: CheckView,
  format: CheckFormat,
  style: Style,
): Promise<string> {
  const renderer = await RENDERERS[format]();
  return renderer(view, style);
}
