import { describe, expect, it } from "vitest";
import { DARK, LIGHT } from "../../../src/report/html/colours.ts";
import { contrast } from "./contrast.ts";

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
])("colours of the %s scheme", (_, scheme) => {
  it.each(["text", "muted", "link", "good", "bad", "warn"] as const)(
    "%s can be read on every ground (WCAG 2.2, 1.4.3: 4.5)",
    (name) => {
      for (const ground of [scheme.ground, scheme.raised]) {
        expect(contrast(scheme[name], ground)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it("parts of bars carry readable numbers and stand out from the ground (1.4.11: 3)", () => {
    for (const part of scheme.parts) {
      expect(contrast(scheme.onPart, part)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(part, scheme.ground)).toBeGreaterThanOrEqual(3);
    }
  });
});
