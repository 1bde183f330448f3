import { describe, expect, it } from "vitest";
import { readWorkload } from "../../src/input/read-workload.ts";
import { KNOWN } from "./known.ts";

const known = {
  ...KNOWN,
  grids: {
    world: { name: "World", gramsPerKilowattHour: 481, year: 2023, source: "table A" },
    norway: { name: "Norway", gramsPerKilowattHour: 31, year: 2020, source: "table B" },
  },
};

const read = (budget: string) =>
  readWorkload(
    `scenario: {name: One, place: edge}
demand: {tasks: [{kind: inference, model: resnet50, rate: 5}]}
budget: ${budget}
`,
    "w.yaml",
    known,
  );

function budgetOf(budget: string) {
  const reading = read(budget);
  if (!reading.ok) throw new Error(reading.diagnostics.map(({ message }) => message).join("\n"));
  return reading.value.budget;
}

describe("the emissions of the electricity", () => {
  it("are the world's where the file says nothing, with their year and source", () => {
    expect(budgetOf("{horizon: 1 year}")).toMatchObject({
      carbonGramsPerKilowattHour: 481,
      carbonSource: "World, 2023: table A",
    });
  });

  it("are those of a named grid, whatever the case", () => {
    expect(budgetOf("{grid: Norway}").carbonGramsPerKilowattHour).toBe(31);
  });

  it("may be stated, in any unit of mass per energy, and win over the grid", () => {
    expect(budgetOf("{grid: norway, carbonIntensity: 120 kg/MWh}")).toMatchObject({
      carbonGramsPerKilowattHour: 120,
      carbonSource: "the workload file",
    });
    expect(budgetOf("{carbonIntensity: 0.4 kgCO2e/kWh}").carbonGramsPerKilowattHour).toBe(400);
  });

  it("of an unknown grid are a fault that suggests the nearest name", () => {
    expect(read("{grid: norwai}")).toMatchObject({
      ok: false,
      diagnostics: [{ code: "CS1302", help: 'did you mean "norway"? valid: world, norway' }],
    });
  });

  it("beyond pure coal are a mistyped unit", () => {
    expect(read("{carbonIntensity: 400 kg/kWh}")).toMatchObject({
      ok: false,
      diagnostics: [{ code: "CS1202" }],
    });
  });
});
