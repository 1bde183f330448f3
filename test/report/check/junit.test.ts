import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { writeJunit } from "../../../src/report/check/junit.ts";
import { hostileView, MIXED, view } from "./view.ts";

const SCHEMA = readFileSync(
  join(import.meta.dirname, "../../fixtures/schemas/jenkins-junit.xsd"),
  "utf8",
);

async function faults(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: "junit.xml", contents }],
    schema: [SCHEMA],
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

describe("JUnit XML", () => {
  it.each([
    ["a mixed run", view(MIXED)],
    ["a run without checks", view([])],
    ["a hostile run", hostileView()],
  ])("of %s keeps Jenkins' schema", async (_what, shown) => {
    expect(await faults(writeJunit(shown))).toEqual([]);
  });

  it("has a schema that can fail", async () => {
    expect(await faults("<testsuites><testsuite/></testsuites>")).not.toEqual([]);
  });

  it("counts failures; a warning is no failure, and what was skipped says why", () => {
    const xml = writeJunit(view(MIXED));
    expect(xml).toContain(
      '<testsuite name="meridian-1" tests="5" failures="1" errors="0" skipped="2">',
    );
    expect(xml).toContain(
      '<failure type="CS2101" message="meridian-1 on chat: time per output token: 43 ms',
    );
    expect(xml).toContain(">chips/meridian-1.yaml:37:14: meridian-1 on chat");
    expect(xml).toContain("<system-out>warning CS2103:");
    expect(xml).toContain("<skipped>no baseline is given</skipped>");
    expect(xml).toContain("<skipped>suppressed: cold plate");
    expect(xml.match(/<failure/gu)).toHaveLength(1);
  });
});
