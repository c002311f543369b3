import type { World } from '../answer/world.js';
import { probeMedia } from '../media/probe-media.js';
import type { MediaFile } from '../state/media-records.js';
import { checkUpload } from './check-upload.js';
import { imageType } from './image-type.js';
import { keepUpload } from './keep-upload.js';
import type { UploadForm } from './upload-form.js';

/**
 * Makes an upload's file a file of its item.
 *
 * @throws Refusal with the status that says why it can't be; then nothing of it is kept.
 */
export async function takeUpload(form: UploadForm, world: World): Promise<MediaFile> {
  const { content } = form.file ?? {};
  try {
    const { file } = checkUpload(form, world);
    const image = await imageType(file.content.blob);
    const media = image === undefined ? await probeMedia(file.content.blob) : undefined;
    // Checked again: another upload may have come with the token while this one was looked at.
    const kept = keepUpload(checkUpload(form, world), form.fields, { image, media }, world);
    await file.content.keep();
    return kept;
  } finally {
    // Does nothing to what is kept.
    await content?.drop();
  }
}
