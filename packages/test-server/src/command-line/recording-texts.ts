/** The text of `record --help`. @param name what the whole command is called */
export const recordHelp = (
  name: string,
): string => `${name} record - record what a real API answers, without its secrets

Usage: ${name} record --target <url> --output <folder> [options]

  --target <url>          base URL of the API, as https://api.streamonecloud.net
  --output <folder>       where the recordings go, one file for each request
  --mask <names>          arguments and fields to mask beyond the secrets, joined by commas (default userip)
  --port <port>           port to listen on; 0 takes a free one (default 0)
  --host <address>        address to listen on (default 127.0.0.1)
  --allow-remote          allow an address that others can reach
  --json                  print one JSON line at the start, and one with the differences at the end
  --until-stdin-closes    stop when the standard input ends

Give your client the URL that is printed in the place of the API's; it signs with its own keys.
When it is stopped, it tells where the answers differ from the catalogue.
`;

/** The text of `replay --help`. @param name what the whole command is called */
export const replayHelp = (name: string): string => `${name} replay - answer with what was recorded

Usage: ${name} replay <folder> [options]

  --ignore <names>        arguments that don't count when a recording is looked for, joined by commas
  --port <port>           port to listen on; 0 takes a free one (default 0)
  --host <address>        address to listen on (default 127.0.0.1)
  --allow-remote          allow an address that others can reach
  --json                  print one JSON line with the URL
  --until-stdin-closes    stop when the standard input ends

Signatures are not checked. A request without a recording gets HTTP 404, which names the nearest recordings.
`;

/** The text of `drift --help`. @param name what the whole command is called */
export const driftHelp = (name: string): string => `${name} drift - tell where recordings differ from the catalogue

Usage: ${name} drift <folder> [options]

  --json                  print the differences as JSON

Ends with 0 where nothing differs, 1 where something does, 2 where the folder can't be read.
`;
