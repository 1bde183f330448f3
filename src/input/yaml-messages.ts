import type { ErrorCode } from "yaml";
import type { Code } from "./codes.ts";

interface YamlMessage {
  readonly code: Code;
  readonly message: string;
  readonly help: string | null;
}

/**
 * Says in plain words what the YAML parser found.
 *
 * @param parserMessage the parser's own text, used where it is clear enough.
 * @param written the text that the parser points at.
 */
export function yamlMessage(
  parserCode: ErrorCode,
  parserMessage: string,
  written: string,
): YamlMessage {
  switch (parserCode) {
    case "TAB_AS_INDENT":
      return said("CS1011", "a tab is used for indentation", "replace it by spaces");
    case "TAG_RESOLVE_FAILED":
      return said(
        "CS1018",
        `unknown tag ${written.split(/\s/, 1)[0] ?? ""}`,
        "put a text that starts with ! in quotes",
      );
    case "RESOURCE_EXHAUSTION":
      return said("CS1017", "the document is nested too deeply", "look for unclosed brackets");
    case "BAD_SCALAR_START":
      return said(
        "CS1010",
        `a value must not start with ${written.slice(0, 1)}`,
        'put the value in quotes: "..."',
      );
    case "BLOCK_AS_IMPLICIT_KEY":
      return said(
        "CS1010",
        'a second ": " on the same line',
        "put the value in quotes, or start a new line, indented, for the inner key",
      );
    case "MULTILINE_IMPLICIT_KEY":
      return said(
        "CS1010",
        "this line has no key",
        'a line reads "key: value"; is the space after the colon missing?',
      );
    case "MISSING_CHAR":
      return said("CS1010", unclosed(parserMessage), null);
    case "BAD_INDENT":
      if (/end with/.test(parserMessage)) return said("CS1010", unclosed(parserMessage), null);
      return said(
        "CS1010",
        lower(parserMessage),
        "keys of one mapping start in the same column; indent with two spaces a level",
      );
    default:
      return said("CS1010", lower(parserMessage), null);
  }
}

/** `Missing closing "quote`, `Flow sequence … must … end with a ]`: names the character that is missing. */
function unclosed(parserMessage: string): string {
  const character = /end with an? ([\]}])|closing (["'])/.exec(parserMessage);
  const missing = character?.[1] ?? character?.[2];
  return missing === undefined
    ? lower(parserMessage)
    : `the closing ${missing} is missing before here`;
}

function said(code: Code, message: string, help: string | null): YamlMessage {
  return { code, message, help };
}

function lower(message: string): string {
  return message.slice(0, 1).toLowerCase() + message.slice(1);
}
