/**
 * Makes the files that stand in for those of a scenario's items, as Base64 in modules: a moving test
 * picture with a tone, and the tone alone. Needs ffmpeg with libx264. Run it as
 * `node packages/test-server/scripts/make-stand-ins.ts`.
 *
 * Fragmented, so that a playlist of HLS can name parts of the very file that is played progressively;
 * without names and dates, so that the same ffmpeg makes the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PICTURE = ['-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=12:duration=6'];
const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=330:beep_factor=2:duration=6:sample_rate=22050'];
const H264 = '-c:v libx264 -profile:v baseline -level 3.0 -pix_fmt yuv420p -preset veryslow -crf 33';
const KEY_FRAMES = '-g 24 -keyint_min 24 -sc_threshold 0';
const AAC = '-c:a aac -ac 1 -b:a 16k';
const BARE = '-map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact';
const FRAGMENTED = '-movflags +frag_keyframe+empty_moov+default_base_moof';

function words(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(' '));
}

function make(name: string, options: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  try {
    const path = join(folder, 'made.mp4');
    execFileSync('ffmpeg', [...words('-hide_banner -loglevel error -y'), ...options, path], { stdio: 'inherit' });
    const bytes = readFileSync(path);
    const text = bytes.toString('base64');
    const module = new URL(`../src/media/stand-in/${name}.generated.ts`, import.meta.url);
    const comment = `/** An MP4 of ${bytes.length} bytes, made by scripts/make-stand-ins.ts. */`;
    writeFileSync(module, `${comment}\nexport const ${name}Base64 =\n  '${text}';\n`);
    console.log(`${name}: ${bytes.length} bytes`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

make('video', [...PICTURE, ...TONE, ...words(H264, KEY_FRAMES, AAC, BARE, FRAGMENTED)]);
make('audio', [...TONE, ...words(AAC, BARE, FRAGMENTED, '-frag_duration 2000000')]);
