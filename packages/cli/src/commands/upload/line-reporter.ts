import { bytesInWords, paceInWords } from './in-words.js';
import { type ProgressMeter, createProgressMeter } from './progress-meter.js';
import type { UploadFile } from './upload-file.js';
import { type UploadReporter, nameInWords, quietReporter, resultInWords } from './upload-reporter.js';

/** How often a file gets a line at most, in milliseconds. */
const EVERY = 5000;

const write = (text: string): void => void process.stderr.write(`${text}\n`);

/** Tells by plain lines, as a log wants them: when a file begins, now and then, and when it is over. */
export function lineReporter(now: () => number = () => performance.now()): UploadReporter {
  const running = new Map<UploadFile, { readonly meter: ProgressMeter; told: number }>();
  return {
    start: (file) => {
      running.set(file, { meter: createProgressMeter(now), told: now() });
      write(`${nameInWords(file)}: uploading ${bytesInWords(file.size)}`);
    },
    progress: (file, sent) => {
      const state = running.get(file);
      state?.meter.add(sent);
      if (state === undefined || now() - state.told < EVERY || sent === file.size) return;
      state.told = now();
      const pace = paceInWords(state.meter.speed(), state.meter.left(file.size));
      write(`${nameInWords(file)}: ${Math.floor((sent / file.size) * 100)} %${pace === '' ? '' : `, ${pace}`}`);
    },
    waiting: (file, itemId) => write(`${nameInWords(file)}: uploaded as ${itemId}, waiting until it can be played`),
    end: (result) => {
      running.delete(result.file);
      write(resultInWords(result));
    },
    say: (text) => quietReporter.say(text),
    close: () => undefined,
  };
}
