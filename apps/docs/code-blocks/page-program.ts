/** The blocks of a page as one program: each sees what those above it declared, as its reader does. */
export interface PageProgram {
  /** The file that it is for, from the root. */
  readonly page: string;
  /** The program's file, from the folder of all of them. */
  readonly file: string;
  readonly source: string;
  /** For each line of the program the line of the page, 0 where it has none. */
  readonly lines: readonly number[];
}
