import { type DataType, dataType } from './data-type.js';

/** A label: one of those known, or a newer one. Editors complete the known ones. */
export type Label<Known extends string = never> = Known | (string & Record<never, never>);

const LABEL = /^[^\s,]{1,100}$/;

/**
 * A short fixed word. The values given are those known; another passes both ways, since a new label
 * may appear any day. Source: protocol, documented.
 */
/* @__NO_SIDE_EFFECTS__ */
export function label<const Known extends string = never>(
  ...values: readonly Known[]
): DataType<Label<Known>, Label<Known>> {
  const known = values.length > 0 ? `, known are ${values.join(', ')}` : '';
  return dataType<Label<Known>, Label<Known>>({
    name: 'Label',
    expected: `a label: one word without comma${known}`,
    values,
    jsonSchema: { type: 'string', ...(values.length > 0 && { examples: values }) },
    write: (value) => (typeof value === 'string' && LABEL.test(value) ? value : undefined),
    plain: 'string',
    read: (wire) => (typeof wire === 'string' ? wire : undefined),
  });
}
