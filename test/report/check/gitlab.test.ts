import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { gitlabReport } from "../../../src/report/check/gitlab.ts";
import { entry, hostileView, MIXED, view } from "./view.ts";

const FILE = join(import.meta.dirname, "../../fixtures/schemas/gitlab-code-quality.schema.json");
const isValid = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(FILE, "utf8")));

describe("GitLab Code Quality", () => {
  it.each([
    ["a mixed run", view(MIXED)],
    ["a run without findings", view([])],
    ["a hostile run", hostileView()],
  ])("of %s has the fields that GitLab documents", (_what, shown) => {
    isValid(gitlabReport(shown));
    expect(isValid.errors ?? []).toEqual([]);
  });

  it("tells errors from warnings and needs a path without ./", () => {
    const place = { ...entry().place, file: "./chips/a.yaml" };
    expect(gitlabReport(view([entry({ place }), entry({ level: "warn" })]))).toMatchObject([
      {
        severity: "major",
        location: { path: "chips/a.yaml", lines: { begin: 37 } },
        check_name: "CS2101",
      },
      { severity: "minor" },
    ]);
    expect(isValid([{ description: "x" }])).toBe(false);
  });
});
