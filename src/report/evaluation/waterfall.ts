import type { Block, Cell } from "../document.ts";
import type { EvaluationResult } from "../types.ts";

/** The same in a line, for a reader who has both columns before him and only misses the differences. */
export function waterfallLine(result: EvaluationResult): string[] {
  const steps = result.recommendation?.waterfall ?? [];
  if (steps.length === 0) return [];
  const lead = steps.reduce((sum, { difference }) => sum + difference, 0);
  const gains = steps.map(({ criterion, difference }) => `${criterion} ${signed(difference)}`);
  return [`From the second to the first: ${gains.join(", ")} = ${signed(lead)}.`];
}

/** Where the winner gains and loses its points against the second, and the lead as it builds up. */
export function waterfall(result: EvaluationResult): Block[] {
  const steps = result.recommendation?.waterfall ?? [];
  const [first, second] = [1, 2].map((rank) =>
    result.candidates.find((each) => each.rank === rank),
  );
  if (first === undefined || second === undefined || steps.length === 0) return [];
  let lead = 0;
  const rows = steps.map(({ criterion, first: own, second: other, difference }): Cell[] => {
    lead += difference;
    return [
      { value: criterion },
      { value: own.toFixed(3) },
      { value: other.toFixed(3) },
      { value: signed(difference) },
      { value: signed(lead) },
    ];
  });
  return [
    { kind: "heading", text: "From the first to the second" },
    {
      kind: "table",
      table: {
        columns: [
          { id: "criterion", title: "Criterion", type: "text" },
          { id: "first", title: first.name, type: "sum", shortensTitle: true },
          { id: "second", title: second.name, type: "sum", shortensTitle: true },
          { id: "difference", title: "Gain", type: "sum" },
          { id: "lead", title: "Lead so far", type: "sum" },
        ],
        rows,
      },
    },
  ];
}

/** With its sign, also for nothing: a column of gains and losses reads at a glance. */
export function signed(difference: number): string {
  const text = Math.abs(difference).toFixed(3);
  return `${difference < 0 && Number(text) > 0 ? "-" : "+"}${text}`;
}
