/** What a reader of `openapi.json` has to know before the first request. */
export const introduction = `**Unofficial: not affiliated with the vendor.** The vendor's documentation is not complete, so every operation, parameter, argument and field says how well it is known, in \`x-streamone-evidence\`:

- \`documented\`: the vendor's documentation says so;
- \`observed\`: an official SDK or a captured exchange shows it;
- \`inferred\`: deduced from these, and may be wrong.

It has the actions whose names are known; others exist.

## Requests

Every action is called by \`POST /api/{command}/{action}\`. Who asks, and for which account, is in the query string; the arguments of the action are in the body, as \`application/x-www-form-urlencoded\`; with no arguments the body is empty. A parameter that the API does not know is refused with status 7.

Values of arguments: a boolean is \`1\` or \`0\`; a list is joined by commas; a date is \`YYYY-MM-DD HH:MM:SS\`, with an optional \`@\` and zone behind it. An argument that is sent empty is *unset* (a default filter is switched off, a reference is cleared), which is not the same as leaving it out. Where a text speaks of \`null\`, that is what a client is given in order to send it empty.

## Signing

\`\`\`
string to sign = path "?" query without signature "&" body
signature      = lower-case hex HMAC-SHA1(key, string to sign)
\`\`\`

The path is \`/api/{command}/{action}\`, without a prefix that the base URL may have. The \`&\` stands there even if the body is empty. Query and body are signed as they are sent, in the same order (inferred) and the same encoding: that of PHP's \`http_build_query\`, in which a space is \`+\` and everything but \`A-Z a-z 0-9 - . _\` is \`%XX\` in upper case, the comma of a list too. The key is that of the user or of the application; in a session it is the application's, immediately followed by the session's. The signature goes into the query as \`signature\`. A generated client therefore needs a step of its own that signs what it is about to send.

## Responses

Every response is \`{"header": …, "body": …}\`. \`header.status\` is 0 for success; other numbers are in \`x-streamone-statuses\`, and a number that is not there is valid too. Errors come with HTTP 200 as well (inferred). Dates are wall clocks in the zone of \`header.timezone\`. Further fields may come any day, and no field of a body is marked as required, since which of them are always there is not known.

Paged actions take \`limit\` and \`offset\` and tell in \`header.count\` how many rows match in all. Go on while offset and rows together are less than that; an empty page ends it in any case.

## Extensions

- \`x-streamone-evidence\`, and on operations \`x-streamone-facts\` for single facts (\`output\`, \`token\`, \`errors\`, \`needs\`, \`actors\`, \`paged\`) that are known better or worse than the rest;
- \`x-streamone-read-only\`: whether the action only reads;
- \`x-streamone-paged\`: whether it is known to take \`limit\` and \`offset\`;
- \`x-streamone-cacheable\`: \`by-header\`, a success may be kept if \`header.cacheable\` says so, or \`never\`;
- \`x-streamone-needs\`: one \`account\`, one or more \`accounts\`, or \`nothing\`, also where it is not known;
- \`x-streamone-actors\`: who may call it, of \`user\`, \`application\` and \`session\`; all where no limit is known;
- \`x-streamone-token\`: the permission that it needs; \`null\` where there is none or it is not known;
- \`x-streamone-open-arguments\`: whether it may have arguments that are not known;
- \`x-streamone-errors\`: statuses that it may answer beyond the general ones (0 to 10);
- \`x-streamone-statuses\`, of the document: every known status, with what to do about it in \`retry\`.
`;
