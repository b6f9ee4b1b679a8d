const maxLength = 200;

/**
 * A file's name as it may be shown and stored: no path, no control or direction-changing characters, composed (NFC),
 * at most 200 characters with its ending kept. Empty names become 未命名.
 */
export function cleanFileName(given: string): string {
  const base = given.split(/[\\/]/).at(-1) ?? '';
  const plain = base
    .toWellFormed()
    .normalize('NFC')

    .replace(/[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g, '')
    .trim();
  if (!plain || /^\.+$/.test(plain)) return '未命名';
  const characters = [...plain];
  if (characters.length <= maxLength) return plain;
  const ending = [...(/\.[^.]{1,10}$/.exec(plain)?.[0] ?? '')];
  return [...characters.slice(0, maxLength - ending.length), ...ending].join('');
}
