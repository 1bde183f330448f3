import type { Chip } from "../../catalog/types.ts";
import { formatQuantity } from "../../units/format.ts";
import type { Lanes, Silicon } from "../spec/silicon.ts";
import { above } from "./finding.ts";
import type { Rule, RuleFinding } from "./rule.ts";

/**
 * Fastest electrical lane that is standardised: OIF CEI-224G (aicplight.com, "OIF-CEI Standard Explained"), in bytes per second.
 * A spec that plans 448G lanes says so in a suppression.
 */
const FASTEST_LANE = 224e9 / 8;

const bits = (bytesPerSecond: number): string =>
  `${Number(((bytesPerSecond * 8) / 1e9).toPrecision(4))} Gb/s`;

export const linkSerdes: Rule = {
  code: "CS3006",
  id: "link-serdes",
  title: "link bandwidth beyond its lanes",
  level: "error",
  explanation:
    "The bandwidth of a link, per direction, is more than its lanes × their rate (links.scaleUp.lanes and laneRate), or a lane is faster than the fastest standard (OIF CEI-224G). Usual causes: both directions added up, or bits taken for bytes.",
  check: ({ spec: { chip, silicon } }) => [
    ...linkFindings("scaleUp", chip.scaleUp, silicon.scaleUpLanes),
    ...linkFindings("scaleOut", chip.scaleOut, silicon.scaleOutLanes),
  ],
};

function linkFindings(
  link: "scaleUp" | "scaleOut",
  stated: Chip["scaleOut"],
  lanes: Silicon["scaleUpLanes"],
): RuleFinding[] {
  const unit = { dimension: "bytes-per-second", unit: "B/s" } as const;
  if (lanes === null) return [];
  const rate = lanes.rateBytesPerSecond;
  const fast: RuleFinding[] =
    rate !== null && rate > FASTEST_LANE * 1.01
      ? [
          above({
            path: ["links", link, "laneRate"],
            value: rate,
            limit: FASTEST_LANE,
            ...unit,
            message: `a lane of ${bits(rate)} is faster than the fastest standard, CEI-224G`,
            help: `links.${link}.laneRate ≤ ${bits(FASTEST_LANE)} would pass`,
          }),
        ]
      : [];
  return stated === null
    ? fast
    : [...fast, ...tooFew(link, stated.bandwidthBytesPerSecond, lanes, unit)];
}

function tooFew(
  link: string,
  value: number,
  { count, rateBytesPerSecond }: Lanes,
  unit: { dimension: "bytes-per-second"; unit: "B/s" },
): RuleFinding[] {
  const rate = rateBytesPerSecond ?? FASTEST_LANE;
  const limit = count * rate;
  if (value <= limit * 1.01) return [];
  const both = Math.abs(value / limit - 2) < 0.1 ? "; are both directions added up?" : "";
  const shown = (bytes: number): string => formatQuantity(bytes, "bytes-per-second");
  return [
    above({
      path: ["links", link, "bandwidth"],
      value,
      limit,
      ...unit,
      message: `${shown(value)} is more than ${count} lanes of ${bits(rate)} carry in one direction: ${shown(limit)}${both}`,
      help: `links.${link}.bandwidth ≤ ${shown(limit)} would pass, or links.${link}.lanes ≥ ${Math.ceil(value / rate)}`,
    }),
  ];
}
