import { pickFields } from './pick-fields.js';
import type { RowWriter, RowWriterOptions } from './row-writer.js';
import { jsonText, writeOut } from './write-out.js';

const INDENT = 2;

/** Prints rows as one list of JSON, which is whole once the last has come: the same text as of the list at once. */
export function jsonWriter({ fields }: Pick<RowWriterOptions, 'fields'>): RowWriter {
  let before = '[\n';
  return {
    write: async (rows) => {
      if (rows.length === 0) return;
      const texts = rows.map((row) => jsonText(fields === undefined ? row : pickFields(row, fields), INDENT));
      const text = texts.map((each) => each.replaceAll(/^/gm, '  ')).join(',\n');
      await writeOut(`${before}${text}`);
      before = ',\n';
    },
    end: () => writeOut(before === '[\n' ? '[]\n' : '\n]\n'),
  };
}
