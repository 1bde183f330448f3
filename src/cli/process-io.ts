import { errorCode } from "./error-code.ts";
import { EXIT } from "./exit-code.ts";
import type { Io, Output } from "./io.ts";

/** The parts of `process` that a command line program needs. */
interface ProcessLike {
  argv: string[];
  env: Record<string, string | undefined>;
  version: string;
  platform: string;
  arch: string;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: OutputStream;
  stderr: OutputStream;
  cwd(): string;
  on(event: "SIGINT", listener: () => void): unknown;
  off(event: "SIGINT", listener: () => void): unknown;
  exit(code: number): void;
}

type OutputStream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number; rows?: number };

export function processIo(process: ProcessLike): Io {
  return {
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    // Opening standard input takes milliseconds, so only who asks pays.
    get terminal() {
      const { stderr, env } = process;
      // A dumb terminal cannot move the cursor, which every prompt does.
      const canAsk =
        stderr.isTTY === true && env["TERM"] !== "dumb" && process.stdin.isTTY === true;
      return canAsk ? { keyboard: process.stdin, screen: stderr } : undefined;
    },
    readStdin: (limitBytes) => readUpTo(process.stdin, limitBytes),
    onInterrupt: (listener) => {
      let asked = false;
      const interrupted = (): void => {
        if (asked) process.exit(EXIT.interrupted);
        asked = true;
        listener();
      };
      process.on("SIGINT", interrupted);
      return () => process.off("SIGINT", interrupted);
    },
    platform: `Node.js ${process.version}, ${process.platform} ${process.arch}`,
  };
}

/** A reader that has gone away (`| head`) is no failure: the rest of the text is dropped. */
function output(stream: OutputStream): Output {
  let failed: Error | null = null;
  stream.on("error", (error: Error) => {
    failed = error;
  });
  return {
    isTerminal: stream.isTTY === true,
    // Read each time: terminals are resized.
    get columns() {
      return stream.columns ?? null;
    },
    isOpen: () => failed === null,
    write: (text) =>
      new Promise((resolve, reject) => {
        const settle = (error: Error | null | undefined): void => {
          if (error && errorCode(error) !== "EPIPE") reject(error);
          else resolve();
        };
        if (failed !== null) settle(failed);
        else stream.write(text, settle);
      }),
  };
}

async function readUpTo(stream: NodeJS.ReadableStream, limitBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = Buffer.from(chunk);
    chunks.push(buffer);
    bytes += buffer.length;
    if (bytes > limitBytes) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
