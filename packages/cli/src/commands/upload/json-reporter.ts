import { type ProgressMeter, createProgressMeter } from './progress-meter.js';
import type { UploadFile } from './upload-file.js';
import type { UploadReporter } from './upload-reporter.js';

const write = (event: string, details: object): void => {
  process.stderr.write(`${JSON.stringify({ event, ...details })}\n`);
};

/** Tells by a line of JSON for each event, for a program that shows them in its own way. */
export function jsonReporter(): UploadReporter {
  const meters = new Map<UploadFile, ProgressMeter>();
  return {
    start: (file) => {
      meters.set(file, createProgressMeter());
      write('start', { file: file.name, title: file.title, total: file.size });
    },
    progress: (file, sent) => {
      const meter = meters.get(file);
      meter?.add(sent);
      const [speed, left] = [meter?.speed(), meter?.left(file.size)];
      write('progress', {
        file: file.name,
        sent,
        total: file.size,
        ...(speed !== undefined && { speed: Math.round(speed) }),
        ...(left !== undefined && { left: Math.round(left * 10) / 10 }),
      });
    },
    waiting: (file, item) => write('waiting', { file: file.name, item }),
    end: ({ file, status, itemId, error, code }) => {
      meters.delete(file);
      write('end', { file: file.name, status, item: itemId, ...(error && { error: error.message, code }) });
    },
    say: (text) => write('note', { text }),
    close: () => undefined,
  };
}
