import { basename } from 'node:path';
import cliProgress from 'cli-progress';
import { cutText, textWidth } from '../../output/fit-text.js';
import { bytesInWords, paceInWords } from './in-words.js';
import { type ProgressMeter, createProgressMeter } from './progress-meter.js';
import type { UploadFile } from './upload-file.js';
import { type UploadReporter, nameInWords, resultInWords } from './upload-reporter.js';

/** What a bar shows beside itself. */
interface Shown {
  readonly name: string;
  /** Asked at each drawing, so that what stands still slows down. */
  readonly pace: () => string;
}

/** Room for all but the name: the bar, `100 % 999 MB of 999 MB  999 MB/s, 59:59 left`. */
const REST = 66;
const BAR = 20;

function drawn(progress: number, value: number, total: number, { name, pace }: Shown): string {
  const columns = process.stderr.columns || 80;
  const narrow = columns < 60;
  const width = Math.max(8, Math.min(30, columns - (narrow ? 40 : REST)));
  const cut = cutText(name, width);
  const full = Math.round(progress * (narrow ? BAR / 2 : BAR));
  const bar = '█'.repeat(full) + '░'.repeat((narrow ? BAR / 2 : BAR) - full);
  const size = narrow ? '' : ` ${bytesInWords(value)} of ${bytesInWords(total)}`;
  const text = `${cut}${' '.repeat(width - textWidth(cut))} ${bar} ${String(Math.floor(progress * 100)).padStart(3)} %${size}  ${pace()}`;
  return cutText(text, columns - 1);
}

/** Tells by a bar for each file that is under way, and one for all of them. */
export function barReporter(files: readonly UploadFile[]): UploadReporter {
  const bars = new cliProgress.MultiBar(
    {
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      // The command ends on Ctrl-C by itself, and closes this.
      gracefulExit: false,
      fps: 10,
      format: (_options, { progress, value, total }, payload) => drawn(progress, value, total, payload as Shown),
    },
    cliProgress.Presets.shades_classic,
  );
  const running = new Map<UploadFile, { readonly bar: cliProgress.SingleBar; readonly meter: ProgressMeter }>();
  const sums = new Map(files.map((file) => [file, { sent: 0, size: file.size }]));
  const all = createProgressMeter();
  const last = files.length > 1 ? bars.create(1, 0, { name: '', pace: () => '' }) : undefined;

  function showAll(): void {
    const values = [...sums.values()];
    const sent = values.reduce((sum, each) => sum + each.sent, 0);
    const total = values.reduce((sum, each) => sum + each.size, 0);
    all.add(sent);
    const name = `${files.length - sums.size + values.filter((each) => each.sent === each.size).length} of ${files.length}`;
    last?.setTotal(Math.max(1, total));
    last?.update(sent, { name, pace: () => paceInWords(all.speed(), all.left(total)) });
  }

  const say = (text: string): void => bars.log(`${text}\n`);
  return {
    start: (file) => {
      const meter = createProgressMeter();
      const pace = (): string => paceInWords(meter.speed(), meter.left(file.size));
      const bar = bars.create(file.size, 0, { name: basename(nameInWords(file)), pace });
      running.set(file, { bar, meter });
      showAll();
    },
    progress: (file, sent) => {
      const state = running.get(file);
      const sum = sums.get(file);
      if (sum !== undefined) sum.sent = sent;
      state?.meter.add(sent);
      state?.bar.update(sent, sent === file.size ? { pace: () => 'waiting for the platform' } : {});
      showAll();
    },
    waiting: (file) => running.get(file)?.bar.update(file.size, { pace: () => 'until it can be played' }),
    end: (result) => {
      const { file, status } = result;
      const state = running.get(file);
      if (state !== undefined) bars.remove(state.bar);
      running.delete(file);
      // What was not sent is no part of the whole any more.
      if (status !== 'uploaded' && status !== 'playable') sums.delete(file);
      if (status !== 'not begun') say(resultInWords(result));
      showAll();
    },
    say: (text) => say(text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD')),
    close: () => {
      bars.update();
      bars.stop();
    },
  };
}
