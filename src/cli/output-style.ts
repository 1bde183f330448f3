import type { Style } from "../report/formats.ts";
import { colourLevel } from "./colour-policy.ts";
import type { Io, Output } from "./io.ts";

const DEFAULT_WIDTH = 80;
const NARROWEST = 40;

export interface StyleFlags {
  color?: boolean;
  ascii?: boolean;
  wide?: boolean;
}

/** How to draw on a stream: the flags, the environment and the stream decide, in that order. */
export function outputStyle(flags: StyleFlags, io: Io, stream: Output): Style {
  return {
    width: flags.wide ? Infinity : lineWidth(io.env["COLUMNS"], stream),
    colour: colourLevel({ flag: flags.color, env: io.env, isTerminal: stream.isTerminal }),
    ascii: flags.ascii ?? !drawsUnicode(io.env),
  };
}

/** Files and pipes get the same bytes wherever they are written: no colour, 80 columns or COLUMNS. */
export function fileStyle(flags: StyleFlags, io: Io): Style {
  const file: Output = { isTerminal: false, columns: null, write: () => Promise.resolve() };
  return { ...outputStyle(flags, io, file), colour: 0 };
}

function lineWidth(columns: string | undefined, stream: Output): number {
  const asked = /^\d+$/u.test(columns ?? "") ? Number(columns) : null;
  return Math.max(NARROWEST, asked ?? stream.columns ?? DEFAULT_WIDTH);
}

/** A locale that is set and does not say UTF-8 cannot draw beyond ASCII; where none is set, Unicode is safe today. */
function drawsUnicode(env: Io["env"]): boolean {
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return locale === undefined || /utf-?8/iu.test(locale);
}
