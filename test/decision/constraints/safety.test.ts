import { describe, expect, it } from "vitest";
import { safety } from "../../../src/decision/constraints/safety.ts";
import { claimedSafetyLevel } from "../../../src/decision/constraints/safety-level.ts";
import { checkWith } from "./constraint-fixture.ts";

describe("the safety level that a vendor claims", () => {
  // Wordings are those of the catalogue's chips.
  it.each([
    ["ASIL-D systematic; ISO 26262; ISO 21434", "ASIL-D"],
    ["ASIL-B(D)", "ASIL-B"],
    ["ASIL-B/D", "ASIL-B"],
    ["AEC-Q100; ASIL-B", "ASIL-B"],
    ["ASIL-B / SIL-2; automotive grade", "ASIL-B"],
    ["ASIL-D MCU island, ASIL-B main", "ASIL-B"],
    ["ASIL-D capable (TDA4VH)", "ASIL-D"],
    ["ASIL-D MCU island", null],
    ["ASIL D / SIL 3 targets", null],
    ["AEC-Q100 grade 2", null],
    ["SIL-3 safety island", null],
  ])("reads %s as %s", (wording, level) => {
    expect(claimedSafetyLevel(wording)).toBe(level);
  });
});

describe("the safety limit", () => {
  it("admits the level asked and those above it", () => {
    const safetyB = { safety: "ASIL-B(D)" };
    expect(checkWith(safety, { safety: "ASIL-A" }, safetyB)?.pass).toBe(true);
    expect(checkWith(safety, { safety: "ASIL-B" }, safetyB)?.pass).toBe(true);
    expect(checkWith(safety, { safety: "ASIL-C" }, safetyB)?.pass).toBe(false);
  });

  it("quotes the vendor and names what is asked", () => {
    expect(checkWith(safety, { safety: "ASIL-D" }, { safety: "ASIL-B" })?.message).toBe(
      'The vendor says "ASIL-B", read as ASIL-B; ASIL-D is asked.',
    );
  });

  it("fails a chip without a claim, except for plain quality management", () => {
    const missed = checkWith(safety, { safety: "ASIL-B" });
    expect(missed).toMatchObject({ pass: false, value: null, limit: "ASIL-B" });
    expect(missed?.message).toBe("Test GPU claims no safety level; ASIL-B is asked.");
    expect(checkWith(safety, { safety: "QM" })?.pass).toBe(true);
  });
});
