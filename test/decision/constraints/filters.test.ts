import { describe, expect, it } from "vitest";
import { chip as chipLimit } from "../../../src/decision/constraints/chip.ts";
import { chipClass } from "../../../src/decision/constraints/class.ts";
import { formFactor } from "../../../src/decision/constraints/form-factor.ts";
import { stack as stackLimit } from "../../../src/decision/constraints/stack.ts";
import { vendor } from "../../../src/decision/constraints/vendor.ts";
import { checkWith } from "./constraint-fixture.ts";

const only = (...allow: string[]) => ({ allow, deny: [] });
const not = (...deny: string[]) => ({ allow: [], deny });

describe("allow and deny lists", () => {
  it("are not mentioned when the workload sets none", () => {
    for (const constraint of [vendor, chipClass, chipLimit, stackLimit, formFactor]) {
      expect(checkWith(constraint, {})).toBeNull();
    }
  });

  it("compare vendors without regard to case", () => {
    expect(checkWith(vendor, { vendors: only("acme") })?.pass).toBe(true);
    expect(checkWith(vendor, { vendors: not("ACME") })?.pass).toBe(false);
  });

  it("let deny win over allow", () => {
    const both = { allow: ["Acme"], deny: ["Acme"] };
    expect(checkWith(vendor, { vendors: both })?.pass).toBe(false);
  });

  it("say what the chip is and what is allowed", () => {
    expect(checkWith(vendor, { vendors: only("Globex") })?.message).toBe(
      "The vendor is Acme; allowed is: only Globex.",
    );
    expect(checkWith(chipClass, { classes: not("gpu") })?.message).toBe(
      "The class is gpu; allowed is: not gpu.",
    );
  });

  it("know a chip by id or by name", () => {
    expect(checkWith(chipLimit, { chips: only("test-gpu") })?.pass).toBe(true);
    expect(checkWith(chipLimit, { chips: only("Test GPU") })?.pass).toBe(true);
    expect(checkWith(chipLimit, { chips: only("another") })?.pass).toBe(false);
  });

  it("ask for one allowed stack", () => {
    expect(checkWith(stackLimit, { stacks: only("test-stack") })?.pass).toBe(true);
    const missed = checkWith(stackLimit, { stacks: not("test-stack") });
    expect(missed?.pass).toBe(false);
    expect(missed?.message).toBe("Test GPU is run by: test-stack; allowed is: not test-stack.");
  });

  it("take a form factor by its words", () => {
    const card = { formFactor: "PCIe HHHL single-slot" };
    expect(checkWith(formFactor, { formFactors: only("PCIe") }, card)?.pass).toBe(true);
    expect(checkWith(formFactor, { formFactors: only("single-slot PCIe") }, card)?.pass).toBe(true);
    expect(checkWith(formFactor, { formFactors: only("PCIe dual-slot") }, card)?.pass).toBe(false);
    expect(checkWith(formFactor, { formFactors: not("SXM") }, { formFactor: "SXM5" })?.pass).toBe(
      true,
    );
  });

  it("do not admit an unknown form factor to a list of allowed ones", () => {
    expect(checkWith(formFactor, { formFactors: only("M.2") }, { formFactor: null })?.pass).toBe(
      false,
    );
  });
});
