// What cli-table3 measures text with: string-width, which knows wide characters, marks and emoji.
declare module 'cli-table3/src/utils.js' {
  const utils: { strlen(text: string): number };
  export default utils;
}
