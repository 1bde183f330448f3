import type { Collective } from "../../workload/types.ts";
import { bytesPerElement, groupTime } from "../collective-time.ts";
import type { Device } from "../device.ts";
import type { Formats } from "../formats.ts";
import { linkSeconds } from "./link-seconds.ts";
import type { StageCollective } from "./stage-parts.ts";

/**
 * Seconds of one group's collectives that show in one pass of a stage, by where the members lie: all in one scale-up domain, so many
 * of them in each domain and a bus or a network between. There are few such places, so each is computed once.
 */
export class GroupTable {
  readonly size: number;
  readonly kernelsPerLayer: number;
  readonly kernelsFixed: number;
  /** Seconds that no place undercuts. */
  readonly leastPerLayer: number;
  readonly leastFixed: number;
  private readonly perLayer: number[];
  private readonly fixed: number[];
  private readonly device: Device;
  private readonly loads: readonly Load[];
  private readonly exposed: number;
  private readonly exposedInside: number;
  private readonly domain: number;

  constructor(
    collectives: readonly StageCollective[],
    size: number,
    device: Device,
    formats: Formats,
    exposed: number,
    exposedInside = exposed,
  ) {
    this.size = size;
    this.device = device;
    this.exposed = exposed;
    this.exposedInside = exposedInside;
    this.domain = device.scaleUp?.chips ?? 1;
    this.loads = collectives.map(({ collective, perLayer, fixed }) => ({
      kind: collective.kind,
      bytes: collective.elements * bytesPerElement(collective, formats),
      perLayer,
      fixed,
    }));
    this.kernelsPerLayer = this.loads.reduce((sum, { perLayer }) => sum + perLayer, 0);
    this.kernelsFixed = this.loads.reduce((sum, { fixed }) => sum + fixed, 0);
    const least = (key: "perLayer" | "fixed"): number =>
      this.loads.reduce((sum, load) => sum + load[key] * this.leastSeconds(load), 0);
    this.leastPerLayer = least("perLayer");
    this.leastFixed = least("fixed");
    // Numbers of an array cost less to make than a typed array, and there are many short tables.
    this.perLayer = unknown(2 * size + 1);
    this.fixed = unknown(2 * size + 1);
  }

  /** Seconds in a pass of a stage of `layers`, with the first and the last member `span` chips apart. */
  seconds(span: number, layers: number): number {
    if (this.loads.length === 0) return 0;
    const place = this.placeOf(span);
    return (this.perLayer[place] ?? 0) * layers + (this.fixed[place] ?? 0);
  }

  /** Index of where a group lies whose first and last member lie `span` chips apart; its seconds are known from now on. */
  placeOf(span: number): number {
    if (this.loads.length === 0) return 0;
    const { device, domain, size } = this;
    let place = 0;
    if (span > domain || !device.scaleUp) {
      const inside = Math.max(1, Math.min(size, Math.floor((domain * size) / span)));
      place = device.bus && span <= device.bus.chips ? inside : size + inside;
    }
    if (Number.isNaN(this.perLayer[place] ?? 0)) this.compute(place, span);
    return place;
  }

  private leastSeconds({ kind, bytes }: Load): number {
    const { device, size, exposed, exposedInside } = this;
    if (size <= 1) return 0;
    const { collectiveOverheadSeconds } = device.stack;
    return (
      Math.min(exposed, exposedInside) *
      (collectiveOverheadSeconds + linkSeconds(kind, bytes, size, device))
    );
  }

  private compute(place: number, span: number): void {
    let perLayer = 0;
    let fixed = 0;
    const exposed = span <= this.domain ? this.exposedInside : this.exposed;
    for (const load of this.loads) {
      const seconds = exposed * groupTime(load.kind, load.bytes, this.size, span, this.device);
      // Where chips cannot be joined a collective never ends, however few of them there are.
      if (load.perLayer > 0) perLayer += load.perLayer * seconds;
      if (load.fixed > 0) fixed += load.fixed * seconds;
    }
    this.perLayer[place] = perLayer;
    this.fixed[place] = fixed;
  }
}

interface Load {
  kind: Collective["kind"];
  bytes: number;
  perLayer: number;
  fixed: number;
}

const unknown = (length: number): number[] => Array<number>(length).fill(Number.NaN);
