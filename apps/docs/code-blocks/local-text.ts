/**
 * What a shell block or a file says, as it is said here: the test server of its page stands for the one of the text and
 * for the platform, and what a reader has to fill in (`STREAMONE_USER_ID=…`) is filled in.
 *
 * @param environment the variables of that test server
 */
export function localText(code: string, environment: Readonly<Record<string, string>>): string {
  const url = environment['STREAMONE_API_URL'] ?? '';
  return code
    .replaceAll('http://127.0.0.1:8080', url)
    .replaceAll('https://api.streamonecloud.net', url)
    .replace(/^unset STREAMONE_API_URL\b/m, `export STREAMONE_API_URL=${url}`)
    .replaceAll(/\b(STREAMONE_\w+)=…/g, (_all, name: string) => `${name}=${environment[name] ?? ''}`);
}
