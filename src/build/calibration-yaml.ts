import { Document, isScalar, visit } from "yaml";
import type { CalibrationResult, RowError } from "../calibration/calibrate.ts";
import { grouped } from "../calibration/grouped.ts";
import { errorFactor, median, quantile } from "../units/statistics.ts";

const HEAD = `# Written by \`npm run calibrate\` from the rows beside it; do not edit. Plain numbers in SI units.
# value: fitted; low and high: smallest and largest value when a fifth of the sources is left out.
`;

/** Mappings of up to so many figures stand on one line. */
const LONGEST_LINE = 8;

/** The text of profiles/measurements/calibration.yaml. */
export function calibrationYaml(result: CalibrationResult): string {
  const { calibration, strength, grid, coverage } = result;
  const { rows, families, stacks, classes, intervals } = calibration;
  const document = {
    strength,
    grid: grid.map((one) => ({ strength: one.strength, unseenChipLoss: digits(one.loss) })),
    errors: {
      inSample: errorsBySet(result.fitted),
      unseenSources: errorsBySet(result.unseenSources),
      unseenChips: errorsBySet(result.unseenChips),
      unseenStacks: errorsBySet(result.unseenStacks),
    },
    coverageOfUnseenRows: coverage === null ? null : digits(coverage),
    rows,
    classes,
    families,
    stacks,
    intervals,
  };
  const yaml = new Document(document, { aliasDuplicateObjects: false });
  visit(yaml, {
    Map(_key, node) {
      const isShort = node.items.length <= LONGEST_LINE;
      if (isShort && node.items.every(({ value }) => isScalar(value))) node.flow = true;
    },
  });
  return HEAD + yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function errorsBySet(
  rows: readonly RowError[],
): Record<string, { rows: number; medianErrorFactor: number; p90ErrorFactor: number }> {
  return Object.fromEntries(
    grouped(rows, ({ observation }) => observation.set).map(([set, own]) => {
      const factors = own.map(({ logRatio }) => errorFactor(Math.exp(logRatio), 1));
      return [
        set,
        {
          rows: own.length,
          medianErrorFactor: digits(median(factors) ?? 0),
          p90ErrorFactor: digits(quantile(factors, 0.9) ?? 0),
        },
      ];
    }),
  );
}

const digits = (value: number): number => Number(value.toPrecision(3));
