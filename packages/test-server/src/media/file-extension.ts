const EXTENSIONS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'audio/mp4': 'm4a',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'video/x-matroska': 'mkv',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'video/mp2t': 'ts',
};

/** What the name of a file of some type ends with, without the dot; `mp4` where the type is not known. */
export function fileExtension(type: string): string {
  return EXTENSIONS[type.toLowerCase()] ?? 'mp4';
}
