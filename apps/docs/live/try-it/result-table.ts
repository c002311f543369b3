/** Rows of an answer, as text. */
export interface ResultTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_COLUMNS = 8;

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString().replace('.000', '');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** An answer as a table, where it is a list of objects: their first fields that are no objects themselves. */
export function resultTable(body: unknown): ResultTable | undefined {
  if (!Array.isArray(body) || body.length === 0) return undefined;
  const rows: unknown[] = body;
  if (!rows.every(isRow)) return undefined;
  const names = new Set(rows.flatMap((row) => Object.keys(row).filter((name) => !isRow(row[name]))));
  const columns = [...names].slice(0, MOST_COLUMNS);
  return { columns, rows: rows.map((row) => columns.map((name) => cell(row[name]))) };
}
