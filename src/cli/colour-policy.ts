import type { ColourLevel } from "../report/palette.ts";

export interface ColourQuestion {
  /** `--color` / `--no-color`; undefined when neither is given. */
  flag: boolean | undefined;
  env: Readonly<Record<string, string | undefined>>;
  isTerminal: boolean;
}

/** The flag wins over FORCE_COLOR, that over a non-empty NO_COLOR, that over TERM=dumb, that over the stream. */
export function colourLevel({ flag, env, isTerminal }: ColourQuestion): ColourLevel {
  const supported = supportedLevel(env);
  if (flag !== undefined) return flag ? supported : 0;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forcedLevel(forced, supported);
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return 0;
  if (env["TERM"] === "dumb" || !isTerminal) return 0;
  return supported;
}

function forcedLevel(forced: string, supported: ColourLevel): ColourLevel {
  switch (forced) {
    case "0":
    case "false":
      return 0;
    case "2":
      return 2;
    case "3":
      return 3;
    default:
      return supported;
  }
}

function supportedLevel(env: ColourQuestion["env"]): ColourLevel {
  if (/^(truecolor|24bit)$/iu.test(env["COLORTERM"] ?? "")) return 3;
  return /256color/u.test(env["TERM"] ?? "") ? 2 : 1;
}
