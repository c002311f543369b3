import type { Action } from '@streamone/core/catalogue';
import type { DriftReport } from '../drift/drift-report.js';

/** What {@link startRecorder} needs to know. */
export interface RecorderOptions {
  /** Base URL of the API that is recorded, as `https://api.streamonecloud.net`. Plain http on this machine only. */
  readonly target: string;
  /** Where the files go; it is made where there is none. Files of other requests that are there stay. */
  readonly folder: string;
  /** The port; 0, or none given, takes a free one. */
  readonly port?: number;
  /** The address to listen on; 127.0.0.1 unless given. */
  readonly host?: string;
  /** Allows an address that is not of this machine alone. Whoever reaches the recorder can ask the target through it. */
  readonly allowRemote?: boolean;
  /** Names of arguments and fields that are masked beyond the secrets, as personal data; `['userip']` unless given. */
  readonly mask?: readonly string[];
  /** Values that are masked wherever they turn up, as your own pre-shared key. The recorder itself never sees it. */
  readonly secrets?: readonly string[];
  /** Actions of your own, made by `defineAction`, that answers are held against beside those of the catalogue. */
  readonly actions?: readonly Action[];
  /** Milliseconds that the target has for an answer; 60000 unless given. */
  readonly timeout?: number;
  /** Told of each answer that was kept, with the file within the folder. */
  readonly onRecorded?: (recorded: {
    readonly file: string;
    readonly command: string;
    readonly action: string;
  }) => void;
  /** Told of each difference from the catalogue, the first time that it is seen. */
  readonly onDrift?: (report: DriftReport) => void;
  /** Told, in one sentence without secrets, of what could not be handed on or not be kept. */
  readonly onProblem?: (problem: string) => void;
}
