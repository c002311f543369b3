import { Command, Option } from 'commander';
import type { Context } from '../../program/context.js';
import { addGlobalOptions } from '../../program/global-options.js';
import { addOutputOptions } from '../../output/output-options.js';
import type { UploadCommandOptions } from './run-upload.js';

const MORE = `
The platform archives what is uploaded, which hides it from most lists: --no-archived puts it in sight. An upload can
tell no more of its item than these options do: keywords and the like are set afterwards.

A file that was uploaded is not uploaded again: after an interruption the same command goes on with the rest. What was
done is kept in a file (--state, else uploads.ndjson in $XDG_STATE_HOME/streamone, ~/.local/state unless set), by path,
size and time of change, address and account. --again uploads all the same.

Printed is a row for each file: file, status (uploaded, playable, skipped, doubtful, failed, not begun), item, title
(none of a skipped file), error. \`doubtful\` is a file that an earlier run sent whole without learning whether it arrived, or that another run is
uploading now. The exit code is the highest of those that the files alone would end with; 7 for a doubtful one.

--progress json tells each event by a line on stderr: start, progress (sent and total in bytes, speed in bytes a second,
left in seconds), waiting, end, note.

Examples:
  streamone upload talk.mp4 --title 'A talk' --no-archived --wait
  streamone upload *.mp4 --title 'Lecture: {name}' --concurrency 4
  streamone upload still.jpg --item ITEM --as selected-thumbnail
  item=$(streamone upload talk.mp4 --raw --fields item)`;

/** `streamone upload FILE…`: uploads files, several at once, and goes on where it was interrupted. */
export function uploadCommand(context: Context): Command {
  const command = new Command('upload')
    .description('Uploads files, several at once, and goes on after an interruption.')
    .argument('<file...>', 'files to upload')
    .option(
      '--title <text>',
      'title of the item; {name} stands for the name of the file, which is the title unless given',
    )
    .option('--description <text>', 'what the item is about')
    .option('--author <text>', 'author of the item')
    .option('--archived', 'archive the item, as the platform does anyway')
    .option('--no-archived', 'put the item in sight')
    .option('--item <id>', 'add the file to this item instead of making one')
    .option('--replace-item <id>', 'replace the files of this item')
    .addOption(
      new Option('--as <what>', 'what the file is')
        .choices(['file', 'thumbnail', 'selected-thumbnail'])
        .default('file'),
    )
    .option('--wait [seconds]', 'wait until it can be played, so long at most (600 unless given)')
    .option('--concurrency <n>', 'how many files at once, 1 to 16', '3')
    .addOption(
      new Option('--progress <how>', 'how progress is told on stderr: bars on a terminal, else lines, unless given')
        .choices(['auto', 'bar', 'lines', 'json', 'none'])
        .default('auto'),
    )
    .option('--again', 'upload files too that were uploaded before')
    .option('--state <file>', 'keep in this file what is uploaded')
    .option('--no-state', 'keep nothing, and so resume nothing')
    .addHelpText('after', MORE);
  return addOutputOptions(addGlobalOptions(command)).action(async (names: string[], options: UploadCommandOptions) => {
    const { runUpload } = await import('./run-upload.js');
    await runUpload(context, names, options);
  });
}
