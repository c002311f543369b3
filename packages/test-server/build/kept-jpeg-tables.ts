/** Where jpeg-js makes an encoder, with its tables, for each picture. */
const GIVEN = 'var encoder = new JPEGEncoder(qu);';
/** One for each quality, of which the test server uses one. Each picture begins with empty output. */
const INSTEAD = 'var encoder = (encode.kept ??= {})[qu] ??= new JPEGEncoder(qu);';

/**
 * Lets jpeg-js keep its tables: 65,535 little arrays, which are five sixths of the time that a poster takes to encode, and as
 * much again to clear away.
 */
export const keptJpegTables = {
  name: 'kept-jpeg-tables',
  transform: {
    filter: { id: /[\\/]jpeg-js[\\/]lib[\\/]encoder\.js$/ },
    handler(code: string): string {
      if (!code.includes(GIVEN)) throw new Error(`jpeg-js has changed: "${GIVEN}" is not in it any more`);
      return code.replace(GIVEN, INSTEAD);
    },
  },
};
