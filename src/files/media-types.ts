/**
 * What evidence may be, by content. Archives are kept as opaque files: nothing here ever unpacks them.
 * Markup that a browser would run (HTML, SVG) is absent on purpose: it arrives as plain text or not at all.
 */
export const defaultMediaTypes: readonly string[] = [
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/x-cfb',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'text/plain',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/avif',
  'image/tiff',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
  'audio/aac',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'video/matroska',
  'video/x-matroska',
  'video/3gpp',
  'video/mpeg',
  'application/zip',
  'application/x-7z-compressed',
  'application/gzip',
  'application/x-rar-compressed',
];

/** What a browser may show in place; everything else is only ever downloaded. */
export function mayShowInline(mediaType: string): boolean {
  return mediaType === 'application/pdf' || /^(image|audio|video)\//.test(mediaType);
}
